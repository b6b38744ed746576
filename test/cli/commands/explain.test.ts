import { describe, expect, it } from 'vitest';
import { type Code, catalogue } from '../../../src/diagnostics/catalogue.ts';
import { cli } from '../../support/cli.ts';
import { testEffects } from '../../support/effects.ts';
import { folderWith } from '../../support/folder.ts';

const explain = (...argv: string[]) => cli(['explain', ...argv], folderWith());
const all = Object.keys(catalogue) as Code[];
const spaces = (text: string) => text.replace(/\s+/g, ' ');

describe('explain', () => {
  it.each(all)('says of %s what it means, why it matters and what to do', async (code) => {
    const { code: exit, stdout, stderr } = await explain(code);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const { title, why, remedy, severity, inRelease, wrong } = catalogue[code];
    const weight = inRelease ? `${severity}; in a release ${inRelease}` : severity;
    expect(stdout).toContain(`${title}  (${code}, ${weight})`);
    expect(spaces(stdout)).toContain(spaces(why));
    expect(spaces(stdout)).toContain(spaces(remedy));
    expect(stdout.includes('\nWrong\n')).toBe(wrong !== undefined);
    expect(stdout.includes('\nRight\n')).toBe(wrong !== undefined);
  });

  it('gives examples as they would be typed', async () => {
    expect((await explain('duplicate-key')).stdout).toContain(
      '\nRight\n  growth:\n    pace: Two schools a year.\n',
    );
  });

  it('gives the source of a rule that has one', async () => {
    const code = all.find((name) => catalogue[name].source !== undefined) ?? 'unknown-key';
    expect(spaces((await explain(code)).stdout)).toContain(
      `Where the rule comes from ${spaces(catalogue[code].source ?? 'none')}`,
    );
  });

  it('lists every code in order, a line each', async () => {
    const { stdout } = await explain();
    const lines = stdout.trimEnd().split('\n');
    const codes = lines.map((line) => line.split(' ')[0]);
    expect(codes).toEqual([...all].sort((a, b) => a.localeCompare(b, 'en')));
    expect(stdout).toMatch(/^yaml-tab +error +A tab at the start of a line$/m);
  });

  it('keeps within the terminal, and within 80 columns at most', async () => {
    for (const columns of [70, 80, 300]) {
      const cwd = folderWith();
      const out: string[] = [];
      const terminal = {
        ...testEffects(cwd).terminal,
        columns,
        out: (text: string) => void out.push(text),
      };
      await cli(['explain', 'browser-sandbox'], cwd, { terminal });
      const widest = Math.max(
        ...out
          .join('')
          .split('\n')
          .map((line) => line.length),
      );
      expect(widest).toBeLessThanOrEqual(Math.min(columns, 80));
    }
  });

  it.each([
    [
      'unknown-kee',
      'There is no code “unknown-kee”. Did you mean unknown-key? All codes: thriving-case explain\n',
    ],
    ['cheese', 'There is no code “cheese”. All codes: thriving-case explain\n'],
    ['constructor', 'There is no code “constructor”. All codes: thriving-case explain\n'],
  ])('answers %s with the nearest code, or with where all are', async (code, message) => {
    expect(await explain(code)).toEqual({ code: 3, stdout: '', stderr: message });
  });

  it('prints what it knows as JSON, of one code or of all', async () => {
    const one = JSON.parse((await explain('duplicate-key', '--json')).stdout);
    expect(one).toEqual({ code: 'duplicate-key', ...catalogue['duplicate-key'] });
    const list = JSON.parse((await explain('--json')).stdout) as { code: string }[];
    expect(list.map(({ code }) => code).sort()).toEqual([...all].sort());
    expect(Object.keys(list[0] ?? {})).toEqual(['code', 'severity', 'title']);
  });
});
