import * as z from 'zod';
import { profileSchema } from '../../src/profile/schema/profile.ts';
import { textKindOf } from '../../src/profile/schema/scalars.ts';
import type { Value } from '../../src/profile/yaml/values.ts';

/** A profile in which every key is filled, each of its texts and addresses with one of its own. */
export interface FullProfile {
  typed: { [key: string]: Value };
  /** What stands at each key, by its path with `*` for each item or name. */
  canaries: ReadonlyMap<string, readonly string[]>;
}

/** What keys that point to other parts of the profile are filled with. */
const REFERENCES: Readonly<Record<string, string>> = {
  evidence: 'source',
  school: '990001',
  rule: 'boast',
  fills: 'growth.limit',
};
const A_METRIC = 'number';

/** Names of those parts that name their own items. */
const NAMES: Readonly<Record<string, string>> = {
  metrics: A_METRIC,
  evidence: 'source',
  editions: 'paper',
};

/** What must fit to what stands elsewhere. */
const FIXED: Readonly<Record<string, string>> = {
  'schools.*.urn': '990001',
  'standing.school': '990101',
  'prospective_schools.*.urn': '990101',
  'metrics.*.measure': 'key stage 2 expected standard',
  'metrics.*.unit': '%',
  'commitments.*.target': '90%',
  schema: '1',
};

const YEAR = '2024/25';

/** Parts whose keys are of one kind: what is true of one is true of all. */
const ALIKE = new Set(['answers', 'five_answers', 'principles']);

const keyOf = ([part = '', second, ...rest]: readonly string[]) =>
  [part, ...(second === undefined ? [] : [ALIKE.has(part) ? '*' : second]), ...rest].join('.');

type Def = {
  type: string;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  options?: z.core.$ZodType[];
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
};
const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def;

/**
 * Every key of the schema filled. Items of a list are as many as a choice among their keys has
 * words, so that what the document says only of some of them is said once.
 */
export function fullProfile(): FullProfile {
  const canaries = new Map<string, string[]>();
  let count = 0;
  const canary = (path: readonly string[], inside: (word: string) => string) => {
    count += 1;
    const word = `zq${[...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}q`;
    const key = keyOf(path);
    canaries.set(key, [...(canaries.get(key) ?? []), word]);
    return inside(word);
  };

  const fill = (schema: z.core.$ZodType, path: readonly string[], turn: number): Value => {
    const def = defOf(schema);
    const key = keyOf(path);
    const name = path.findLast((step) => step !== '*') ?? '';
    if (name === 'decorative') return 'no';
    if (FIXED[key] !== undefined) return FIXED[key];
    if (textKindOf(schema)) return canary(path, (word) => `Word ${word}`);
    switch (def.type) {
      case 'optional':
      case 'pipe': {
        const next = def.innerType ?? def.in;
        if (next && defOf(next).type !== 'string') return fill(next, path, turn);
        break;
      }
      case 'union':
        return fill(def.options?.[1] as z.core.$ZodType, path, turn);
      case 'array': {
        const element = def.element as z.core.$ZodType;
        const turns = Math.max(1, ...choicesIn(element).map((words) => words.length));
        return Array.from({ length: turns }, (_, index) => fill(element, [...path, '*'], index));
      }
      case 'record': {
        const named = NAMES[path[0] ?? ''];
        const step = path.length === 1 && named ? named : YEAR;
        return { [step]: fill(def.valueType as z.core.$ZodType, [...path, '*'], turn) };
      }
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([step, inside]) => [
            step,
            fill(inside, [...path, step], turn),
          ]),
        );
    }
    const meta = metaOf(schema);
    if (meta.enum) return String(meta.enum[turn % meta.enum.length]);
    if (isLink(schema)) {
      return canary(path, (word) => `https://${word}.example/`);
    }
    if (meta.examples?.[0] !== undefined) return String(meta.examples[0]);
    if (meta.type?.includes('boolean')) return 'yes';
    return REFERENCES[name] ?? A_METRIC;
  };

  const typed = fill(profileSchema, [], 0) as { [key: string]: Value };
  return { typed, canaries };
}

interface Meta {
  enum?: (string | number)[];
  examples?: unknown[];
  type?: string | string[];
}
const metaOf = (schema: z.core.$ZodType) => (z.globalRegistry.get(schema) ?? {}) as Meta;

const isLink = (schema: z.core.$ZodType) =>
  String(metaOf(schema).examples?.[0] ?? '').startsWith('https://');

/** The words of each choice among the keys of an item. */
function choicesIn(schema: z.core.$ZodType): (string | number)[][] {
  const def = defOf(schema);
  const words = metaOf(schema).enum;
  if (words) return [words];
  if (def.innerType) return choicesIn(def.innerType);
  if (def.type !== 'object') return [];
  return Object.values(def.shape ?? {}).flatMap((inside) =>
    defOf(inside).type === 'optional' || metaOf(inside).enum ? choicesIn(inside) : [],
  );
}
