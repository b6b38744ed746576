import { describe, expect, it } from 'vitest';
import { cli, example } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

describe('check, in words', () => {
  it('begins with whether it is ready and what to do next', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: Otterwick\n' });
    const { stdout, code } = await cli(['check'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Otterwick: a draft\. \d+ things stand in the way of a release\./);
    expect(stdout).toMatch(/Next\n {2}1\. /);
    expect(stdout).toMatch(/The six principles\n/);
  });

  it('lets nothing that the profile says drive the terminal', async () => {
    const typed = String.raw`"A\u001b[2J\u202eB"`;
    const folder = folderWith({
      'trust.yaml': `trust:\n  name: ${typed}\nrules:\n  - rule: boast\n    severity: note\n    reason: ${typed}\n`,
    });
    const { stdout } = await cli(['check'], folder);
    expect(stdout).toContain('\n\nA·[2J·B: a draft.');
    expect(stdout).toContain('boast: note. A·[2J·B\n');
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('is never wider than 80 columns, nor than the terminal', async () => {
    const { stdout } = await cli(['check', example, '--coverage'], example);
    for (const line of stdout.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('lists with --coverage every question by reader, with the key to fill in', async () => {
    const folder = folderWith({
      'trust.yaml': 'trust:\n  name: A\nanswers:\n  pension: As now.\n',
    });
    const { stdout } = await cli(['check', '--coverage'], folder);
    const staff = stdout.slice(stdout.indexOf('Staff ask'), stdout.indexOf('Families ask'));
    expect(staff).toMatch(/Answered\n {4}What happens to my pension\?\n {6}by answers\.pension/);
    expect(staff).toMatch(/Could I be moved to another school\?\n {6}fill in answers: being_moved/);
  });

  it('holds it all with --json', async () => {
    const { stdout } = await cli(['check', example, '--json'], example);
    const report = JSON.parse(stdout);
    expect(report.summary.coverage).toHaveLength(55);
    expect(report.summary.principles[0]).toMatchObject({ principle: 'vision', claims: 6 });
    expect(report.status).toBe('draft');
  });

  it('stops a release for what a draft may lack', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
    expect((await cli(['check'], folder)).code).toBe(0);
    expect((await cli(['check', '--release'], folder)).code).toBe(1);
  });
});
