import type { ShapeCode } from '../diagnostics/problems/shape.ts';
import { listOf, nearest } from '../diagnostics/suggest.ts';
import type * as z from '../zod.ts';
import { type ProfileData, profileSchema } from './schema/profile.ts';
import { type Complaint, NAME, quoted } from './schema/scalars.ts';
import type { Absence } from './yaml/parse.ts';
import { valueAt } from './yaml/paths.ts';
import type { Path, Value } from './yaml/values.ts';

/** A problem at a path of the profile, before it is given its file, line and severity. */
export interface Finding {
  code: ShapeCode;
  path: Path;
  at: 'key' | 'value';
  message: string;
  hint: string;
}

/** Why there is no value at a path. */
type WhyAbsent = (path: Path) => Absence;

/** Reads plain values as a profile: the typed profile, or what keeps it from being one. */
export function shape(
  value: Value,
  whyAbsent: WhyAbsent = () => 'missing',
): { data: ProfileData | null; findings: Finding[] } {
  const result = profileSchema.safeParse(value);
  if (result.success) return { data: result.data, findings: [] };
  const { issues } = result.error;
  return { data: null, findings: issues.flatMap((issue) => explain(issue, value, whyAbsent)) };
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, root: Value, whyAbsent: WhyAbsent): Finding[] {
  const path = issue.path as Path;
  const here = valueAt(root, path);

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path));
    case 'invalid_union':
      return unionBranch(issue, here).flatMap((inner) =>
        explain({ ...inner, path: [...path, ...inner.path] } as Issue, root, whyAbsent),
      );
    case 'invalid_key': {
      const [inner] = issue.issues;
      const complaint = inner?.code === 'custom' && (inner.params as Complaint | undefined);
      if (complaint) return [{ ...withSuggestion(complaint), path, at: 'key' }];
      const key = String(path.at(-1));
      return [
        {
          code: 'bad-name',
          path,
          at: 'key',
          message: `${quoted(key)} cannot be used as a name: names are small letters, figures and hyphens, and begin with a letter.`,
          hint: `Call it ${asName(key)}, here and wherever you refer to it.`,
        },
      ];
    }
    case 'custom': {
      const complaint = issue.params as Complaint | undefined;
      if (!complaint) break;
      return [{ ...withoutCurls(withSuggestion(complaint), here), path, at: 'value' }];
    }
    case 'invalid_type':
      return here === undefined
        ? missingKey(path, issue.message, whyAbsent(path))
        : [wrongType(path, here, issue.message)];
  }
  return [
    {
      code: 'wrong-type',
      path,
      at: 'value',
      message: `${labelOf(path)} cannot be read.`,
      hint: 'Compare it with the example profile.',
    },
  ];
}

function unknownKey(key: string, path: Path): Finding {
  const known = keysAt(path);
  const meant = nearest(key, known);
  const where = path.length === 0 ? 'at the top of a profile' : `in ${labelOf(path)}`;
  return {
    code: 'unknown-key',
    path: [...path, key],
    at: 'key',
    message: `There is no key ${quoted(key)} ${where}.`,
    hint: meant
      ? `Did you mean “${meant}”?`
      : `The keys that can stand here: ${listOf(known, 40)}.`,
  };
}

function missingKey(path: Path, needs: string, why: Absence): Finding[] {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const finding = { code: 'missing-key', path, at: 'key' } as const;
  switch (why) {
    case 'faulty':
      // What stands there has been complained of already.
      return [];
    case 'empty':
      return [
        {
          ...finding,
          message: `${capital(labelOf(path))} is empty.`,
          hint: `It needs ${needs}.`,
        },
      ];
    case 'missing':
      return [
        {
          ...finding,
          message:
            parent.length === 0
              ? `The profile has no “${key}”.`
              : `${capital(labelOf(parent))} has no “${key}”.`,
          hint: `Add a line “${key}:” with ${needs}.`,
        },
      ];
  }
}

