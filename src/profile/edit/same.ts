import { isDeepStrictEqual } from 'node:util';
import type { Value } from '../yaml/values.ts';

/** Whether two values hold the same, whatever the order of their keys. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  return isDeepStrictEqual(a, b);
}
