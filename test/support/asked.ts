import type { Code } from '../../src/diagnostics/catalogue.ts';

/** What a profile of a few lines is asked for, besides what a test is about. */
const asked: ReadonlySet<string> = new Set<Code>([
  'candour-missing',
  'charge-missing',
  'core-measure-missing',
  'hard-answer-missing',
  'must-answer-missing',
  'only-own-evidence',
  'principle-thin',
  'standing-missing',
]);

/** Without what is asked of every small profile. */
export function besidesAsked<T extends { code: string }>(diagnostics: readonly T[]): T[] {
  return diagnostics.filter(({ code }) => !asked.has(code));
}
