import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/reports.ts';
import { cli, example } from '../../support/cli.ts';
import { testEffects } from '../../support/effects.ts';
import { folderWith } from '../../support/folder.ts';
import { parsed } from '../../support/reports.ts';
import { flaw, flawedTrust, smallTrust } from '../../support/trusts.ts';

const sound = { 'trust.yaml': smallTrust };
const flawed = { 'trust.yaml': flawedTrust };
const broken = { 'trust.yaml': 'trust: [' };

describe('check', () => {
  it('says what it has read and that there is no problem, as its result', async () => {
    const { code, stdout, stderr } = await cli(['check'], folderWith(sound));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Read trust\.yaml: one school, no claims, no metrics, no sources and no voices\.\n\n/,
    );
    expect(stdout).toMatch(/\nNo problems found\.\n$/);
  });

  it('says where the problems are, as its result', async () => {
    const { stdout, stderr } = await cli(
      ['check', 'mine'],
      folderWith({ 'mine/trust.yaml': flawedTrust }),
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Read trust\.yaml: /);
    expect(stdout).toContain(
      `\n\nError unknown-evidence  mine/trust.yaml:${flaw.line}:${flaw.column}\n`,
    );
    expect(stdout).toMatch(/\n1 error\. .*\n$/);
  });

  it('says only what is wrong where the profile cannot be read', async () => {
    const { stdout } = await cli(['check'], folderWith(broken));
    expect(stdout).toMatch(/^Error yaml-syntax {2}trust\.yaml:1:/);
  });

  it('finds the example without a problem', async () => {
    const { code, stdout } = await cli(['check', example], folderWith());
    expect({ code, last: stdout.split('\n').at(-2) }).toEqual({
      code: 0,
      last: 'No problems found.',
    });
  });

  it('has colour where its result goes to a terminal, wherever its messages go', async () => {
    const cwd = folderWith(flawed);
    const check = async (colour: { out: boolean; err: boolean }) => {
      const out: string[] = [];
      const terminal = {
        ...testEffects(cwd).terminal,
        colour,
        out: (text: string) => void out.push(text),
      };
      await cli(['check'], cwd, { terminal });
      return out.join('').includes('\u001b[');
    };
    expect(await check({ out: true, err: false })).toBe(true);
    expect(await check({ out: false, err: true })).toBe(false);
  });
});

describe('check --json', () => {
  const counts = { schools: 1, claims: 0, metrics: 0, evidence: 0, voices: 0 };

  it.each([
    ['a profile without a problem', sound, 0, { ok: true, counts }, []],
    [
      'one with an error',
      flawed,
      1,
      { ok: false, counts: { ...counts, claims: 1, evidence: 1 } },
      ['unknown-evidence'],
    ],
    ['one that cannot be read', broken, 1, { ok: false, counts: null }, ['yaml-syntax']],
    ['no profile', {}, 3, { ok: false, counts: null }, ['no-profile']],
    ['one with a warning', { ...sound, 'scools.yaml': '' }, 0, { ok: true }, ['unused-file']],
  ] as const)(
    'prints for %s one object and nothing else',
    async (_, files, code, report, codes) => {
      const result = await cli(['check', '--json'], folderWith(files));
      expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
      const { diagnostics, ...rest } = parsed<CheckReport>(result.stdout);
      expect(rest).toMatchObject(report);
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(codes);
    },
  );

  it('names the file as one would type it from here, and the place in it', async () => {
    const cwd = folderWith({ 'mine/trust.yaml': flawedTrust });
    const { stdout } = await cli(['check', 'mine', '--json'], cwd);
    const [problem] = parsed<CheckReport>(stdout).diagnostics;
    expect(problem?.file).toBe('mine/trust.yaml');
    const { start, end } = problem?.range ?? {};
    expect(start).toMatchObject(flaw);
    expect(flawedTrust.slice(start?.offset, end?.offset)).toBe('diary');
  });
});

describe('check --annotate github', () => {
  it('prints annotations beside the text', async () => {
    const { stdout, stderr } = await cli(['check', '--annotate', 'github'], folderWith(flawed));
    const { line, column } = flaw;
    const place = `line=${line},endLine=${line},col=${column},endColumn=${column + 5}`;
    expect(stderr).toMatch(
      new RegExp(`^::error file=trust\\.yaml,${place},title=unknown-evidence::.+\n$`),
    );
    expect(stdout).toContain('Error unknown-evidence');
  });

  it('prints them beside the JSON too, which stays one object', async () => {
    const argv = ['check', '--json', '--annotate', 'github'];
    const { stdout, stderr } = await cli(argv, folderWith(flawed));
    expect(stderr.split('\n')).toHaveLength(2);
    expect(parsed<CheckReport>(stdout).diagnostics).toHaveLength(1);
  });

  it('prints nothing more where there is no problem', async () => {
    const { stderr } = await cli(['check', '--annotate', 'github'], folderWith(sound));
    expect(stderr).toBe('');
  });
});
