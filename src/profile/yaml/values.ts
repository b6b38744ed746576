import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Places, type Span } from './places.ts';

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
  at: Span;
  /** The name concerned: of the alias, the colour, the key or the tag. */
  name: string;
  /** The part in which that key stands already. */
  group?: number;
}

export interface ValueLimits {
  depth: number;
  nodes: number;
}

export interface Values {
  value: Value | undefined;
  problems: ValueProblem[];
  places: Places;
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

type Group = { [key: string]: Value };

/** A part while it is read. */
interface Begun {
  /** Its number among the places. */
  part: number;
  /** How many problems there were before it. */
  before: number;
  /** What was read in it so far, where it is a list or a group. */
  list?: Value[];
  group?: Group;
  /** The keys in it after which there is nothing. */
  empty?: Set<string>;
}

/** Where a node stands, and whether it has begun in another piece of the text, or ends in one. */
interface Standing {
  depth: number;
  /** What aliases on the way here repeat. */
  within: readonly Node[];
  /** How many lists and groups, from this one on into its first item, have begun before. */
  begun: number;
  /** How many, from this one on into its last item, go on later. */
  open: number;
}

/**
 * Reads the contents of documents parsed with the failsafe schema as plain values. What was left empty
 * (`key:`, `[]`, a list of nothing) is dropped, so that an empty part is the same as a missing one.
 * Aliases are followed within the limits; nothing in the text can run code or reach a prototype.
 */
export class ValueReader {
  readonly #limits: ValueLimits;
  // By node, because what an alias repeats is met again each time.
  readonly #problems = new Map<Node, ValueProblem>();
  readonly #anchors = new Map<string, Node>();
  readonly #places = new Places();
  /** What has begun and not ended, from the whole inwards. */
  readonly #begun: Begun[] = [];
  #value: Value | undefined;
  #nodes = 0;
  #losses = 0;
  #stopped = false;

  constructor(limits: ValueLimits) {
    this.#limits = limits;
  }

  /**
   * Reads a whole text, or the next piece of one. Of a piece, so many lists and groups are still open:
   * its contents, their last item, the last item of that … The next piece begins with the same, and
   * has of each but the innermost the last item again.
   */
  read(contents: Node | null, open = 0): void {
    const begun = this.#begun.length;
    const whole = this.#begun[0] ?? this.#begin(null, contents);
    this.#begun[0] = whole;
    this.#value = this.#inside(contents, whole, { depth: 0, within: [], begun, open });
    this.#begun.length = open;
    if (open === 0) this.#end(whole, contents);
  }

  /** Whether the text goes beyond the limits, and nothing more is read of it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  values(): Values {
    return {
      value: this.#stopped ? undefined : this.#value,
      problems: [...this.#problems.values()],
      places: this.#places,
    };
  }

  /** What a node of the text holds, aliases followed; undefined where it holds nothing. */
  heldBy(node: Node): Value | undefined {
    this.#nodes = 0;
    const standing = { depth: 0, within: [], begun: 0, open: 0 };
    return this.#inside(node, this.#begin(null, node), standing);
  }

  #begin(key: Node | null, value: Node | null): Begun {
    const part = this.#places.begin(spanOf(key), spanOf(value));
    return { part, before: this.#losses };
  }

  #end({ part, before }: Begun, value: Node | null): void {
    this.#places.end(part, spanOf(value), this.#losses > before);
  }

