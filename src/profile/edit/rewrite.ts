import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { defaultLimits } from '../limits.ts';
import { type Path, type Value, valuesOf } from '../yaml/values.ts';
import { styleOf } from './fragment.ts';
import { changeList } from './lists.ts';
import { changeMap, startMap } from './maps.ts';
import { same } from './same.ts';
import { changeScalar, inOneLine } from './scalars.ts';
import { Splices } from './splices.ts';
import { aliasesTo, anchorsIn } from './tree.ts';

type Group = { [key: string]: Value };

/** A text being changed: one pass over it. */
export interface Pass {
  text: string;
  document: Document.Parsed;
  style: ReturnType<typeof styleOf>;
  splices: Splices;
  /** The keys that can stand at a path, in their order; empty where any may. */
  keysAt(path: Path): readonly string[];
  change(node: Node, before: Value, after: Value, place: NodePlace): void;
  /** To be called before the text of a node goes: what refers to it is written out first. */
  goes(node: Node | null): void;
}

/** Where a node stands: what it can be replaced with depends on it. */
export interface NodePlace {
  path: Path;
  /** Inside brackets, where everything stands on one line. */
  flow: boolean;
  /** The column of the key or hyphen the node belongs to. */
  column: number;
  /** Writes another value in place of the node, whatever its kind. */
  replace(value: Value): void;
}

/** A new value with its keys in the order of the schema, whatever the order they came in. */
function inOrder(value: Value, path: Path, keysAt: Pass['keysAt']): Value {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value.map((item, index) => inOrder(item, [...path, index], keysAt));
  const order = keysAt(path);
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(
    keys.map((key) => [key, inOrder(value[key] as Value, [...path, key], keysAt)]),
  );
}

/** Each pass can leave references that changed with what they refer to; they are written out in the next. */
const MOST_PASSES = 6;

/**
 * The same YAML text with the smallest changes that make it hold `after`: comments, order, quoting,
 * line ends and everything else stay, byte for byte, outside the values that differ. New keys go
 * where `keysAt` says they belong, or below a comment that shows them. Undefined where the text is no
 * YAML a profile can be read from, or is written in a way that cannot be changed safely; the result
 * is parsed again, and holds exactly `after`.
 */
export function rewrite(
  text: string,
  after: Group,
  keysAt: (path: Path) => readonly string[],
): string | undefined {
  let current: string | undefined = text;
  for (let pass = 0; pass < MOST_PASSES && current !== undefined; pass += 1) {
    const document = parseDocument(current, {
      schema: 'failsafe',
      merge: false,
      prettyErrors: false,
      keepSourceTokens: true,
    });
    const { value: before = {}, problems, heldBy } = valuesOf(document, defaultLimits);
    if (document.errors.length > 0 || problems.length > 0) return undefined;
    if (same(before, after)) return current;
    if (typeof before === 'string' || Array.isArray(before)) return undefined;
    const wanted = inOrder(after, [], keysAt) as Group;
    current = onePass(current, document, heldBy, before, wanted, keysAt);
  }
  return undefined;
}

function onePass(
  text: string,
  document: Document.Parsed,
  heldBy: (node: Node) => Value | undefined,
  before: Group,
  after: Group,
  keysAt: Pass['keysAt'],
): string | undefined {
  const expanded = new Splices();
  const pass: Pass = {
    text,
    document,
    style: styleOf(text, document),
    splices: new Splices(),
    keysAt,
    change: (node, was, becomes, place) => change(pass, node, was, becomes, place),
    goes(node) {
      if (!node?.range) return;
      for (const alias of aliasesTo(document, anchorsIn(node), [node.range[0], node.range[1]])) {
        const value = heldBy(alias);
        const [start, end] = alias.range ?? [0, 0];
        if (value !== undefined) expanded.replace(start, end, inOneLine(value));
      }
    },
  };
  const { contents } = document;
  if (isMap(contents)) {
    changeMap(pass, contents, before, after, { path: [], flow: contents.flow === true, column: 0 });
  } else startMap(pass, after);
  return expanded.size > 0 ? expanded.apply(text) : pass.splices.apply(text);
}

function change(pass: Pass, node: Node, before: Value, after: Value, place: NodePlace): void {
  if (same(before, after)) return;
  const isGroup = (value: Value) => typeof value === 'object' && !Array.isArray(value);
  if (isAlias(node)) {
    const [start, end] = node.range ?? [0, 0];
    pass.splices.replace(start, end, inOneLine(after));
  } else if (isMap(node) && isGroup(after) && isGroup(before)) {
    const flow = place.flow || node.flow === true;
    changeMap(pass, node, before as Group, after as Group, { ...place, flow });
  } else if (isSeq(node) && Array.isArray(after) && Array.isArray(before)) {
    const flow = place.flow || node.flow === true;
    changeList(pass, node, before, after, { path: place.path, flow, column: place.column });
  } else if (isScalar(node) && typeof after === 'string') {
    changeScalar(pass, node, after, place);
  } else {
    pass.goes(node);
    place.replace(after);
  }
}
