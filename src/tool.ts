import { readFileSync } from 'node:fs';

let known: { name: string; version: string } | undefined;

/** Our own name and version, from the package. */
export function tool(): { name: string; version: string } {
  if (!known) {
    const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { name, version } = JSON.parse(text) as { name: string; version: string };
    known = { name, version };
  }
  return known;
}
