import type { Typed } from '../profile/edit/sources.ts';
import { sameText, valueAt } from './place.ts';

const MOST_WORDS = 5;

/**
 * A name for a source or a number, made from what it is called: small letters, figures and hyphens,
 * beginning with a letter, as the profile wants them. One that is called the same keeps its name.
 */
export function nameFor(part: 'evidence' | 'metrics', called: string, profile: Typed): string {
  const taken = valueAt(profile, [part]);
  const used = typeof taken === 'object' && !Array.isArray(taken) ? taken : {};
  const same = Object.keys(used).find((name) =>
    ['title', 'label', 'measure'].some((key) => sameText(valueAt(used[name], [key]), called)),
  );
  if (same !== undefined && part === 'evidence') return same;
  const plain = slug(called) || (part === 'evidence' ? 'source' : 'number');
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? plain : `${plain}-${count}`;
    if (!Object.hasOwn(used, name)) return name;
  }
}

function slug(called: string): string {
  return called
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^[^a-z]+/, '')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS)
    .join('-');
}
