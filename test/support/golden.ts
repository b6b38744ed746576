import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect } from 'vitest';

/**
 * Compares what was made with what was made before. With `UPDATE_GOLDEN` set, writes it instead, but
 * never where `CI` is set: there a difference, or a file that is missing, is a failure.
 */
export function expectGolden(
  file: string,
  made: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): void {
  if (env.UPDATE_GOLDEN && !env.CI) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, made);
    return;
  }
  if (!existsSync(file)) {
    throw new Error(`There is no ${file}. Run npm run test:update, then read what it wrote.`);
  }
  expect(made).toBe(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}
