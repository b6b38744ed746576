import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Pass } from './rewrite.ts';
import { pairEnd } from './tree.ts';

/** Adds items at the end of `[…]` or `{…}`. */
export function insideBrackets({ text, splices }: Pass, node: YAMLMap | YAMLSeq, items: string[]) {
  const [start, end] = node.range ?? [0, 0];
  const close = end - 1;
  const last = node.items.at(-1);
  const added = items.join(', ');
  if (!last) {
    splices.insert(start + 1, added);
    return;
  }
  const at = endOf(last);
  const comma = /,/.exec(
    text.slice(at, close).replace(/#.*/g, (comment) => ' '.repeat(comment.length)),
  );
  if (comma) splices.insert(at + comma.index + 1, ` ${added}`);
  else splices.insert(at, `, ${added}`);
}

/** Takes an item out of `[…]` or `{…}`, with the comma that set it apart. */
export function removeFromBrackets(
  { splices }: Pass,
  node: YAMLMap | YAMLSeq,
  index: number,
  goesToo: (item: unknown) => boolean,
) {
  const items = node.items as unknown[];
  const item = items[index];
  const next = items[index + 1];
  const before = items.slice(0, index).findLast((other) => !goesToo(other));
  if (before !== undefined) splices.replace(endOf(items[index - 1]), endOf(item), '');
  else splices.replace(startOf(item), next === undefined ? endOf(item) : startOf(next), '');
}

function startOf(item: unknown): number {
  return ((isPair(item) ? item.key : item) as Node).range?.[0] ?? 0;
}

function endOf(item: unknown): number {
  return isPair(item) ? pairEnd(item) : ((item as Node).range?.[1] ?? 0);
}

function isPair(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item;
}
