import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { addresseeTable } from '../support/addressees.ts';
import { contentsOf } from '../support/batch.ts';
import { example, root, spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

/** Where the second build is made, and by whom, as far as a program can see. */
const elsewhere = {
  ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ...{ USER: 'someone', LOGNAME: 'someone', USERNAME: 'someone', HOSTNAME: 'another' },
};

const here = { TZ: 'Europe/London', LANG: 'C', LC_ALL: 'C', USER: 'jane', LOGNAME: 'jane' };

async function built(
  place: string,
  table: string,
  argv: string[],
  env: Record<string, string>,
  profile = example,
) {
  const cwd = path.join(folderWith(), place);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(path.join(cwd, 'schools.csv'), table);
  const { finished } = spawnCli(['build', profile, ...argv, '--out', 'made'], {
    cwd,
    env: { ...env, SOURCE_DATE_EPOCH: '1795824000' },
  });
  const { code, stderr } = await finished;
  expect(code, stderr).toBe(0);
  return contentsOf(path.join(cwd, 'made'));
}

/** Which files differ, or are in one alone: a difference of whole files would fill the screen. */
function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name] !== other[name]);
}

describe('two builds of one profile', () => {
  it('are the same, byte for byte, wherever, in whatever time zone and by whomever they are made', async () => {
    const one = await built('here', '', [], here);
    const other = await built(path.join('far', 'away'), '', [], elsewhere);
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining(['build.json', 'prospectus.html', 'prospectus.md', 'prospectus.pdf']),
    );
    expect(differing(one, other)).toEqual([]);
  });

  it('make the same copies one at a time and several at once, in whatever order', async () => {
    const table = addresseeTable(4);
    const [head = '', ...rows] = table.trimEnd().split('\n');
    const backwards = `${[head, ...rows.reverse()].join('\n')}\n`;
    const argv = ['--for', 'schools.csv', '--format', 'html,pdf'];
    const one = await built('here', table, [...argv, '--jobs', '1'], here);
    const other = await built('there', backwards, [...argv, '--jobs', '3'], elsewhere);
    expect(Object.keys(one)).toHaveLength(9);
    // The record lists the documents in the order of the plan, and the list of schools is another file.
    expect(differing(one, other)).toEqual(['build.json']);
  });

  it.runIf(process.env.LONG_TESTS)(
    'are the same in every edition of the large example, for its schools too, one at a time and four at once',
    { timeout: 1_200_000 },
    async () => {
      const wayfold = path.join(root, 'examples/wayfold');
      const build = async (place: string, env: Record<string, string>, ...argv: string[]) => {
        const all = ['--edition', 'all', '--timeout', '300', ...argv];
        const general = await built(place, '', all, env, wayfold);
        const copies = await built(
          place,
          '',
          [...all, '--for', 'St Tibba’s', '--for', 'Lower Brackwater'],
          env,
          wayfold,
        );
        return [general, copies] as const;
      };
      const [one, copies] = await build('here', here, '--jobs', '1');
      const [other, otherCopies] = await build('far away', elsewhere, '--jobs', '4');
      expect(Object.keys(one).filter((name) => name.endsWith('.pdf'))).toHaveLength(7);
      expect(Object.keys(copies).length).toBeGreaterThan(40);
      expect(differing(one, other)).toEqual([]);
      expect(differing(copies, otherCopies)).toEqual([]);
    },
  );
});
