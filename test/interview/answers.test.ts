import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { journalIn, profileIn } from '../support/interview.ts';
import { profileOf } from '../support/profile.ts';

const ANSWERS = `trust-name: Otterwick Learning Trust
schools: [Otterwick Primary School, Candlemoor Primary School]
cost-model: share of core funding
cost-rate: 5
reserves-whose:
  ask: finance director
growth-pace: |
  One school a year at most,
  and none in a bad year.
results:
  - result: Schools gave each other more days of help.
    result-measure: days of support
    result-year: 2024/25
    result-number: 52
    result-source: Log of visits
school-phase:
  Candlemoor Primary School: primary
`;

describe('init --answers', () => {
  it('writes a profile from a file, and asks nobody', async () => {
    const folder = folderWith({ 'our-answers.yaml': ANSWERS });
    const { code, stderr } = await cli(['init', 'ours', '--answers', 'our-answers.yaml'], folder);
    expect(stderr).toContain('Your answers are in ours/trust.yaml.');
    expect(code).toBe(0);
    const { data } = await profileOf(profileIn(folder, 'ours/trust.yaml'));
    expect(data.finances?.contribution?.rate).toMatchObject({ number: 5, unit: '%' });
    expect(data.growth?.pace).toBe('One school a year at most, and none in a bad year.');
    expect(data.gaps).toMatchObject([{ ask: 'finance director' }]);
    expect(data.principles?.improvement?.claims).toMatchObject([
      { evidence: ['log-of-visits'], metrics: ['days-of-support'] },
    ]);
    expect(data.schools?.map(({ phase }) => phase)).toEqual([undefined, 'primary']);
  });

  it('changes nothing the second time', async () => {
    const folder = folderWith({ 'our-answers.yaml': ANSWERS });
    await cli(['init', '--answers', 'our-answers.yaml'], folder);
    const [profile, journal] = [profileIn(folder), journalIn(folder)];
    expect((await cli(['init', '--answers', 'our-answers.yaml'], folder)).code).toBe(0);
    expect(profileIn(folder)).toBe(profile);
    expect(journalIn(folder).startsWith(journal)).toBe(true);
  });

  it('puts another answer in the place of the old one', async () => {
    const folder = folderWith({ 'our-answers.yaml': ANSWERS });
    await cli(['init', '--answers', 'our-answers.yaml'], folder);
    writeFileSync(path.join(folder, 'our-answers.yaml'), 'cost-rate: 4.5%\n');
    expect((await cli(['init', '--answers', 'our-answers.yaml'], folder)).code).toBe(0);
    expect(profileIn(folder)).toMatch(/^ {4}rate: 4\.5%$/m);
  });

  it('says all that is wrong at once, and writes nothing', async () => {
    const folder = folderWith({
      'our-answers.yaml':
        'trust-nam: A\ncost-model: 9\nschools: {}\nresults:\n  - results: x\npartners: y\ntrust-vision:\n  ask: Jane Smith\n',
    });
    const { code, stderr } = await cli(['init', '--answers', 'our-answers.yaml'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no question “trust-nam”. Did you mean “trust-name”?');
    expect(stderr).toContain('cost-model: Type a number from 1 to 4.');
    expect(stderr).toContain('There is no question “results”. Did you mean “result”?');
    expect(stderr).toContain('partners: Give a list');
    expect(stderr).toContain('“Jane Smith” is not a role');
    expect(stderr).toContain('Nothing was written.');
    expect(profileIn(folder)).toBe('');
    expect(journalIn(folder)).toBe('');
  });

  it('needs the name of the trust, as every profile does', async () => {
    const folder = folderWith({ 'our-answers.yaml': 'growth-pace: One.\n' });
    const { code, stderr } = await cli(['init', '--answers', 'our-answers.yaml'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('trust-name: A profile needs the name of its trust.');
  });

  it('says which answers are needless because of others', async () => {
    const folder = folderWith({
      'our-answers.yaml': 'trust-name: A\ncost-model: sum for each pupil\ncost-rate: 5%\n',
    });
    const { code, stderr } = await cli(['init', '--answers', 'our-answers.yaml'], folder);
    expect(code).toBe(0);
    expect(stderr).toContain('cost-rate: Not taken');
  });

  it.each([
    ['that is not there', {}, 3, 'There is no file of answers'],
    ['that is no YAML', { 'our-answers.yaml': 'a: [' }, 1, 'never closed'],
    ['that is a list', { 'our-answers.yaml': '- a\n' }, 1, 'holds no answers'],
  ])('refuses a file %s', async (_, files: Record<string, string>, wanted, words) => {
    const folder = folderWith(files);
    const { code, stderr } = await cli(['init', '--answers', 'our-answers.yaml'], folder);
    expect(code).toBe(wanted);
    expect(stderr).toContain(words);
  });

  it('does not decide between a file changed by hand and the answers', async () => {
    const folder = folderWith({ 'our-answers.yaml': ANSWERS });
    await cli(['init', '--answers', 'our-answers.yaml'], folder);
    const file = path.join(folder, 'trust.yaml');
    const changed = profileIn(folder).replace(/^ {4}rate: 5%/m, '    rate: 6%');
    writeFileSync(file, changed);
    writeFileSync(path.join(folder, 'our-answers.yaml'), 'cost-base: general annual grant\n');
    const { code, stderr } = await cli(['init', '--answers', 'our-answers.yaml'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('was changed by hand');
    expect(profileIn(folder)).toBe(changed);
  });
});

describe('init --defaults', () => {
  it('begins a profile that is filled in by hand', async () => {
    const folder = folderWith();
    const { code } = await cli(['init', '--defaults'], folder);
    expect(code).toBe(0);
    const { data } = await profileOf(profileIn(folder));
    expect(data.trust.name).toBe('The name of your trust');
  });

  it('takes what can be worked out from the answers that are given', async () => {
    const folder = folderWith({
      'our-answers.yaml':
        'trust-name: Otterwick\nreader-stage: exploring\ncost-model: 1\ncost-rate: 5%\n',
    });
    await cli(['init', '--answers', 'our-answers.yaml', '--defaults'], folder);
    expect(profileIn(folder)).toContain('issued_by: The trustees of Otterwick\n');
    expect(profileIn(folder)).toMatch(/^ {4}base: general annual grant$/m);
  });
});

describe('init', () => {
  it('asks nobody where there is nobody', async () => {
    const { code, stderr } = await cli(['init'], folderWith());
    expect(code).toBe(3);
    expect(stderr).toContain('must run in a terminal');
  });

  it('knows the parts it can ask about', async () => {
    const folder = folderWith();
    const { code, stderr } = await cli(['init', '--only', 'finanse'], folder);
    expect(code).toBe(3);
    expect(stderr).toContain('There is no part called “finanse”. Did you mean finance?');
  });

  it('answers only the parts that are named', async () => {
    const folder = folderWith({
      'trust.yaml': 'trust:\n  name: A\n',
      'our-answers.yaml': 'cost-rate: 5%\n',
    });
    const { code, stderr } = await cli(
      ['init', '--answers', 'our-answers.yaml', '--only', 'staff'],
      folder,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('There is no question “cost-rate”');
  });

  it('does not begin in a file that is none of its own', async () => {
    const folder = folderWith({ 'notes.txt': 'x' });
    const { code, stderr } = await cli(['init', 'notes.txt', '--defaults'], folder);
    expect(code).toBe(3);
    expect(stderr).toContain('notes.txt is a file.');
  });

  it('takes the profile’s own file for its folder', async () => {
    const folder = folderWith({
      'trust.yaml': 'trust:\n  name: A\n',
      'our-answers.yaml': 'growth-pace: One.\n',
    });
    expect((await cli(['init', 'trust.yaml', '--answers', 'our-answers.yaml'], folder)).code).toBe(
      0,
    );
    expect(profileIn(folder)).toContain('pace: One.');
  });

  it('says when the disk is full in the middle of it', async () => {
    const folder = folderWith({ 'our-answers.yaml': 'trust-name: A\n' });
    const { files } = testEffects(folder);
    const full: typeof files = {
      ...files,
      write: async () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const { code, stderr } = await cli(['init', '--answers', 'our-answers.yaml'], folder, {
      files: full,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('The disk is full');
    // The answers are kept, and go into the profile when there is room.
    expect((await cli(['init', '--answers', 'our-answers.yaml'], folder)).code).toBe(0);
    expect(profileIn(folder)).toContain('name: A\n');
  });

  it('leaves alone what a later version kept', async () => {
    const folder = folderWith({
      '.thriving-case/interview.jsonl': '{"journal":"thriving-case interview","format":9}\n',
    });
    const { code, stderr } = await cli(['init', '--defaults'], folder);
    expect(code).toBe(3);
    expect(stderr).toContain('a later version of this tool');
  });
});
