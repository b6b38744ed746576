import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodeFor, exitCodeMeanings, exitCodes } from '../../src/cli/exit-codes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { cli, root } from '../support/cli.ts';
import { failingWrites } from '../support/failing.ts';
import { folderWith } from '../support/folder.ts';
import { flawedTrust, smallTrust } from '../support/trusts.ts';

const sound = { 'trust.yaml': smallTrust };
const flawed = { 'trust.yaml': flawedTrust };
const broken = { 'trust.yaml': 'trust: [' };
const warned = { ...sound, 'scools.yaml': '' };

interface Case {
  argv: string[];
  files?: Record<string, string>;
  changes?: (cwd: string) => Partial<Effects>;
}

/** What happens, and the code that the shell is told. */
const table: readonly [number, string, Case][] = [
  [0, 'check finds nothing', { argv: ['check'], files: sound }],
  [0, 'check finds only a warning', { argv: ['check'], files: warned }],
  [0, 'build writes everything', { argv: ['build', '-f', 'md,html'], files: sound }],
  [0, 'build writes everything, with a warning', { argv: ['build', '-f', 'md'], files: warned }],
  [0, 'a code is explained', { argv: ['explain', 'unknown-key'] }],
  [0, 'all codes are listed', { argv: ['explain'] }],
  [0, 'the schema is printed', { argv: ['schema'] }],
  [0, 'help is asked for', { argv: ['--help'] }],
  [0, 'help is asked for a command', { argv: ['build', '--help'] }],
  [0, 'the version is asked for', { argv: ['--version'] }],

  [1, 'check finds an error of meaning', { argv: ['check'], files: flawed }],
  [1, 'check cannot read the profile', { argv: ['check'], files: broken }],
  [1, 'check prints its errors as JSON', { argv: ['check', '--json'], files: flawed }],
  [1, 'build drafts in spite of an error', { argv: ['build', '-f', 'md'], files: flawed }],
  [
    1,
    'build refuses to release an error',
    { argv: ['build', '--release', '-f', 'md'], files: flawed },
  ],
  [1, 'build cannot read the profile', { argv: ['build', '-f', 'md'], files: broken }],
  [1, 'build refuses and prints JSON', { argv: ['build', '--json', '-f', 'md'], files: broken }],

  [
    2,
    'build cannot write',
    {
      argv: ['build', '-f', 'md'],
      files: sound,
      changes: (cwd) => ({ files: failingWrites(cwd, { 'prospectus.md': 'ENOSPC' }) }),
    },
  ],
  [
    2,
    'build cannot write a profile with errors either',
    {
      argv: ['build', '-f', 'md', '--json'],
      files: flawed,
      changes: (cwd) => ({ files: failingWrites(cwd, { 'build.json': 'EROFS' }) }),
    },
  ],
  [2, 'doctor cannot print', { argv: ['doctor', '--browser', 'nowhere'] }],
  [2, 'the browser is not there', { argv: ['build', '--browser', 'nowhere'], files: sound }],
  [
    2,
    'check cannot read a file that is there',
    {
      argv: ['check'],
      files: sound,
      changes: (cwd) => {
        const files = failingWrites(cwd, {});
        const read = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
        return { files: { ...files, read } };
      },
    },
  ],

  [3, 'nothing is asked for', { argv: [] }],
  [3, 'the command is not known', { argv: ['bild'] }],
  [3, 'the option is not known', { argv: ['build', '--fast'], files: sound }],
  [3, 'the option of the whole is not known', { argv: ['--fast'] }],
  [3, 'the format is not known', { argv: ['build', '--format', 'docx'], files: sound }],
  [3, 'no format is named', { argv: ['build', '--format', ' , '], files: sound }],
  [3, 'the time is no number', { argv: ['build', '--timeout', 'soon'], files: sound }],
  [3, 'there is no time', { argv: ['build', '--timeout', '0'], files: sound }],
  [3, 'the time is negative', { argv: ['build', '--timeout=-1'], files: sound }],
  [3, 'the time is longer than a day', { argv: ['build', '--timeout', '86401'], files: sound }],
  [3, 'the edition is not known', { argv: ['build', '-e', 'prospektus'], files: sound }],
  [3, 'the service is not known', { argv: ['check', '--annotate', 'gitlab'], files: sound }],
  [3, 'there is one argument too many', { argv: ['check', 'a', 'b'] }],
  [3, 'check finds no profile', { argv: ['check', 'nowhere'] }],
  [3, 'build finds no profile', { argv: ['build', '-f', 'md'] }],
  [3, 'a watch finds no profile', { argv: ['build', '--watch', '-f', 'md'] }],
  [
    3,
    'the moment that is set is none',
    {
      argv: ['check'],
      files: sound,
      changes: () => ({ env: { SOURCE_DATE_EPOCH: 'yesterday' } }),
    },
  ],
  [3, 'the code is not known', { argv: ['explain', 'unknown-kee'] }],

  [
    130,
    'a watch is interrupted',
    {
      argv: ['build', '--watch', '-f', 'md'],
      files: sound,
      changes: () => ({ interrupted: AbortSignal.abort() }),
    },
  ],
  [
    130,
    'build is interrupted',
    {
      argv: ['build', '-f', 'md'],
      files: sound,
      changes: () => ({ interrupted: AbortSignal.abort() }),
    },
  ],
];

describe('the exit code', () => {
  it.each(table)('is %i when %s', async (code, _, { argv, files = {}, changes = () => ({}) }) => {
    const cwd = folderWith(files);
    expect((await cli(argv, cwd, changes(cwd))).code).toBe(code);
  });

  it('is tested here for every code there is', () => {
    const tested = new Set(table.map(([code]) => code));
    expect([...tested].sort((a, b) => a - b)).toEqual(
      Object.values(exitCodes).sort((a, b) => a - b),
    );
  });

  it('is explained by --help, which prints the table', async () => {
    const { stdout } = await cli(['--help'], folderWith());
    expect(exitCodeMeanings.map(([code]) => code)).toEqual([0, 1, 2, 3, 130]);
    const printed = stdout.slice(stdout.indexOf('Exit codes:'));
    for (const [code, meaning] of exitCodeMeanings) {
      expect(printed).toMatch(new RegExp(`^ +${code} +${meaning}$`, 'm'));
    }
  });

  it('is explained by the README in the same words', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    for (const [code, meaning] of exitCodeMeanings) {
      expect(readme).toContain(`| ${code} | ${meaning} |`);
    }
  });

  it('never reads as a pass where a file could not be read, even beside lesser problems', () => {
    const diagnostic = (
      code: Diagnostic['code'],
      severity: Diagnostic['severity'],
    ): Diagnostic => ({
      ...{ code, severity, message: '', hint: '' },
      ...{ file: null, range: null },
    });
    expect(exitCodeFor([])).toBe(0);
    expect(exitCodeFor([diagnostic('browser-sandbox', 'info')])).toBe(0);
    expect(
      exitCodeFor([diagnostic('unknown-key', 'error'), diagnostic('unreadable-file', 'error')]),
    ).toBe(2);
  });
});
