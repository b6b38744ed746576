import { isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { isEmpty, type Path, type Value } from '../yaml/values.ts';
import { insideBrackets, removeFromBrackets } from './brackets.ts';
import { entryLines, flowText, keyText } from './fragment.ts';
import { beginsLine, columnOf, lineEnd, lineStart, nextLine, quietLines } from './lines.ts';
import type { NodePlace, Pass } from './rewrite.ts';
import { insertLines, setIn } from './scalars.ts';
import { afterColon, contentEnd, pairEnd } from './tree.ts';

type Group = { [key: string]: Value };
/** The top of a file has nothing to be replaced in. */
type Place = Omit<NodePlace, 'replace'> & Partial<NodePlace>;

/** Makes a group of keys hold `after`, leaving alone what it holds already. */
export function changeMap(pass: Pass, map: YAMLMap, before: Group, after: Group, place: Place) {
  const names = new Set((map.items as Pair[]).map(nameOf));
  const missing = Object.keys(after).filter((key) => !names.has(key));
  const leaving = Object.keys(before).some((key) => after[key] === undefined);
  if (place.flow && missing.length > 0 && leaving) {
    const [start, end] = map.range ?? [0, 0];
    pass.goes(map);
    pass.splices.replace(start, end, flowText(after));
    return;
  }
  const first = map.items[0] as Pair | undefined;
  if (place.replace && first && after[nameOf(first)] === undefined && sharesItsLine(pass, first)) {
    pass.goes(map);
    place.replace(after);
    return;
  }
  const removed = new Set<Pair>();
  for (const pair of map.items as Pair[]) {
    if (!isScalar(pair.key)) continue;
    const name = nameOf(pair);
    const [was, becomes] = [before[name], after[name]];
    if (becomes === undefined) {
      if (was !== undefined) removed.add(pair);
    } else if (was === undefined) replaceValue(pass, pair, becomes, place);
    else {
      const path = [...place.path, name];
      const column = columnOf(pass.text, (pair.key as Node).range?.[0] ?? 0);
      const replace = (value: Value) => replaceValue(pass, pair, value, place);
      pass.change(pair.value as Node, was, becomes, { path, flow: place.flow, column, replace });
    }
  }
  for (const pair of removed) {
    pass.goes(pair.value as Node | null);
    if (place.flow) {
      const index = map.items.indexOf(pair);
      removeFromBrackets(pass, map, index, (other) => removed.has(other as Pair));
    } else {
      const start = lineStart(pass.text, (pair.key as Node).range?.[0] ?? 0);
      pass.splices.replace(start, lineEnd(pass.text, pairEnd(pair)), '');
    }
  }
  const rank = rankOf(pass.keysAt(place.path));
  missing.sort((a, b) => rank(a) - rank(b));
  if (missing.length === 0) return;
  if (place.flow) {
    const texts = missing.map((key) => `${keyText(key)}: ${flowText(after[key] as Value)}`);
    insideBrackets(pass, map, texts);
    return;
  }
  for (const key of missing) addPair(pass, map, key, after[key] as Value, place.path, rank);
}

/** Whether the hyphen of a list item stands before the first key of a group. */
function sharesItsLine({ text }: Pass, { key }: Pair): boolean {
  return !beginsLine(text, (key as Node).range?.[0] ?? 0);
}

/** Begins the profile of a file that holds nothing yet but comments. */
export function startMap(pass: Pass, after: Group) {
  const rank = rankOf(pass.keysAt([]));
  const lines = quietLines(pass.text, 0);
  for (const key of Object.keys(after).sort((a, b) => rank(a) - rank(b))) {
    const at = belowItsComment(lines, key) ?? pass.text.length;
    insertLines(pass, at, entryLines(key, after[key] as Value, pass.style, 0));
  }
}

/** Keys the schema does not name, such as those of metrics, come last, in the order they were added. */
function rankOf(order: readonly string[]): (key: string) => number {
  return (key) => (order.includes(key) ? order.indexOf(key) : order.length);
}

function addPair(
  pass: Pass,
  map: YAMLMap,
  key: string,
  value: Value,
  path: Path,
  rank: (key: string) => number,
) {
  const { text } = pass;
  const pairs = map.items as Pair[];
  const first = pairs[0] as Pair;
  const firstKey = (first.key as Node).range?.[0] ?? 0;
  const column = columnOf(text, firstKey);
  const lines = setIn(entryLines(key, value, pass.style, column), column);

  const gaps = [
    ...(path.length === 0 ? quietLines(text, 0) : []),
    ...pairs.flatMap((pair) => quietLines(text, lineEnd(text, pairEnd(pair)))),
  ];
  const below = belowItsComment(gaps, key, column);
  if (below !== undefined) {
    insertLines(pass, below, lines);
    return;
  }

  const previous = pairs.reduce<Pair | undefined>((best, pair) => {
    const own = rank(nameOf(pair));
    if (own > rank(key)) return best;
    return best && rank(nameOf(best)) > own ? best : pair;
  }, undefined);
  if (previous) {
    const at = lineEnd(text, pairEnd(previous));
    // Parts of a profile stand apart where its author has set them apart.
    const apart = path.length === 0 && pairs.some((pair) => isSetApart(text, pair));
    insertLines(pass, at, apart ? ['', ...lines] : lines);
    return;
  }
  if (!beginsLine(text, firstKey)) {
    const [head = '', ...rest] = lines;
    const { eol } = pass.style;
    const again = eol + ' '.repeat(column);
    pass.splices.insert(firstKey, [head.trimStart(), ...rest].join(eol) + again);
    return;
  }
  insertLines(pass, aboveItsComment(text, lineStart(text, firstKey)), lines);
}

const nameOf = (pair: Pair) => String((pair.key as { value?: unknown }).value);

function isSetApart(text: string, pair: Pair): boolean {
  const start = lineStart(text, (pair.key as Node).range?.[0] ?? 0);
  return /\n[ \t]*\r?\n(?:[ \t]*#.*\n)*$/.test(text.slice(Math.max(0, start - 2_000), start));
}

/** The end of the comment that shows a key, as in `# growth:`, where the key itself is welcome. */
function belowItsComment(
  lines: readonly { start: number; end: number; text: string }[],
  key: string,
  column?: number,
): number | undefined {
  const shown = /^(\s*)#(\s*)([\w-]+):(?:\s|$)/;
  for (const [index, line] of lines.entries()) {
    const match = shown.exec(line.text);
    if (match?.[3] !== key || (column !== undefined && match[1]?.length !== column)) continue;
    let first = index;
    while (isComment(lines, first - 1)) first -= 1;
    let last = index;
    while (isComment(lines, last + 1)) last += 1;
    const inward = lines
      .slice(first, last + 1)
      .map(({ text }) => shown.exec(text)?.[2]?.length ?? Number.POSITIVE_INFINITY);
    // Deeper in, it is a part of another example.
    if ((match[2]?.length ?? 0) <= Math.min(...inward)) return lines[last]?.end;
  }
  return undefined;
}

function isComment(lines: readonly { start: number; end: number; text: string }[], index: number) {
  const line = lines[index];
  const neighbour = lines[index + 1];
  return line?.text.trim().startsWith('#') && (!neighbour || line.end === neighbour.start);
}

/** A comment that stands right above a key belongs to it; the head of the file belongs to the file. */
function aboveItsComment(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!text.slice(above, at).trim().startsWith('#')) return at;
    if (above === 0) return start;
    at = above;
  }
  return start;
}