function wrongType(path: Path, found: Value, needs: string): Finding {
  const is = Array.isArray(found)
    ? 'a list'
    : typeof found === 'object'
      ? 'a group of keys'
      : 'a single text';
  return {
    code: 'wrong-type',
    path,
    at: 'value',
    message: `${capital(labelOf(path))} is ${is}.`,
    hint: `It should be ${needs}.${howTo(path, found)}`,
  };
}

/** How a group is typed that was taken for something else. */
function howTo(path: Path, found: Value): string {
  const schema = schemaAt(path);
  const isGroup = schema && ['object', 'record'].includes(unwrap(schema)._zod.def.type);
  if (!isGroup) return '';
  if (Array.isArray(found)) return ' Take the hyphens away.';
  const [first] = keysAt(path);
  if (first === undefined) return '';
  const words = String(found);
  return words.length <= 60 ? ` Type “${first}: ${words}”.` : ` Type “${first}: ” before the text.`;
}

/** Where a choice was nearly right, say which. */
function withSuggestion(complaint: Complaint): { code: ShapeCode; message: string; hint: string } {
  const { code, message, hint } = complaint;
  const { typed, choices } = complaint as { typed?: string; choices?: readonly string[] };
  const meant = typed !== undefined && choices ? nearest(typed, choices) : undefined;
  return { code, message, hint: meant ? `Did you mean “${meant}”? ${hint}` : hint };
}

/** Quotation marks as Word makes them are a part of the text, and no number or date has them. */
function withoutCurls<T extends { hint: string }>(complaint: T, found: Value | undefined): T {
  const inside = typeof found === 'string' && /^[“”„‘’‚](.+)[“”‘’]$/.exec(found.trim())?.[1];
  if (!inside) return complaint;
  return { ...complaint, hint: `Delete the curly quotation marks: ${inside}. ${complaint.hint}` };
}

/** Of the shapes a value could have had, the one it is nearest to: its problems are the useful ones. */
function unionBranch(issue: z.core.$ZodIssueInvalidUnion, found: Value | undefined): Issue[] {
  const ofSameKind = issue.errors.find(
    (branch) => !branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  );
  return (ofSameKind ?? issue.errors[typeof found === 'object' ? 1 : 0] ?? []) as Issue[];
}

/** The keys the schema has at a path, in its order; none where any name may stand. */
export function keysAt(path: Path): string[] {
  const schema = schemaAt(path);
  const { shape: keys } = (schema ? unwrap(schema)._zod.def : {}) as {
    shape?: Record<string, unknown>;
  };
  return Object.keys(keys ?? {});
}

/** What the schema has at a path, as it is written there: optional parts and shorthands included. */
export function schemaAt(path: Path): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType = profileSchema;
  for (const step of path) {
    const def = unwrap(schema)._zod.def as unknown as {
      type: string;
      shape?: Record<string, z.core.$ZodType>;
      element?: z.core.$ZodType;
      valueType?: z.core.$ZodType;
    };
    const next =
      def.type === 'object'
        ? def.shape?.[String(step)]
        : def.type === 'array'
          ? def.element
          : def.valueType;
    if (!next) return undefined;
    schema = next;
  }
  return schema;
}

/** Through optional parts and shorthands, to the group, list or scalar inside. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as unknown as {
    type: string;
    innerType?: z.core.$ZodType;
    in?: z.core.$ZodType;
    options?: z.core.$ZodType[];
  };
  if (def.type === 'optional' && def.innerType) return unwrap(def.innerType);
  if (def.type === 'pipe' && def.in) return unwrap(def.in);
  // A shorthand is a union of a text and the full group: the group has the keys.
  if (def.type === 'union' && def.options) return unwrap(def.options.at(-1) as z.core.$ZodType);
  return schema;
}

/** `schools[2].joined` as a person would say it: “joined” of item 3 of “schools”. */
export function labelOf(path: Path): string {
  const parts = path.map((step) => (typeof step === 'number' ? `item ${step + 1}` : `“${step}”`));
  return parts.reverse().slice(0, 3).join(' of ') || 'the profile';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function asName(key: string): string {
  const name = key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return NAME.test(name) ? name : 'results-2025';
}
