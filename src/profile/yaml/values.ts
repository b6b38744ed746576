import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** What a YAML text holds once every scalar is the text that was typed. */
export type Value = string | Value[] | { [key: string]: Value };

export type Path = readonly (string | number)[];

export interface ValueProblem {
  kind:
    | 'alias-unknown'
    | 'alias-too-many'
    | 'too-deep'
    | 'too-many'
    | 'key-not-text'
    | 'key-unsafe'
    | 'tag';
  node: Node;
  /** The name concerned: of the alias, the key or the tag. */
  name: string;
}

export interface ValueLimits {
  depth: number;
  nodes: number;
}

/** `toJSON` would hand these to JavaScript as something other than a plain key. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Words YAML 1.2 reads as "nothing here". */
const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL']);

/**
 * Walks a document parsed with the failsafe schema into plain values. What was left empty (`key:`,
 * `[]`, a list of nothing) is dropped, so that an empty part is the same as a missing one. Aliases
 * are followed within the limits; nothing in the text can run code or reach a prototype.
 */
export function valuesOf(
  document: Document.Parsed,
  limits: ValueLimits,
  root = document.contents as Node | null,
): { value: Value | undefined; problems: ValueProblem[] } {
  const problems: ValueProblem[] = [];
  let nodes = 0;
  let stopped = false;

  const walk = (node: Node | null, depth: number, within: readonly Node[]): Value | undefined => {
    if (node === null || stopped) return undefined;
    nodes += 1;
    if (nodes > limits.nodes) {
      stopped = true;
      problems.push({ kind: within.length > 0 ? 'alias-too-many' : 'too-many', node, name: '' });
      return undefined;
    }
    if (depth > limits.depth) {
      stopped = true;
      problems.push({ kind: 'too-deep', node, name: '' });
      return undefined;
    }
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (!target || within.includes(target)) {
        problems.push({ kind: 'alias-unknown', node, name: node.source });
        return undefined;
      }
      return walk(target, depth, [...within, target]);
    }
    if ('tag' in node && node.tag && !PLAIN_TAGS.has(node.tag)) {
      problems.push({ kind: 'tag', node, name: node.tag });
      return undefined;
    }
    if (isScalar(node)) return scalarText(node.value, node.type);
    if (isSeq(node)) {
      const items = node.items
        .map((item) => walk(item as Node | null, depth + 1, within))
        .filter((item) => item !== undefined);
      return items.length > 0 ? items : undefined;
    }
    if (isMap(node)) {
      const map: { [key: string]: Value } = {};
      for (const pair of node.items) {
        const key = pair.key as Node;
        if (!isScalar(key)) {
          problems.push({ kind: 'key-not-text', node: key ?? node, name: '' });
          continue;
        }
        const name = String(key.value);
        if (UNSAFE_KEYS.has(name)) {
          problems.push({ kind: 'key-unsafe', node: key, name });
          continue;
        }
        const value = walk(pair.value as Node | null, depth + 1, within);
        if (value !== undefined) map[name] = value;
      }
      return Object.keys(map).length > 0 ? map : undefined;
    }
    return undefined;
  };

  const value = walk(root, 0, []);
  return { value, problems };
}

const PLAIN_TAGS = new Set([
  '!',
  'tag:yaml.org,2002:str',
  'tag:yaml.org,2002:seq',
  'tag:yaml.org,2002:map',
]);

function scalarText(value: unknown, type: string | undefined): string | undefined {
  const text = String(value ?? '');
  if (type === 'PLAIN' || type === undefined) return NOTHING.has(text) ? undefined : text;
  return text.trim() === '' ? undefined : text;
}

/** The node at a path, and the key it stands under; the deepest that exists where the path goes further. */
export function nodeAt(
  document: Document.Parsed,
  path: Path,
): { node: Node | null; key: Node | null; depth: number } {
  let node = document.contents as Node | null;
  let key: Node | null = null;
  let depth = 0;
  for (const step of path) {
    const inside: Node | null | undefined = isAlias(node) ? node.resolve(document) : node;
    if (isMap(inside)) {
      const pair = inside.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      key = pair.key as Node;
      node = pair.value as Node | null;
    } else if (isSeq(inside)) {
      // Paths count the items that hold something, as `valuesOf` does.
      const filled = inside.items.filter((item) => !isEmpty(item as Node | null));
      const item = filled[Number(step)] as Node | undefined;
      if (!item) break;
      key = null;
      node = item;
    } else break;
    depth += 1;
  }
  return { node, key, depth };
}

/** Whether a node holds nothing, which is the same as not being there. */
export function isEmpty(node: Node | null): boolean {
  if (node === null) return true;
  if (isScalar(node)) return scalarText(node.value, node.type) === undefined;
  if (isSeq(node)) return node.items.every((item) => isEmpty(item as Node | null));
  if (isMap(node)) return node.items.every((pair) => isEmpty(pair.value as Node | null));
  return false;
}