/** Writes a value after the colon of a key, in place of what stands there. */
function replaceValue(pass: Pass, pair: Pair, value: Value, { flow }: Place) {
  const { text, splices, style } = pass;
  const key = pair.key as Node;
  const from = afterColon(pair);
  const old = pair.value as Node | null;
  const end = Math.max(from ?? 0, old?.range && old.range[1] > old.range[0] ? contentEnd(old) : 0);
  if (from === undefined) return;
  if (flow) {
    splices.replace(from, end, ` ${flowText(value)}`);
    return;
  }
  const column = columnOf(text, key.range?.[0] ?? 0);
  const [first = '', ...rest] = entryLines('k', value, style, column);
  const head = first.slice('k:'.length);
  if (rest.length === 0) {
    splices.replace(from, end, head + (text[end - 1] === '\n' ? style.eol : ''));
    return;
  }
  const lines = setIn(rest, column);
  if (old === null || isEmpty(old)) {
    splices.replace(from, end, head);
    insertLines(pass, nextLine(text, from), lines);
    return;
  }
  // What stood after the old value on its last line would become a part of the new one.
  const stop = lineEnd(text, end);
  const closed = text[stop - 1] === '\n';
  splices.replace(from, stop, [head, ...lines].join(style.eol) + (closed ? style.eol : ''));
}
