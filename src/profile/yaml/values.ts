import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';

/** What a YAML text holds once every scalar is the text that was typed. */
export type Value = string | Value[] | { [key: string]: Value };

export type Path = readonly (string | number)[];

export interface ValueProblem {
  kind:
    | 'alias-unknown'
    | 'alias-in-itself'
    | 'alias-too-many'
    | 'colour-unquoted'
    | 'too-deep'
    | 'too-many'
    | 'too-dense'
    | 'duplicate-key'
    | 'key-not-text'
    | 'key-unsafe'
    | 'tag';
  node: Node;
  /** The name concerned: of the alias, the colour, the key or the tag. */
  name: string;
  /** The key that stands there already. */
  first?: Node | null;
}

export interface ValueLimits {
  depth: number;
  nodes: number;
}

/** Where a path leads: how much of it is there, and the last node and key on the way. */
export interface Found {
  depth: number;
  node: Node | null;
  key: Node | null;
  /** Whether a problem kept something in that node from being read, or something was left out of it. */
  faulty: boolean;
}

export interface Values {
  value: Value | undefined;
  problems: ValueProblem[];
  find(path: Path): Found;
  /** What a node of the document holds, aliases followed; undefined where it holds nothing. */
  heldBy(node: Node): Value | undefined;
}

/** `toJSON` would hand these to JavaScript as something other than a plain key. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Words YAML 1.2 reads as "nothing here". */
const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL']);

const PLAIN_TAGS = new Set([
  '!',
  'tag:yaml.org,2002:str',
  'tag:yaml.org,2002:seq',
  'tag:yaml.org,2002:map',
]);

/** `#0b5351` without quotation marks is a comment, and the colour would be lost without a word. */
const COLOUR_COMMENT = /^([0-9a-f]{3}|[0-9a-f]{6})(?: #.*)?$/i;

/** What stands in a group or list, by its key or number. */
type Parts = Map<string | number, Part>;

interface Part extends Omit<Found, 'depth'> {
  parts: Parts | undefined;
}

/** A node as it was read. */
interface Read {
  value?: Value | undefined;
  parts?: Parts | undefined;
  faulty: boolean;
}

/**
 * Walks a document parsed with the failsafe schema into plain values. What was left empty (`key:`,
 * `[]`, a list of nothing) is dropped, so that an empty part is the same as a missing one; so is what
 * stands at the nodes of `leftOut`. Aliases are followed within the limits; nothing in the text can
 * run code or reach a prototype.
 */
export function valuesOf(
  document: Document.Parsed,
  limits: ValueLimits,
  leftOut: ReadonlySet<Node> = new Set(),
): Values {
  const problems = new Map<Node, ValueProblem>();
  const anchors = new Map<string, Node>();
  let nodes = 0;
  let losses = 0;
  let stopped = false;

  const report = (kind: ValueProblem['kind'], node: Node, name = '', first: Node | null = null) => {
    losses += 1;
    // By node, because what an alias repeats is met again each time.
    problems.set(node, { kind, node, name, first });
  };

  /** Remembers an anchor, and reports a tag. What an alias repeats has been noted before. */
  const note = (node: Node, within: readonly Node[]) => {
    if (within.length > 0) return;
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
    if ('tag' in node && node.tag && !PLAIN_TAGS.has(node.tag)) report('tag', node, node.tag);
  };

  const walk = (node: Node | null, depth: number, within: readonly Node[]): Read => {
    if (node === null || stopped) return { faulty: false };
    const before = losses;
    const out = leftOut.has(node);
    if (out) losses += 1;
    return { ...(out ? {} : inside(node, depth, within)), faulty: losses > before };
  };

  const inside = (node: Node, depth: number, within: readonly Node[]): Omit<Read, 'faulty'> => {
    nodes += 1;
    if (nodes > limits.nodes || depth > limits.depth) {
      stopped = true;
      if (depth > limits.depth) report('too-deep', node);
      else report(within.length > 0 ? 'alias-too-many' : 'too-many', node);
      return {};
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target && !within.includes(target)) return walk(target, depth, [...within, target]);
      report(target ? 'alias-in-itself' : 'alias-unknown', node, node.source);
      return {};
    }
    note(node, within);
    if (isScalar(node)) {
      const value = textOf(node);
      const colour = COLOUR_COMMENT.exec(node.comment ?? '')?.[1];
      if (colour && value === undefined) report('colour-unquoted', node, `#${colour}`);
      return { value };
    }
    const parts: Parts = new Map();
    if (isSeq(node)) {
      const list: Value[] = [];
      for (const item of node.items as (Node | null)[]) {
        const read = walk(item, depth + 1, within);
        if (read.value === undefined) continue;
        parts.set(list.length, { node: item, key: null, parts: read.parts, faulty: read.faulty });
        list.push(read.value);
      }
      return { value: list.length > 0 ? list : undefined, parts };
    }
    if (!isMap(node)) return {};
    const map: { [key: string]: Value } = {};
    for (const pair of node.items) {
      const key = pair.key as Node | null;
      const name = isScalar(key) ? String(key.value) : '';
      const found = pair.value as Node | null;
      if (key) note(key, within);
      const read = walk(found, depth + 1, within);
      if (key === null || name.trim() === '') report('key-not-text', key ?? node);
      else if (UNSAFE_KEYS.has(name)) report('key-unsafe', key, name);
      else if (parts.has(name)) report('duplicate-key', key, name, parts.get(name)?.key);
      else {
        parts.set(name, { node: found, key, parts: read.parts, faulty: read.faulty });
        if (read.value !== undefined) map[name] = read.value;
      }
    }
    return { value: Object.keys(map).length > 0 ? map : undefined, parts };
  };

  const root = document.contents as Node | null;
  const { value, parts, faulty } = walk(root, 0, []);

  const find = (path: Path): Found => {
    let found: Found = { depth: 0, node: root, key: null, faulty };
    let here = parts;
    for (const step of path) {
      const part = here?.get(step);
      if (!part) break;
      found = { depth: found.depth + 1, node: part.node, key: part.key, faulty: part.faulty };
      here = part.parts;
    }
    return found;
  };

  const problemsOfAll = [...problems.values()];
  const heldBy = (node: Node) => {
    nodes = 0;
    return walk(node, 0, []).value;
  };

  return { value: stopped ? undefined : value, problems: problemsOfAll, find, heldBy };
}

/** Whether a node holds nothing, which is the same as not being there. */
export function isEmpty(node: Node | null): boolean {
  if (node === null) return true;
  if (isScalar(node)) return textOf(node) === undefined;
  if (isSeq(node)) return node.items.every((item) => isEmpty(item as Node | null));
  if (isMap(node)) return node.items.every((pair) => isEmpty(pair.value as Node | null));
  return false;
}

function textOf({ value, type }: Scalar): string | undefined {
  const text = String(value ?? '');
  if (type === 'PLAIN' || type === undefined) return NOTHING.has(text) ? undefined : text;
  return text.trim() === '' ? undefined : text;
}
