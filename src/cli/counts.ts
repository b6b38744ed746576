import type { Counts } from '../check/check.ts';
import { sentenceList } from '../compose/words.ts';
import type { Profile } from '../profile/profile.ts';

/** `trust.yaml and 11 more files`. */
export function countedFiles({ files }: Profile): string {
  const [main, ...others] = files;
  if (others.length === 0) return main?.path ?? '';
  return `${main?.path} and ${others.length === 1 ? 'one more file' : `${others.length} more files`}`;
}

/** `6 schools, 32 claims and one voice`: what was read, so that a person sees what was not. */
export function countedParts(counts: Counts): string {
  const counted = (number: number, one: string, many: string) =>
    number === 0 ? `no ${many}` : number === 1 ? `one ${one}` : `${number} ${many}`;
  return sentenceList([
    counted(counts.schools, 'school', 'schools'),
    counted(counts.claims, 'claim', 'claims'),
    counted(counts.metrics, 'metric', 'metrics'),
    counted(counts.evidence, 'source', 'sources'),
    counted(counts.voices, 'voice', 'voices'),
  ]);
}