  #report(kind: ValueProblem['kind'], node: Node, name = '', more: { group?: number } = {}): void {
    this.#losses += 1;
    this.#problems.set(node, { kind, at: spanOf(node) ?? [0, 0], name, ...more });
  }

  /** Remembers an anchor, and reports a tag. What an alias repeats has been noted before. */
  #note(node: Node, within: readonly Node[]): void {
    if (within.length > 0) return;
    if ('anchor' in node && node.anchor) this.#anchors.set(node.anchor, node);
    if ('tag' in node && node.tag && !PLAIN_TAGS.has(node.tag)) this.#report('tag', node, node.tag);
  }

  /** What stands in a node; undefined where that is nothing, or where it goes on later. */
  #inside(node: Node | null, part: Begun, standing: Standing): Value | undefined {
    if (node === null || this.#stopped) return undefined;
    const { depth, within } = standing;
    if (standing.begun === 0) {
      this.#nodes += 1;
      if (depth > this.#limits.depth) return this.#stop('too-deep', node);
      if (this.#nodes > this.#limits.nodes) {
        return this.#stop(within.length > 0 ? 'alias-too-many' : 'too-many', node);
      }
      if (isAlias(node)) {
        const target = this.#anchors.get(node.source);
        if (target && !within.includes(target)) {
          return this.#inside(target, part, { ...standing, within: [...within, target] });
        }
        this.#report(target ? 'alias-in-itself' : 'alias-unknown', node, node.source);
        return undefined;
      }
      this.#note(node, within);
    }
    if (isScalar(node)) {
      const value = textOf(node);
      const colour = COLOUR_COMMENT.exec(node.comment ?? '')?.[1];
      if (colour && value === undefined) this.#report('colour-unquoted', node, `#${colour}`);
      return value;
    }
    if (isSeq(node)) return this.#list(node, part, standing);
    return isMap(node) ? this.#group(node, part, standing) : undefined;
  }

  #list({ items }: YAMLSeq, part: Begun, standing: Standing): Value | undefined {
    part.list ??= [];
    for (const [index, item] of (items as (Node | null)[]).entries()) {
      const read = this.#item(null, item, index, items.length, standing);
      if (read?.value === undefined) continue;
      this.#places.count(read.part);
      part.list.push(read.value);
    }
    return part.list.length > 0 ? part.list : undefined;
  }

  #group(node: YAMLMap, part: Begun, standing: Standing): Value | undefined {
    part.group ??= {};
    const { items } = node;
    for (const [index, pair] of items.entries()) {
      const key = pair.key as Node | null;
      const name = isScalar(key) ? String(key.value) : '';
      if (key) this.#note(key, standing.within);
      const read = this.#item(key, pair.value as Node | null, index, items.length, standing);
      if (read === null) continue;
      if (key === null || name.trim() === '') this.#report('key-not-text', key ?? node);
      else if (UNSAFE_KEYS.has(name)) this.#report('key-unsafe', key, name);
      else if (Object.hasOwn(part.group, name) || part.empty?.has(name)) {
        this.#report('duplicate-key', key, name, { group: part.part });
      } else {
        this.#places.name(read.part, name);
        if (read.value !== undefined) part.group[name] = read.value;
        else {
          part.empty ??= new Set();
          part.empty.add(name);
        }
      }
    }
    return Object.keys(part.group).length > 0 ? part.group : undefined;
  }

  /** Reads one of so many items of a list or group; null where it goes on later. */
  #item(
    key: Node | null,
    node: Node | null,
    index: number,
    count: number,
    { depth, within, begun, open }: Standing,
  ): { part: number; value: Value | undefined } | null {
    const before = index === 0 && begun > 1 ? this.#begun[depth + 1] : undefined;
    const goesOn = index === count - 1 && open > 1;
    const part = before ?? this.#begin(key, node);
    const value = this.#inside(node, part, {
      depth: depth + 1,
      within,
      begun: before ? begun - 1 : 0,
      open: goesOn ? open - 1 : 0,
    });
    if (goesOn) {
      this.#begun[depth + 1] = part;
      return null;
    }
    this.#end(part, node);
    return { part: part.part, value };
  }

  #stop(kind: ValueProblem['kind'], node: Node): undefined {
    this.#stopped = true;
    this.#report(kind, node);
  }
}

/** The values of a document, and what a node of it holds. */
export function valuesOf(
  document: Document.Parsed,
  limits: ValueLimits,
): Values & Pick<ValueReader, 'heldBy'> {
  const reader = new ValueReader(limits);
  reader.read(document.contents as Node | null);
  return { ...reader.values(), heldBy: (node) => reader.heldBy(node) };
}

function spanOf(node: Node | null): Span | null {
  return node?.range ? [node.range[0], node.range[1]] : null;
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
