import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MergeReport } from '../../../src/reports.ts';
import { buildCopies, contentsOf, fakeBrowsers, trustWithSchools } from '../../support/batch.ts';
import { cli } from '../../support/cli.ts';
import { folderWith } from '../../support/folder.ts';

/** A folder with both halves of four copies. */
async function halves() {
  const cwd = folderWith(trustWithSchools(4));
  for (const number of [1, 2]) {
    await buildCopies(cwd, fakeBrowsers(), { shard: { number, of: 2 } });
  }
  return { cwd, output: path.join(cwd, 'output') };
}

describe('merge', () => {
  it('joins records that are named one by one', async () => {
    const { cwd } = await halves();
    const names = ['output/build-1-of-2.json', 'output/build-2-of-2.json'];
    expect(await cli(['merge', ...names], cwd)).toMatchObject({ code: 0, stderr: '' });
  });

  it('brings parts of several folders into one, and leaves what else is there', async () => {
    const cwd = folderWith(trustWithSchools(4));
    for (const number of [1, 2]) {
      const shard = { number, of: 2 };
      await buildCopies(cwd, fakeBrowsers(), { shard, out: `parts/${number}` });
    }
    // A copy that another part makes now, left from an earlier build.
    const stale = path.join(cwd, 'parts/2/for/995000');
    mkdirSync(stale);
    writeFileSync(path.join(stale, 'prospectus.pdf'), 'stale');
    const unsaid = await cli(['merge', 'parts/1', 'parts/2'], cwd);
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('--out');
    expect(await cli(['merge', 'parts/1', 'parts/2', '--out', 'output'], cwd)).toMatchObject({
      code: 0,
    });
    const whole = folderWith(trustWithSchools(4));
    await buildCopies(whole, fakeBrowsers());
    expect(contentsOf(path.join(cwd, 'output'))).toEqual(contentsOf(path.join(whole, 'output')));
  });

  it('joined a second time is the same, beside or in another folder', async () => {
    const { cwd, output } = await halves();
    const once = await cli(['merge', 'output'], cwd);
    const before = contentsOf(output);
    expect(await cli(['merge', 'output'], cwd)).toEqual(once);
    expect(contentsOf(output)).toEqual(before);
    for (const _ of [1, 2]) {
      expect(await cli(['merge', 'output', '--out', 'whole'], cwd)).toMatchObject({ code: 0 });
      const whole = contentsOf(path.join(cwd, 'whole'));
      expect(whole['build.json']).toBe(before['build.json']);
      expect(Object.keys(whole)).toHaveLength(Object.keys(before).length - 2);
    }
  });

  it('brings nothing of parts that do not make a whole', async () => {
    const { cwd, output } = await halves();
    rmSync(path.join(output, 'for/995003/prospectus.pdf'));
    expect((await cli(['merge', 'output', '--out', 'whole'], cwd)).code).toBe(2);
    expect(existsSync(path.join(cwd, 'whole'))).toBe(false);
  });

  it('reports as one object', async () => {
    const { cwd } = await halves();
    const { code, stdout } = await cli(['merge', 'output', '--json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout) satisfies MergeReport).toEqual({
      ...{ format: 1, command: 'merge', ok: true, record: 'output/build.json' },
      ...{ documents: 4, problems: [] },
    });
  });

  it.each<[string, (output: string) => void, RegExp]>([
    [
      'a part is missing',
      (output) => rmSync(path.join(output, 'build-2-of-2.json')),
      /^Part 2 of 2 is missing\.$/m,
    ],
    [
      'a document is missing',
      (output) => rmSync(path.join(output, 'for/995001/prospectus.pdf')),
      /^for\/995001\/prospectus\.pdf is missing\.$/m,
    ],
    [
      'a document was altered',
      (output) => appendFileSync(path.join(output, 'for/995001/prospectus.pdf'), ' '),
      /^for\/995001\/prospectus\.pdf was altered\.$/m,
    ],
    [
      'a record was altered',
      (output) => appendFileSync(path.join(output, 'build-1-of-2.json'), '{'),
      /^output\/build-1-of-2\.json is missing, damaged, or was altered\.$/m,
    ],
  ])('fails where %s, and writes nothing', async (_, spoil, message) => {
    const { cwd, output } = await halves();
    spoil(output);
    const { code, stdout, stderr } = await cli(['merge', 'output'], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Not joined.');
    expect(existsSync(path.join(output, 'build.json'))).toBe(false);
  });

  it('says where there is nothing to join', async () => {
    const { code, stderr } = await cli(['merge', '.'], folderWith());
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('There is no part of a build there: ');
  });
});
