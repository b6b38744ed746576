import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { profileIn } from '../support/interview.ts';
import { profileOf } from '../support/profile.ts';

const PROFILE = 'trust:\n  name: Otterwick\nschools:\n  - name: One School\n';
const FINANCE = 'sheets/questions-for-chief-finance-officer.md';
const HEAD = 'sheets/questions-for-headteacher.md';

/** Writes below the line of an answer, as a person does. */
function fill(folder: string, sheet: string, answers: Readonly<Record<string, string>>) {
  const file = path.join(folder, sheet);
  let text = readFileSync(file, 'utf8');
  for (const [mark, answer] of Object.entries(answers)) {
    const line = `**Answer:** <!-- answer: ${mark} -->\n`;
    expect(text).toContain(line);
    text = text.replace(line, `${line}\n${answer}\n`);
  }
  writeFileSync(file, text);
}

describe('sheets', () => {
  it('writes one for each who can answer something, with a place for each answer', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    const { code, stdout, stderr } = await cli(['sheets'], folder);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'sheets/questions-for-chair-of-trustees.md',
      HEAD,
      FINANCE,
      'sheets/questions-for-head-of-people.md',
    ]);
    expect(stderr).toContain('thriving-case collect sheets/*.md');
    const sheet = readFileSync(path.join(folder, FINANCE), 'utf8');
    expect(sheet).toMatch(/^# Questions for the chief finance officer\n/);
    expect(sheet).toContain('Otterwick is writing a document');
    const questions = sheet.match(/^### \d+\. /gm) ?? [];
    expect(sheet).toContain(`There are ${questions.length} questions`);
    expect(sheet).toContain('Why we ask: Governors compare trusts');
    expect(sheet).not.toContain('pensions');
  });

  it('leaves out what is answered', async () => {
    const folder = folderWith({
      'trust.yaml': `${PROFILE}finances:\n  contribution:\n    model: share of core funding\n`,
    });
    await cli(['sheets'], folder);
    const sheet = readFileSync(path.join(folder, FINANCE), 'utf8');
    expect(sheet).not.toContain('answer: cost-model');
    expect(sheet).toContain('answer: cost-rate');
    const head = readFileSync(path.join(folder, HEAD), 'utf8');
    expect(head).toContain('How many pupils does One School have?');
  });

  it('does not write over answers', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    await cli(['sheets'], folder);
    fill(folder, FINANCE, { 'cost-model': '1' });
    const { stderr } = await cli(['sheets'], folder);
    expect(stderr).toContain(`${FINANCE} holds answers`);
    expect(readFileSync(path.join(folder, FINANCE), 'utf8')).toContain('\n1\n');
  });

  it('writes where it is told to', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    await cli(['sheets', '--out', 'post'], folder);
    expect(readdirSync(path.join(folder, 'post'))).toHaveLength(4);
  });
});

describe('collect', () => {
  it('brings the answers back into their places', async () => {
    const folder = folderWith({ 'trust.yaml': `# ours\n${PROFILE}` });
    await cli(['sheets'], folder);
    fill(folder, FINANCE, {
      'cost-model': 'A share of its core funding (also called general annual grant, or GAG)',
      'cost-rate': '5%',
      'cost-services': '- Finance and payroll\n- Legal advice\n',
      'reserves-whose': 'ask governance professional',
      'money-joining / 1': 'Legal work',
      'money-joining-payer / 1': 'The trust',
      'money-joining / 3': 'Survey',
      'money-joining-payer / 3': 'Half each',
    });
    fill(folder, HEAD, {
      'school-pupils / One School': '206',
      'gains-families': '> Very little\n> at first.\n>\n> The hall stays open.',
    });
    const { code, stderr } = await cli(['collect', FINANCE, HEAD, '--yes'], folder);
    expect(stderr).toContain('10 new answers:');
    expect(stderr).toContain('What share a school pays\n5%');
    expect(code).toBe(0);
    expect(profileIn(folder)).toMatch(/^# ours\n/);
    const { data } = await profileOf(profileIn(folder));
    expect(data.finances?.contribution).toMatchObject({ model: 'share of core funding' });
    expect(data.services?.map(({ name }) => name)).toEqual(['Finance and payroll', 'Legal advice']);
    expect(data.gaps).toMatchObject([{ ask: 'governance professional' }]);
    expect(data.finances?.joining_costs).toEqual([
      { what: 'Legal work', paid_by: 'The trust' },
      { what: 'Survey', paid_by: 'Half each' },
    ]);
    expect(data.schools?.[0]?.pupils).toBe(206);
    expect(data.principles?.community?.for_you).toBe(
      'Very little at first.\n\nThe hall stays open.',
    );
  });

  it('shows the old answer beside the new one', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    await cli(['sheets'], folder);
    fill(folder, FINANCE, { 'reserves-whose': 'The trust’s.' });
    writeFileSync(
      path.join(folder, 'trust.yaml'),
      `${PROFILE}finances:\n  reserves:\n    whose: The school’s.\n`,
    );
    const { stderr } = await cli(['collect', FINANCE, '--yes'], folder);
    expect(stderr).toContain('Was: The school’s.');
    expect(stderr).toContain('Is:  The trust’s.');
    expect(profileIn(folder)).toContain('whose: The trust’s.');
  });

  it('takes the same sheet only once', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    await cli(['sheets'], folder);
    fill(folder, FINANCE, {
      'reserves-whose': 'The school’s.',
      'money-joining / 1': 'Legal work',
      'money-joining-payer / 1': 'The trust',
    });
    await cli(['collect', FINANCE, '--yes'], folder);
    const before = profileIn(folder);
    const { code, stderr } = await cli(['collect', FINANCE, '--yes'], folder);
    expect(stderr).toContain('There is nothing new on these sheets.');
    expect(code).toBe(0);
    expect(profileIn(folder)).toBe(before);
  });

  it('takes what it can read, and says what it cannot', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    await cli(['sheets'], folder);
    fill(folder, FINANCE, { 'cost-model': 'it depends', 'reserves-whose': 'The school’s.' });
    const { code, stderr } = await cli(['collect', FINANCE, '--yes'], folder);
    expect(stderr).toContain('Not taken: cost-model: Type a number from 1 to 4.');
    expect(code).toBe(1);
    expect(profileIn(folder)).toContain('whose: The school’s.');
  });

  it('reads sheets that were saved on Windows, and leaves others alone', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    await cli(['sheets'], folder);
    fill(folder, FINANCE, { 'reserves-whose': 'The school’s.' });
    const file = path.join(folder, FINANCE);
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
    const { code } = await cli(['collect', FINANCE, '--yes'], folder);
    expect(code).toBe(0);
    expect(profileIn(folder)).toContain('whose: The school’s.');
  });

  it('needs somebody to look at what it takes, or to be told to take it', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    const { code, stderr } = await cli(['collect', FINANCE], folder);
    expect(code).toBe(3);
    expect(stderr).toContain('--yes');
    expect(existsSync(path.join(folder, '.thriving-case'))).toBe(false);
  });

  it('says which sheet is not there', async () => {
    const folder = folderWith({ 'trust.yaml': PROFILE });
    const { code, stderr } = await cli(['collect', 'nothing.md', '--yes'], folder);
    expect(code).toBe(3);
    expect(stderr).toContain('There is no sheet at nothing.md');
  });
});
