import { createHash } from 'node:crypto';

/** Enough of a hash to tell whether a text is the one that was written. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
