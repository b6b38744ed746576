import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

/** HTML as a browser understands it. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Every element of a page, or of a piece of one, in the order in which they begin. */
export function elementsOf(html: string): Element[] {
  return descendants(/^<!doctype/i.test(html) ? parse(html) : parseFragment(html));
}

/** The elements of these names, in order. */
export function named(html: string, ...names: string[]): Element[] {
  return elementsOf(html).filter(({ tagName }) => names.includes(tagName));
}

/** The elements with this class, in order. */
export function classed(html: string, name: string): Element[] {
  return elementsOf(html).filter((element) => classesOf(element).includes(name));
}

export function descendants(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) =>
    'tagName' in child ? [child, ...descendants(child)] : descendants(child),
  );
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((found) => found.name === name)?.value;
}

export function classesOf(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(' ');
}

const INLINE = new Set(['a', 'abbr', 'code', 'em', 'span', 'strong', 'sub', 'sup']);

/** What a reader reads of a page or an element: its words, single-spaced; pictures show as `[IMG]`. */
export function wordsOf(html: string | Node): string {
  const node = typeof html === 'string' ? parseFragment(html) : html;
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === 'img') return ' [IMG] ';
  if (!('childNodes' in node)) return '';
  const inside = node.childNodes.map(textOf).join('');
  return INLINE.has(node.nodeName) ? inside : ` ${inside} `;
}
