import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isSeq,
  type Node,
  type Pair,
  visit,
} from 'yaml';

/*
 * What the editor needs to know of a parsed file beyond `yaml`’s nodes: where colons and hyphens
 * stand, where the content of a node ends, which names refer into it.
 */

type Tokens = { type: string; offset: number }[];

/** The offset after the colon of a pair; undefined where it has none of its own. */
export function afterColon(pair: Pair): number | undefined {
  const { sep } = (pair.srcToken ?? {}) as { sep?: Tokens };
  const colon = sep?.find(({ type }) => type === 'map-value-ind');
  return colon && colon.offset + 1;
}

/** The offset of the hyphen of each item of a block list. */
export function hyphens(seq: Node): number[] {
  const { items = [] } = (seq.srcToken ?? {}) as { items?: { start?: Tokens }[] };
  return items.flatMap(({ start }) => {
    const hyphen = start?.find(({ type }) => type === 'seq-item-ind');
    return hyphen ? [hyphen.offset] : [];
  });
}

/** Where the last sign of a node stands, without comments and blank lines after it. */
export function contentEnd(node: Node): number {
  const end = node.range?.[1] ?? 0;
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    return last ? pairEnd(last) : end;
  }
  if (isSeq(node) && !node.flow) {
    const hyphen = hyphens(node).at(-1) ?? 0;
    const last = node.items.at(-1) as Node | null | undefined;
    return Math.max(hyphen + 1, last ? contentEnd(last) : 0);
  }
  return end;
}

export function pairEnd(pair: Pair): number {
  const key = (pair.key as Node).range?.[1] ?? 0;
  const value = pair.value as Node | null;
  const written = value?.range && value.range[1] > value.range[0];
  return Math.max(key, afterColon(pair) ?? 0, written ? contentEnd(value) : 0);
}

/** The names, anchored at or below a node, by which other places refer to it. */
export function anchorsIn(node: Node | null): Set<string> {
  const names = new Set<string>();
  if (node === null) return names;
  const add = (found: Node) => {
    if (!isAlias(found) && 'anchor' in found && found.anchor) names.add(found.anchor);
  };
  add(node);
  if (isCollection(node)) visit(node, { Node: (_, found) => void add(found as Node) });
  return names;
}

/** Every reference to one of these names outside a stretch of the text. */
export function aliasesTo(
  document: Document.Parsed,
  names: ReadonlySet<string>,
  [start, end]: readonly [number, number],
): Alias[] {
  const found: Alias[] = [];
  visit(document, {
    Alias(_, node) {
      const at = node.range?.[0] ?? 0;
      if (names.has(node.source) && (at < start || at >= end)) found.push(node);
    },
  });
  return found;
}
