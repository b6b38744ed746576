import type { Reader } from '../../src/knowledge/readers.ts';
import type { Path, Value } from '../../src/profile/yaml/values.ts';
import { places, type Schema } from './schema.ts';

/** Something typed in one field of a profile that nobody would type by chance. */
export interface Canary {
  path: Path;
  /** As it was typed. */
  typed: string;
  /** The part of it that gives it away. */
  token: string;
}

type Group = { [key: string]: Value };

/** Every place of a profile that can be meant for some readers alone, without its tag. */
export const taggable: readonly Path[] = [...places()]
  .filter(({ path, schema }) => /^(?:for|shown_to)$/.test(String(path.at(-1))) && schema.anyOf)
  .map(({ path }) => path.slice(0, -1));

/** A profile in which every such place is filled, with a canary in each field, for these readers alone. */
export function profileFor(tag: readonly Reader[]): { profile: Value; canaries: Canary[] } {
  const canaries: Canary[] = [];
  const profile: Group = {
    example: 'yes',
    trust: { name: 'Otterwick Learning Trust' },
    five_answers: {
      cost: 'Five in every hundred pounds.',
      leaving: 'Only where trust and department agree to it.',
      promises: 'Our trustees can, after they have asked you.',
      jobs: 'Nobody would lose a post by joining.',
      alternatives: 'You could stay as you are now.',
    },
    growth: { why_us: 'We are near, and we know small schools well.' },
    journey: { steps: [{ step: 'Families are consulted', when: 'In March' }] },
  };
  for (const path of taggable) {
    const schema = [...places()].find((place) => place.path.join('.') === path.join('.'))
      ?.schema as Schema;
    const group = filled(groupIn(schema), path, canaries) as Group;
    const isAlternative = path.includes('alternatives');
    put(profile, path, { ...group, [isAlternative ? 'shown_to' : 'for']: [...tag] });
  }
  return { profile, canaries };
}

const groupIn = (schema: Schema): Schema =>
  schema.anyOf?.find(({ type }) => type === 'object') ?? schema;

/** A group with a canary in every text and address, and what is right for the rest. */
function filled(schema: Schema, path: Path, canaries: Canary[]): Value | undefined {
  const { properties, items, anyOf, additionalProperties } = schema;
  if (properties) {
    const inside = Object.entries(properties).flatMap(([key, next]): [string, Value][] => {
      // References lead to what is elsewhere, pictures to files.
      if (
        /^(?:for|shown_to|about|evidence|metrics?|measure|photo|school|readers|chart)$/.test(key)
      ) {
        if (!(key === 'readers' && path.includes('contacts'))) {
          return key === 'for' && path.includes('alternatives')
            ? [[key, canaryAt([...path, key], canaries)]]
            : [];
        }
      }
      const value = filled(next, [...path, key], canaries);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(inside);
  }
  if (items) return [filled(items, [...path, 0], canaries) ?? ''];
  if (anyOf) return filled(anyOf.find(({ enum: words }) => !words) ?? schema, path, canaries);
  if (additionalProperties) return { '2024/25': '73519' };
  if (schema.enum) return String(schema.enum[0]);
  if (schema.type?.includes('boolean')) return 'yes';
  if (schema.pattern) return addressAt(schema, path, canaries);
  if (schema.examples?.[0] !== undefined) return String(schema.examples[0]);
  return canaryAt(path, canaries);
}

function canaryAt(path: Path, canaries: Canary[]): string {
  const token = `zanzibar${String(canaries.length).padStart(3, '0')}quine`;
  const typed = `Beware of ${token} in the hall`;
  canaries.push({ path, typed, token });
  return typed;
}

function addressAt({ pattern = '' }: Schema, path: Path, canaries: Canary[]): string | undefined {
  const number = String(canaries.length).padStart(3, '0');
  const token = `zanzibar${number}quine`;
  const found = [
    { typed: `https://${token}.example/report`, token },
    { typed: `${token}@otterwick.example`, token },
    { typed: `01632 9${number} 0${number}`, token: `01632 9${number} 0${number}` },
  ].find(({ typed }) => new RegExp(pattern, 'i').test(typed));
  if (found) canaries.push({ path, ...found });
  return found?.typed;
}

/** Puts a value at a path, and makes the groups and lists that lead to it. */
function put(root: Group, path: Path, value: Value): void {
  let at: Group | Value[] = root;
  path.forEach((step, index) => {
    const holder = at as Group;
    if (index === path.length - 1) {
      const before = holder[step as string];
      holder[step as string] = typeof before === 'object' ? Object.assign(before, value) : value;
      return;
    }
    holder[step as string] ??=
      typeof path[index + 1] === 'number' ? [] : least(path.slice(0, index + 1));
    at = holder[step as string] as Group;
  });
}

/** What a group on the way needs. */
const least = (path: Path): Group => {
  if (path.length !== 2) return {};
  if (path[0] === 'schools') return { name: 'Otterwick Primary School' };
  return path[0] === 'prospective_schools' ? { name: 'Marsh End Primary School' } : {};
};
