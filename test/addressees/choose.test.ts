import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseSchools } from '../../src/addressees/choose.ts';
import { defaultLimits } from '../../src/profile/limits.ts';
import { addressees, addresseeTable } from '../support/addressees.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { profileOf, told } from '../support/profile.ts';

const two = `trust:
  name: Quillbrook Learning Trust
prospective_schools:
  - name: Fennimore Primary School
    short_name: Fennimore
    urn: 990090
    invited_by: Its governing body
  - name: St Osyth’s
    pupils: 90
`;

/** What `--for` finds, in a profile and files beside it. */
async function choose(
  wanted: readonly string[],
  files: Record<string, string | Uint8Array> = {},
  profile = two,
) {
  const folder = folderWith(files);
  const { value, diagnostics } = await chooseSchools(
    wanted,
    await profileOf(profile),
    testEffects(folder),
    defaultLimits,
  );
  return { value, diagnostics, names: value?.addressees.map(({ name }) => name) };
}

const messages = ({ diagnostics }: Awaited<ReturnType<typeof choose>>) =>
  diagnostics.map(({ code, message, hint }) => `${code}: ${message} ${hint}`);

describe('the schools that copies are made for', () => {
  it('are named by name, short name or URN, in any case, each once', async () => {
    expect((await choose(['fennimore', '990090', 'FENNIMORE PRIMARY SCHOOL'])).names).toEqual([
      'Fennimore Primary School',
    ]);
    expect((await choose(["St Osyth's"])).names).toEqual(['St Osyth’s']);
  });

  it('are all of the profile’s', async () => {
    expect((await choose(['all'])).names).toEqual(['Fennimore Primary School', 'St Osyth’s']);
    expect(messages(await choose(['all'], {}, 'trust:\n  name: A\n'))).toEqual([
      'unknown-addressee: The profile names no school that has asked for this document. Add the schools under “prospective_schools”, or name a file of them: --for schools.csv',
    ]);
  });

  it('are refused where nobody of that name asked, and the one that was meant is pointed out', async () => {
    expect(messages(await choose(['Fenimore', 'Narnia']))).toEqual([
      'unknown-addressee: No school called “Fenimore” has asked for this document. Did you mean “Fennimore”?',
      'unknown-addressee: No school called “Narnia” has asked for this document. In “prospective_schools” there are: Fennimore Primary School, St Osyth’s. The name of a file must end in .csv or .yaml.',
    ]);
  });

  it('come from a table, and what it leaves out stays as the profile says', async () => {
    const { value, names } = await choose(['a.csv'], { 'a.csv': 'URN,Pupils\n990090,182\n' });
    expect(names).toEqual(['Fennimore Primary School']);
    expect(value?.addressees[0]).toMatchObject({ pupils: 182, invited_by: 'Its governing body' });
    expect(value?.profile.data.prospective_schools).toHaveLength(2);
  });

  it('come from a YAML list, bare or under its key', async () => {
    const bare = '- name: Marsh End\n  pupils: 12\n';
    const keyed = `prospective_schools:\n${bare.replace(/^/gm, '  ').trimEnd()}\n`;
    expect((await choose(['a.yaml'], { 'a.yaml': bare })).names).toEqual(['Marsh End']);
    expect((await choose(['a.yml'], { 'a.yml': keyed })).names).toEqual(['Marsh End']);
  });

  it('count among the files of the profile, by what was in them', async () => {
    const { value } = await choose(['a.yaml'], { 'a.yaml': '- name: Marsh End\n' });
    expect(value?.profile.files.map(({ path: file }) => path.basename(file))).toEqual([
      'trust.yaml',
      'a.yaml',
    ]);
    expect(value?.profile.files[1]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are told by no more than their file’s name where it stands outside the profile’s folder', async () => {
    const elsewhere = path.join(folderWith({ 'a.yaml': '- name: Marsh End\n' }), 'a.yaml');
    const { value } = await choose([elsewhere], {});
    expect(value?.profile.files[1]?.path).toBe('../a.yaml');
  });

  it('may be hundreds', async () => {
    const many = await choose(['all'], {}, `trust: {name: A}\n${addressees(200)}`);
    expect(many.names).toHaveLength(200);
    expect((await choose(['a.csv'], { 'a.csv': addresseeTable(300) })).names).toHaveLength(300);
  });
});

describe('a list of schools that cannot be used', () => {
  const marked = async (files: Record<string, string>, profile = two) => {
    const folder = folderWith(files);
    const { diagnostics } = await chooseSchools(
      Object.keys(files),
      await profileOf(profile),
      testEffects(folder),
      defaultLimits,
    );
    return told(diagnostics, files);
  };

  it('has a school twice, by URN or by name', async () => {
    expect(await marked({ 'a.csv': 'URN,Name\n990001,A\n990002,B\n990001,C\n' })).toEqual([
      'school-twice a.csv:4:1 “990001,C”',
    ]);
    expect(await marked({ 'a.yaml': '- name: A\n- name: a\n' })).toEqual([
      'school-twice a.yaml:2:3 “name: a”',
    ]);
  });

  it('gives two schools one folder, or one that Windows cannot have', async () => {
    expect(
      await marked({ 'a.csv': 'Name\nSt Osyth’s School\nSt. Osyths school\nCON\n…\n' }),
    ).toEqual([
      'copy-folder a.csv:3:1 “St. Osyths school”',
      'copy-folder a.csv:4:1 “CON”',
      'copy-folder a.csv:5:1 “…”',
    ]);
  });

  it('has a school without a name, at its row', async () => {
    expect(await marked({ 'a.csv': 'URN,Name\n990001,\n' })).toEqual([
      'missing-key a.csv:2:1 “990001”',
    ]);
  });

  it('has values that are none, at their cells', async () => {
    expect(await marked({ 'a.csv': 'Name,URN,Phase,Pupils\n"A, B",99001,primery,1x\n' })).toEqual([
      'bad-urn a.csv:2:8 “99001”',
      'not-a-choice a.csv:2:14 “primery”',
      'bad-number a.csv:2:22 “1x”',
    ]);
    expect(await marked({ 'a.yaml': '- name: A\n  phaze: primary\n' })).toEqual([
      'unknown-key a.yaml:2:3 “phaze”',
    ]);
  });

  it('is not there, is empty, is a spreadsheet’s own or holds something else', async () => {
    const codes = async (name: string, text?: string) =>
      (await choose([name], text === undefined ? {} : { [name]: text })).diagnostics.map(
        ({ code }) => code,
      );
    expect(await codes('none.csv')).toEqual(['no-list']);
    expect(await codes('a.csv', '')).toEqual(['empty-list']);
    expect(await codes('a.csv', 'URN,Name\n')).toEqual(['empty-list']);
    expect(await codes('a.csv', 'Colour,Size\nred,1\n')).toEqual(['bad-table']);
    expect(await codes('a.csv', 'Name\n"open\n')).toEqual(['bad-table']);
    expect(await codes('a.csv', 'Name,School\nA,B\n')).toEqual(['bad-table']);
    expect(await codes('a.xlsx', 'PK')).toEqual(['bad-table']);
    expect(await codes('a.yaml', '')).toEqual(['empty-list']);
    expect(await codes('a.yaml', 'trust:\n  name: A\n')).toEqual(['empty-list']);
    expect(await codes('a.yaml', '- name: [\n')).toContain('yaml-syntax');
  });

  it('is larger, deeper or longer than a profile may be', async () => {
    const limits = { ...defaultLimits, bytes: 40, nodes: 4, depth: 3 };
    const codes = async (name: string, text: string) => {
      const effects = testEffects(folderWith({ [name]: text }));
      const { diagnostics } = await chooseSchools([name], await profileOf(two), effects, limits);
      return diagnostics.map(({ code }) => code);
    };
    expect(await codes('a.csv', `Name\n${'a'.repeat(60)}\n`)).toEqual(['profile-too-large']);
    expect(await codes('a.csv', 'Name\nA\nB\nC\nD\nE\n')).toEqual(['profile-too-large']);
    expect(await codes('a.yaml', '- a: {b: {c: {d: e}}}\n')).toEqual(['profile-too-deep']);
  });
});
