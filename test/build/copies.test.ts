import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/build.ts';
import { Failure, timedOut } from '../../src/pdf/failure.ts';
import { addressees, addresseeTable } from '../support/addressees.ts';
import {
  buildCopies,
  contentsOf,
  crash,
  fakeBrowsers,
  trustWithSchools,
} from '../support/batch.ts';
import { testEffects } from '../support/effects.ts';
import { systemError } from '../support/failing.ts';
import { folderWith } from '../support/folder.ts';
import { smallTrust } from '../support/trusts.ts';

const states = ({ documents }: BuildResult) => documents.map(({ state }) => state);
const whys = ({ documents }: BuildResult) => documents.map(({ why }) => why);
const codes = ({ diagnostics }: BuildResult) => diagnostics.map(({ code }) => code);

describe('copies for many schools', () => {
  it('are made in the order of the plan, with a record of each', async () => {
    const cwd = folderWith(trustWithSchools(5));
    const browsers = fakeBrowsers();
    const result = await buildCopies(cwd, browsers);
    expect(result.outcome).toBe('done');
    expect(result.documents).toEqual(
      [0, 1, 2, 3, 4].map((index) => ({
        ...{ place: `for/${995_000 + index}/prospectus`, edition: 'prospectus' },
        ...{ state: 'made', why: 'new' },
      })),
    );
    expect(result.manifest?.documents.map(({ place }) => place)).toEqual(
      result.documents.map(({ place }) => place),
    );
    expect(browsers.started()).toBe(1);
    const names = result.files.map((file) =>
      path.relative(cwd, file.path).split(path.sep).join('/'),
    );
    expect(names.slice(0, 3)).toEqual([
      'output/for/995000/prospectus.md',
      'output/for/995000/prospectus.pdf',
      'output/for/995001/prospectus.md',
    ]);
    expect(names.at(-1)).toBe('output/build.json');
  });

  it('are not made again where nothing has changed, and then no browser starts', async () => {
    const cwd = folderWith(trustWithSchools(3));
    await buildCopies(cwd, fakeBrowsers());
    const before = contentsOf(path.join(cwd, 'output'));
    const browsers = fakeBrowsers();
    const again = await buildCopies(cwd, browsers);
    expect(again).toMatchObject({ outcome: 'done', files: [] });
    expect(states(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(browsers.started()).toBe(0);
    expect(contentsOf(path.join(cwd, 'output'))).toEqual(before);
  });

  it('are made again one by one, where what they say has changed', async () => {
    const cwd = folderWith(trustWithSchools(4));
    await buildCopies(cwd, fakeBrowsers());
    const table = path.join(cwd, 'schools-that-asked.csv');
    const changed = readFileSync(table, 'utf8').replace('Marlow Fold 3 ', 'Marlow Fold 33 ');
    writeFileSync(table, changed);
    const browsers = fakeBrowsers();
    const result = await buildCopies(cwd, browsers);
    expect(states(result)).toEqual(['unchanged', 'unchanged', 'made', 'unchanged']);
    expect(whys(result)).toEqual([null, null, 'text', null]);
    expect(browsers.printed).toEqual(['Marlow Fold 33']);
  });

  it('are not printed again for a change in the profile that no document shows', async () => {
    const cwd = folderWith(trustWithSchools(2));
    await buildCopies(cwd, fakeBrowsers());
    writeFileSync(path.join(cwd, 'trust.yaml'), `# a comment\n${smallTrust}`);
    const browsers = fakeBrowsers();
    const result = await buildCopies(cwd, browsers);
    expect(states(result)).toEqual(['unchanged', 'unchanged']);
    expect(browsers.printed).toEqual([]);
    // What they were made from has changed, though, and the record says so; then all is as it was.
    expect(result.files.map(({ path: file }) => path.basename(file))).toEqual(['build.json']);
    expect((await buildCopies(cwd, fakeBrowsers())).files).toEqual([]);
  });

  it('are made again for one school alone whose figure the profile changes', async () => {
    const profile = `${smallTrust}\n${addressees(3)}`;
    const cwd = folderWith({ 'trust.yaml': profile });
    const all = { schools: ['all'] };
    await buildCopies(cwd, fakeBrowsers(), all);
    const changed = profile.replace('Reading in year 2', 'Reading in year 6');
    expect(changed).not.toBe(profile);
    writeFileSync(path.join(cwd, 'trust.yaml'), changed);
    const before = contentsOf(path.join(cwd, 'output'));
    const browsers = fakeBrowsers();
    const result = await buildCopies(cwd, browsers, all);
    const after = contentsOf(path.join(cwd, 'output'));
    const differing = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(states(result).filter((state) => state === 'made')).toHaveLength(1);
    expect(differing.every((name) => /^for\/995001\/|^build\.json$/.test(name))).toBe(true);
  });

  it('are made for a school that is new, and the others stay', async () => {
    const cwd = folderWith(trustWithSchools(2));
    await buildCopies(cwd, fakeBrowsers());
    writeFileSync(path.join(cwd, 'schools-that-asked.csv'), addresseeTable(3));
    expect(whys(await buildCopies(cwd, fakeBrowsers()))).toEqual([null, null, 'new']);
  });

  it.each<[string, (output: string) => void, string]>([
    ['missing', (output) => rmSync(path.join(output, 'for/995001/prospectus.pdf')), 'missing'],
    [
      'altered, though no longer',
      (output) => writeFileSync(path.join(output, 'for/995001/prospectus.md'), 'x'),
      'altered',
    ],
  ])('are made again where a file of theirs is %s', async (_, change, why) => {
    const cwd = folderWith(trustWithSchools(2));
    await buildCopies(cwd, fakeBrowsers());
    const output = path.join(cwd, 'output');
    const before = contentsOf(output);
    change(output);
    expect(whys(await buildCopies(cwd, fakeBrowsers()))).toEqual([null, why]);
    expect(contentsOf(output)).toEqual(before);
  });

  it('are all made again where that is asked for', async () => {
    const cwd = folderWith(trustWithSchools(2));
    await buildCopies(cwd, fakeBrowsers());
    const result = await buildCopies(cwd, fakeBrowsers(), { force: true });
    expect(whys(result)).toEqual(['forced', 'forced']);
  });

  it('have the date in them, and are made again on another day where none is fixed', async () => {
    const cwd = folderWith(trustWithSchools(1));
    await buildCopies(cwd, fakeBrowsers());
    const now = () => new Date('2026-11-25T12:00:00Z');
    expect(whys(await buildCopies(cwd, fakeBrowsers(), {}, { now }))).toEqual(['date']);
  });

  it('stay on another day where the profile fixes the date', async () => {
    const cwd = folderWith({
      ...trustWithSchools(1),
      'trust.yaml': `as_of: 1 November 2026\n${smallTrust}`,
    });
    await buildCopies(cwd, fakeBrowsers());
    const now = () => new Date('2026-11-25T12:00:00Z');
    expect(states(await buildCopies(cwd, fakeBrowsers(), {}, { now }))).toEqual(['unchanged']);
  });

  it('stay on record when others are built, in another format or for nobody', async () => {
    const cwd = folderWith(trustWithSchools(2));
    await buildCopies(cwd, fakeBrowsers());
    await buildCopies(cwd, fakeBrowsers(), { formats: ['html'] });
    await buildCopies(cwd, fakeBrowsers(), { schools: [] });
    expect(states(await buildCopies(cwd, fakeBrowsers()))).toEqual(['unchanged', 'unchanged']);
    const html = await buildCopies(cwd, fakeBrowsers(), { formats: ['html'] });
    expect(states(html)).toEqual(['unchanged', 'unchanged']);
  });
});

describe('a record that cannot be believed', () => {
  it.each<[string, (record: string) => string]>([
    ['empty', () => ''],
    ['cut short', (record) => record.slice(0, record.length / 2)],
    ['no JSON', () => 'PK\u0003\u0004'],
    ['of another kind', () => '[]'],
    ['of another format', (record) => record.replace('"format": 2', '"format": 3')],
    ['of an old format', (record) => record.replace('"format": 2', '"format": 1')],
    ['changed by hand', (record) => record.replace('"status": "draft"', '"status": "release"')],
    ['leading out of its folder', (record) => record.replaceAll('for/995000/', '../../../../dev/')],
    ['with a place that is never there', (record) => record.replaceAll('.md"', '.md/x/../y"')],
  ])('because it is %s only costs time', async (_, spoil) => {
    const cwd = folderWith(trustWithSchools(2));
    await buildCopies(cwd, fakeBrowsers());
    const output = path.join(cwd, 'output');
    const before = contentsOf(output);
    const file = path.join(output, 'build.json');
    const spoilt = spoil(readFileSync(file, 'utf8'));
    expect(spoilt).not.toBe(before['build.json']);
    writeFileSync(file, spoilt);
    const result = await buildCopies(cwd, fakeBrowsers());
    expect(result.outcome).toBe('done');
    expect(whys(result)).toEqual(['new', 'new']);
    expect(contentsOf(output)).toEqual(before);
  });
});

describe('a dry run', () => {
  it('says what would be made and why, starts nothing and writes nothing', async () => {
    const cwd = folderWith(trustWithSchools(3));
    await buildCopies(cwd, fakeBrowsers());
    rmSync(path.join(cwd, 'output/for/995001/prospectus.pdf'));
    const before = contentsOf(cwd);
    const browsers = fakeBrowsers();
    const result = await buildCopies(cwd, browsers, { dryRun: true });
    expect(result).toMatchObject({ outcome: 'done', files: [] });
    expect(states(result)).toEqual(['unchanged', 'due', 'unchanged']);
    expect(whys(result)).toEqual([null, 'missing', null]);
    expect(browsers.started()).toBe(0);
    expect(contentsOf(cwd)).toEqual(before);
  });
});

describe('a document that fails', () => {
  it('does not stop the others, and is named at the end', async () => {
    const cwd = folderWith(trustWithSchools(5));
    const browsers = fakeBrowsers((school) =>
      school === 'Marlow Fold 2' ? timedOut(60) : school === 'Marlow Fold 4' ? crash() : undefined,
    );
    const result = await buildCopies(cwd, browsers);
    expect(result).toMatchObject({ outcome: 'failed', manifest: null });
    expect(states(result)).toEqual(['made', 'failed', 'made', 'failed', 'made']);
    expect(codes(result)).toEqual(expect.arrayContaining(['timed-out', 'browser-failed']));
    const [first] = result.diagnostics.filter(({ code }) => code === 'timed-out');
    expect(first?.message).toMatch(/^for\/995001\/prospectus was not made\. /);

    const next = await buildCopies(cwd, fakeBrowsers());
    expect(states(next)).toEqual(['unchanged', 'made', 'unchanged', 'made', 'unchanged']);
  });

  it('because its browser crashed is printed once more by a new one', async () => {
    const cwd = folderWith(trustWithSchools(3));
    const browsers = fakeBrowsers((school, times) =>
      school === 'Marlow Fold 2' && times === 1 ? crash() : undefined,
    );
    const result = await buildCopies(cwd, browsers, { jobs: 1 });
    expect(states(result)).toEqual(['made', 'made', 'made']);
    expect(browsers.started()).toBe(2);
    expect(codes(result)).not.toContain('browser-failed');
  });

  it('because no browser can be started is the last', async () => {
    const cwd = folderWith(trustWithSchools(9));
    const unable = new Failure({ code: 'no-browser', message: 'None.', hint: 'Install one.' });
    const result = await buildCopies(cwd, fakeBrowsers(undefined, { unable }), { jobs: 1 });
    expect(result.outcome).toBe('failed');
    expect(states(result)).toEqual(['failed', ...Array.from({ length: 8 }, () => 'left')]);
    expect(codes(result).filter((code) => code === 'no-browser')).toHaveLength(1);
  });

  it('because the disk is full is the last; those before it are on record', async () => {
    const cwd = folderWith(trustWithSchools(6));
    const { files } = testEffects(cwd);
    let full = false;
    const filling: typeof files = {
      ...files,
      async write(file, content) {
        full ||= file.includes('995003');
        if (full && !file.endsWith('build.json')) throw systemError('ENOSPC');
        await files.write(file, content);
      },
    };
    const result = await buildCopies(cwd, fakeBrowsers(), { jobs: 1 }, { files: filling });
    expect(result.outcome).toBe('failed');
    expect(states(result)).toEqual(['made', 'made', 'made', 'failed', 'left', 'left']);
    expect(codes(result).filter((code) => code === 'cannot-write')).toHaveLength(1);
    const next = await buildCopies(cwd, fakeBrowsers());
    expect(states(next).slice(0, 3)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('because another program has it open does not stop the others', async () => {
    const cwd = folderWith(trustWithSchools(3));
    const { files } = testEffects(cwd);
    const held: typeof files = {
      ...files,
      async write(file, content) {
        if (file.includes('995001')) throw systemError('EBUSY');
        await files.write(file, content);
      },
    };
    const result = await buildCopies(cwd, fakeBrowsers(), {}, { files: held });
    expect(states(result)).toEqual(['made', 'failed', 'made']);
  });

  it('because a template of the user’s is at fault is told once, for all of them', async () => {
    const cwd = folderWith({
      ...trustWithSchools(3),
      'templates/sections/cover.hbs': '{{#if school}}',
    });
    const result = await buildCopies(cwd, fakeBrowsers());
    expect(result).toMatchObject({ outcome: 'refused', files: [] });
    expect(states(result)).toEqual(['refused', 'refused', 'refused']);
    expect(codes(result).filter((code) => code.startsWith('template'))).toHaveLength(1);
  });
});

describe('an interruption', () => {
  it('ends with whole documents, says how many, and the next run makes only the others', async () => {
    const cwd = folderWith(trustWithSchools(6));
    const user = new AbortController();
    const { interrupted } = await import('../../src/pdf/failure.ts');
    const browsers = fakeBrowsers((school) => {
      if (school === 'Marlow Fold 4') user.abort();
      return user.signal.aborted ? interrupted() : undefined;
    });
    const result = await buildCopies(cwd, browsers, { jobs: 1 }, { interrupted: user.signal });
    expect(result.outcome).toBe('interrupted');
    expect(states(result)).toEqual(['made', 'made', 'made', 'failed', 'left', 'left']);
    expect(result.diagnostics.at(-1)).toMatchObject({
      code: 'interrupted',
      message: 'Interrupted. Of 6 documents, 3 are finished.',
      hint: expect.stringContaining('Run the same command again'),
    });
    const next = await buildCopies(cwd, fakeBrowsers());
    expect(states(next)).toEqual(['unchanged', 'unchanged', 'unchanged', 'made', 'made', 'made']);
    const clean = folderWith(trustWithSchools(6));
    await buildCopies(clean, fakeBrowsers());
    expect(contentsOf(path.join(cwd, 'output'))).toEqual(contentsOf(path.join(clean, 'output')));
  });
});

describe('two runs into one folder at once', () => {
  it('leave what one of them alone would leave', async () => {
    const cwd = folderWith(trustWithSchools(4));
    const both = await Promise.all([
      buildCopies(cwd, fakeBrowsers()),
      buildCopies(cwd, fakeBrowsers(), { jobs: 3 }),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    const clean = folderWith(trustWithSchools(4));
    await buildCopies(clean, fakeBrowsers());
    expect(contentsOf(path.join(cwd, 'output'))).toEqual(contentsOf(path.join(clean, 'output')));
  });
});
