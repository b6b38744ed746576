import { createHash } from 'node:crypto';

/** SHA-256, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The hash of a value, by what it holds: two of the same content, with keys in the same order, have one. */
export const hashOf = (value: unknown): string => sha256(JSON.stringify(value));
