import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from '../../src/build/build.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { Failure } from '../../src/pdf/failure.ts';
import type { Printer } from '../../src/pdf/print.ts';
import type { Lender } from '../../src/pdf/warm.ts';
import { addresseeTable } from './addressees.ts';
import { testEffects } from './effects.ts';
import { smallTrust } from './trusts.ts';

/** A trust, and a table of so many schools that asked for a copy. */
export const trustWithSchools = (count: number) => ({
  'trust.yaml': smallTrust,
  'schools-that-asked.csv': addresseeTable(count),
});

/** What a browser that is not there is asked to print; it fails where the test says. */
export interface FakeBrowsers {
  lender: Lender;
  /** The pages that were printed, by the school on them. */
  printed: string[];
  started(): number;
}

/** Browsers that print a page as a few bytes of its own; `fails` says, by page and number of the print, how one fails. */
export function fakeBrowsers(
  fails: (school: string, times: number) => Failure | undefined = () => undefined,
  { unable }: { unable?: Failure } = {},
): FakeBrowsers {
  const printed: string[] = [];
  const times = new Map<string, number>();
  let started = 0;
  const printer: Printer = {
    browser: { name: 'Chrome', version: '143.0.0.0' },
    notes: [],
    async print(html) {
      const school = /Marlow Fold \d+/.exec(html)?.[0] ?? 'nobody';
      times.set(school, (times.get(school) ?? 0) + 1);
      await new Promise((resolve) => setImmediate(resolve));
      const failure = fails(school, times.get(school) ?? 1);
      if (failure) throw failure;
      printed.push(school);
      return new TextEncoder().encode(`%PDF of ${school}: ${html.length}`);
    },
    isReady: () => true,
    rest() {},
    renew() {},
    async close() {},
  };
  return {
    printed,
    started: () => started,
    lender: {
      lend() {
        started += 1;
        return {
          printer: unable ? Promise.reject(unable) : Promise.resolve(printer),
          async giveBack() {},
        };
      },
      async close() {},
    },
  };
}

/** A browser that ended while it printed. */
export const crash = () =>
  new Failure({ code: 'browser-failed', message: 'Chrome stopped.', hint: 'Try again.' });

/** Builds copies for the schools of the table, printed by browsers that are not there. */
export function buildCopies(
  cwd: string,
  browsers: FakeBrowsers,
  options: Partial<BuildOptions> = {},
  changes: Partial<Effects> = {},
) {
  return build(
    {
      ...{ schools: ['schools-that-asked.csv'], formats: ['md', 'pdf'], timeout: 60, jobs: 2 },
      ...options,
    },
    testEffects(cwd, changes),
    () => {},
    browsers.lender,
  );
}

/** Every file below a folder, by its path, with its bytes as text. */
export function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile()).sort();
  return Object.fromEntries(
    files.map((name) => [
      name.split(path.sep).join('/'),
      readFileSync(path.join(folder, name), 'latin1'),
    ]),
  );
}
