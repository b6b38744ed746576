import type { Complaint } from '../profile/schema/scalars.ts';
import { schemaAt } from '../profile/shape.ts';
import type { Path } from '../profile/yaml/values.ts';
import { safeParse } from '../zod.ts';

/** What is wrong with a text at a path of the profile, and what to type, in the words of the schema itself. */
export function complaintAt(like: Path, text: string): string | undefined {
  const schema = schemaAt(like);
  if (!schema) throw new Error(`The schema has nothing at ${like.join('.')}.`);
  const { error } = safeParse(schema, text);
  if (!error) return undefined;
  const [found] = error.issues;
  // A shorthand: what a single text could be comes first.
  const issue = found?.code === 'invalid_union' ? found.errors[0]?.[0] : found;
  const complaint = issue?.code === 'custom' ? (issue.params as Complaint | undefined) : undefined;
  return complaint ? `${complaint.message} ${complaint.hint}` : 'This cannot be read as an answer.';
}
