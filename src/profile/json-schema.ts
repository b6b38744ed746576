import * as z from '../zod.ts';
import { profileSchema, SCHEMA_VERSION } from './schema/profile.ts';

/**
 * The JSON Schema of a profile: what editors use to complete and explain its keys. It asks for no part,
 * not even the trust, because each may stand in a file of its own, which editors look at by itself.
 */
export function profileJsonSchema(): Record<string, unknown> {
  const {
    $schema,
    required: _,
    ...schema
  } = z.toJSONSchema(profileSchema, {
    io: 'input',
    // What the YAML language server, and so most editors, can read.
    target: 'draft-7',
    reused: 'inline',
    // Zod leaves examples out where a value is transformed; here they are what was typed.
    override({ zodSchema, jsonSchema }) {
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  return {
    $schema,
    title: `Profile of an academy trust for thriving-case, version ${SCHEMA_VERSION}`,
    ...schema,
  };
}
