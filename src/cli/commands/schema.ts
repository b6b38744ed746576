import type { Effects } from '../../effects/effects.ts';
import { profileJsonSchema } from '../../profile/json-schema.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

/** `thriving-case schema`: the JSON Schema of a profile, for editors. */
export function schemaCommand({ terminal }: Effects): ExitCode {
  terminal.out(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
  return exitCodes.done;
}
