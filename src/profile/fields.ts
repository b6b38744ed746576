import type * as z from '../zod.ts';
import type { Profile } from './profile.ts';
import { image } from './schema/parts.ts';
import { profileSchema } from './schema/profile.ts';
import { isIdentifying, textKindOf } from './schema/scalars.ts';
import type { Path, Value } from './yaml/values.ts';

/** A text that the document prints, as it was typed, and where it stands. */
export interface TextField {
  path: Path;
  text: string;
  kind: 'line' | 'prose';
}

interface Fields {
  texts: TextField[];
  images: ImageField[];
  names: NameField[];
}

/** Several rules look at the same fields; each profile is walked once. */
const known = new WeakMap<Profile, Fields>();

function fieldsOf(profile: Profile): Fields {
  const before = known.get(profile);
  if (before) return before;
  const fields: Fields = { texts: [], images: [], names: [] };
  visit(profileSchema, profile.typed, [], (schema, value, path) => {
    const kind = textKindOf(schema);
    if (kind && typeof value === 'string') fields.texts.push({ path, text: value.trim(), kind });
    if (isIdentifying(schema) && typeof value === 'string') {
      fields.names.push({ path, text: value.trim() });
    }
    if (schema === image) {
      const { data } = image.safeParse(value);
      if (data) {
        const { file, alt, decorative = false } = data;
        fields.images.push({ path, file, alt, decorative });
      }
    }
  });
  known.set(profile, fields);
  return fields;
}

/** Every text of a profile that reaches the document, in the order they were typed. */
export function textsOf(profile: Profile): readonly TextField[] {
  return fieldsOf(profile).texts;
}

/** A value that is no text and yet says who or what is meant: an address, a number in a register, a file. */
export interface NameField {
  path: Path;
  text: string;
}

/** Every such value of a profile, in the order they were typed. */
export function namesOf(profile: Profile): readonly NameField[] {
  return fieldsOf(profile).names;
}

/** A picture a profile names, as it was typed, and where it stands. */
export interface ImageField {
  path: Path;
  file: string;
  alt: string | undefined;
  decorative: boolean;
}

/** Every picture of a profile. */
export function imagesOf(profile: Profile): readonly ImageField[] {
  return fieldsOf(profile).images;
}

type Visitor = (schema: z.core.$ZodType, value: Value, path: Path) => void;

/** Shows a visitor every value that was typed, with the part of the schema that describes it. */
function visit(schema: z.core.$ZodType, value: Value, path: Path, visitor: Visitor): void {
  visitor(schema, value, path);
  const def = schema._zod.def as unknown as {
    type: string;
    innerType?: z.core.$ZodType;
    in?: z.core.$ZodType;
    options?: z.core.$ZodType[];
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
  };
  switch (def.type) {
    case 'optional':
      if (def.innerType) visit(def.innerType, value, path, visitor);
      return;
    case 'pipe':
      if (def.in) visit(def.in, value, path, visitor);
      return;
    case 'union': {
      // A shorthand: the first shape is a single text, the second the group it stands for.
      const option = def.options?.[typeof value === 'string' ? 0 : 1];
      if (option) visit(option, value, path, visitor);
      return;
    }
    case 'array':
      if (!def.element || !Array.isArray(value)) return;
      for (const [index, item] of value.entries()) {
        visit(def.element, item, [...path, index], visitor);
      }
      return;
    case 'object':
    case 'record':
      if (typeof value !== 'object' || Array.isArray(value)) return;
      for (const [key, inside] of Object.entries(value)) {
        const next = def.type === 'object' ? def.shape?.[key] : def.valueType;
        if (next) visit(next, inside, [...path, key], visitor);
      }
  }
}
