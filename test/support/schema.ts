import { profileJsonSchema } from '../../src/profile/json-schema.ts';
import type { Path, Value } from '../../src/profile/yaml/values.ts';

/** The JSON Schema of a profile, as far as tests look at it. */
export interface Schema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  propertyNames?: { pattern?: string };
  items?: Schema;
  anyOf?: Schema[];
  enum?: (string | number)[];
  examples?: unknown[];
  pattern?: string;
}

/** As it holds for a whole profile: a file of one part, which editors look at by itself, has no trust. */
export const schemaOfProfile: Schema = { ...profileJsonSchema(), required: ['trust'] };

export type Kind = 'text' | 'list' | 'group' | 'text or group' | 'text or list';

/** A place that a profile can have, and what belongs there. */
export interface SchemaPlace {
  path: Path;
  kind: Kind;
  schema: Schema;
}

/** Every place of a profile, at every depth: the first item of each list, one name of each named group. */
export function* places(schema = schemaOfProfile, path: Path = []): Generator<SchemaPlace> {
  yield { path, kind: kindOf(schema), schema };
  for (const [step, inside] of inner(schema)) yield* places(inside, [...path, step]);
}

/** A whole profile that is in order but for what stands at one place. */
export function profileWith(path: Path, value: Value, schema = schemaOfProfile): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const next = inner(schema).find(([name]) => name === step)?.[1];
  if (!next) throw new Error(`No ${step} in the schema`);
  const inside = profileWith(rest, value, next);
  return step === 0 ? [inside] : { ...(sample(groupOf(schema)) as object), [step]: inside };
}

function kindOf(schema: Schema): Kind {
  if (schema.anyOf) {
    return schema.anyOf.some(({ type }) => type === 'array') ? 'text or list' : 'text or group';
  }
  if (schema.type === 'array') return 'list';
  return schema.type === 'object' ? 'group' : 'text';
}

/** A text stands for a group in some places; the group is what has more places. */
function groupOf(schema: Schema): Schema {
  return schema.anyOf?.find(({ type }) => type === 'object') ?? schema;
}

function inner(schema: Schema): [string | 0, Schema][] {
  const { properties, additionalProperties, propertyNames, items } = groupOf(schema);
  if (items) return [[0, items]];
  if (properties) return Object.entries(properties);
  return additionalProperties ? [[nameFor(propertyNames), additionalProperties]] : [];
}

const nameFor = (names: Schema['propertyNames']) => (names?.pattern ? 'name-1' : '2024/25');

/** The least that is right for a schema, as it would be typed. */
function sample(schema: Schema): Value {
  const { anyOf, items, properties, required, additionalProperties, propertyNames } = schema;
  if (anyOf?.[0]) return sample(anyOf[0]);
  if (items) return [sample(items)];
  if (properties) {
    return Object.fromEntries(
      (required ?? []).map((key) => [key, sample(properties[key] as Schema)]),
    );
  }
  if (additionalProperties) return { [nameFor(propertyNames)]: sample(additionalProperties) };
  const word = schema.enum?.[0] ?? schema.examples?.[0];
  return String(word ?? (schema.type?.includes('boolean') ? 'yes' : 'Words'));
}
