import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../../src/reports.ts';
import { cli, spawnCli } from '../../support/cli.ts';
import { testEffects } from '../../support/effects.ts';
import { folderWith } from '../../support/folder.ts';

const real = { env: process.env };
const doctor = (cwd: string, ...argv: string[]) => cli(['doctor', ...argv], cwd, real);

describe('doctor', () => {
  it('says line by line what works, and at the end that the computer is ready', async () => {
    const { code, stdout, stderr } = await doctor(folderWith());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^OK {7}thriving-case \S+ runs on Node\.js /);
    expect(stdout).not.toContain('Problem');
    expect(stdout).toMatch(
      /\n\nThis computer is ready: it can make Markdown, HTML and PDF documents\.\n$/,
    );
  });

  it('says what to do about what does not, and that the rest can be made', async () => {
    const { code, stdout } = await doctor(folderWith(), '--browser', 'nowhere');
    expect(code).toBe(2);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toMatch(
      /Note There is no browser at \S.*nowhere\. What to do: Correct --browser/,
    );
    expect(words).toContain('Problem No page could be printed, because no browser started.');
    expect(words).toContain('This computer can make Markdown and HTML documents, but no PDF yet.');
    expect(words).toContain('Then run “thriving-case doctor” again.');
  });

  it('says that nothing can be made where nothing can be written', async () => {
    const { code, stdout } = await doctor(path.join(folderWith(), 'gone'), '--browser', 'nowhere');
    expect(code).toBe(2);
    expect(stdout).toContain('This computer is not ready yet.');
  });

  it.each([40, 80])('keeps to a terminal of %i columns but for paths', async (columns) => {
    const cwd = folderWith();
    const out: string[] = [];
    const terminal = {
      ...testEffects(cwd).terminal,
      columns,
      out: (text: string) => void out.push(text),
    };
    await cli(['doctor', '--browser', 'nowhere'], cwd, { ...real, terminal });
    const long = out
      .join('')
      .split('\n')
      .filter((line) => line.length > columns);
    expect(long.filter((line) => !line.includes(path.sep))).toEqual([]);
  });

  it('prints one JSON object with the same', async () => {
    const { code, stdout, stderr } = await doctor(folderWith(), '--browser', 'nowhere', '--json');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const report = JSON.parse(stdout) as DoctorReport;
    expect(report).toMatchObject({ format: 1, command: 'doctor', ready: false });
    for (const check of report.checks) {
      expect(check).toStrictEqual({
        id: expect.stringMatching(
          /^(node|folder|temporary|cache|templates|pictures|browser|page)$/,
        ),
        state: expect.stringMatching(/^(good|weak|bad)$/),
        what: expect.stringMatching(/./),
        remedy: check.state === 'good' ? null : expect.stringMatching(/./),
      });
    }
    expect(report.checks.at(-1)).toMatchObject({ id: 'page', state: 'bad' });
  });

  it('ends with 130 when it is interrupted', async () => {
    const interrupted = AbortSignal.abort();
    const { code, stdout } = await cli(['doctor'], folderWith(), { ...real, interrupted });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });
});

describe('doctor, run as its user runs it', () => {
  it('proves that this machine can print', async () => {
    const { code, stdout } = await spawnCli(['doctor', '--json'], { cwd: folderWith() }).finished;
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as DoctorReport).checks.at(-1)).toMatchObject({
      id: 'page',
      state: 'good',
    });
  });
});
