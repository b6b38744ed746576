import type { Typed } from '../profile/edit/sources.ts';
import type { Value } from '../profile/yaml/values.ts';

/** An item of a list, found by what it says under one of its keys; made with `with` where it is missing. */
export interface Pick {
  key: string;
  is: string;
  with?: Readonly<Record<string, Value>>;
}

/** Where a value stands in a profile. Items are named by what they say, so that they can be moved by hand. */
export type Place = readonly (string | Pick)[];

/** One value that an answer gives to a profile. */
export interface Edit {
  at: Place;
  value: Value;
  /** The value is one of a list; the others stay. */
  among?: boolean;
}

/** A text that stands for a group in which it would be the answer. */
const SHORTHAND = 'answer';

export function valueAt(root: Value | undefined, at: Place): Value | undefined {
  let value = root;
  for (const step of at) {
    if (value === undefined) return undefined;
    if (typeof step === 'string') {
      if (typeof value === 'string') value = step === SHORTHAND ? value : undefined;
      else value = Array.isArray(value) || !Object.hasOwn(value, step) ? undefined : value[step];
    } else value = Array.isArray(value) ? value.find((item) => isPicked(item, step)) : undefined;
  }
  return value;
}

/** A copy in which a place holds a value; what leads there is made where it is missing. */
export function put(root: Typed, { at, value, among = false }: Edit): Typed {
  const set = (inside: Value | undefined, index: number): Value => {
    const step = at[index];
    if (step === undefined) {
      if (!among) return value;
      const list = Array.isArray(inside) ? inside : [];
      return list.some((item) => sameText(item, value)) ? list : [...list, value];
    }
    if (typeof step === 'string') {
      if (typeof inside === 'string') {
        return step === SHORTHAND
          ? set(inside, index + 1)
          : { [SHORTHAND]: inside, [step]: set(undefined, index + 1) };
      }
      const group = inside === undefined || Array.isArray(inside) ? {} : inside;
      const own = Object.hasOwn(group, step) ? group[step] : undefined;
      return { ...group, [step]: set(own, index + 1) };
    }
    const list = Array.isArray(inside) ? inside : [];
    const place = list.findIndex((item) => isPicked(item, step));
    const fresh = { [step.key]: step.is, ...step.with };
    if (place === -1) return [...list, set(fresh, index + 1)];
    return list.map((item, number) => (number === place ? set(item, index + 1) : item));
  };
  return set(root, 0) as Typed;
}

/** A copy without what stands at a place, and without what is left empty by that. */
export function drop(root: Typed, at: Place): Typed {
  const without = (inside: Value | undefined, index: number): Value | undefined => {
    const step = at[index];
    if (step === undefined || inside === undefined || typeof inside === 'string') return undefined;
    if (typeof step === 'string') {
      if (Array.isArray(inside) || !Object.hasOwn(inside, step)) return inside;
      const { [step]: own, ...others } = inside;
      const left = without(own, index + 1);
      const group = left === undefined ? others : { ...inside, [step]: left };
      return Object.keys(group).length > 0 ? group : undefined;
    }
    if (!Array.isArray(inside)) return inside;
    const list = inside.flatMap((item) => {
      const left = isPicked(item, step) ? without(item, index + 1) : item;
      return left === undefined ? [] : [left];
    });
    return list.length > 0 ? list : undefined;
  };
  return (valueAt(root, at) === undefined ? root : (without(root, 0) ?? {})) as Typed;
}

/** Whether a profile holds what an edit would give it. */
export function isDone(root: Typed, { at, value, among }: Edit): boolean {
  const found = valueAt(root, at);
  if (among) return Array.isArray(found) && found.some((item) => sameText(item, value));
  return sameText(found, value);
}

/** Whether two values say the same: how a text is folded over lines says nothing. */
export function sameText(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return tidy(a) === tidy(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameText(item, b[index]));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) || Array.isArray(b)) {
    return a === b;
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameText(a[key], b[key]))
  );
}

const tidy = (text: string) => (LOOSE.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

/** Most texts are tidy, and long lists are searched often. */
const LOOSE = /\s\s|[^\S ]|^\s|\s$/;

function isPicked(item: Value, { key, is }: Pick): boolean {
  return typeof item === 'object' && !Array.isArray(item) && sameText(item[key], is);
}

/** `finances.reserves.whose`, where no item of a list is on the way. */
export function dotted(at: Place): string | undefined {
  return at.every((step) => typeof step === 'string') ? at.join('.') : undefined;
}
