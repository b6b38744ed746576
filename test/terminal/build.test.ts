import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserFolders, ownTemporary, proxyBrowser } from '../support/browsers.ts';
import { spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { allGone, posix, until } from '../support/processes.ts';
import { screen, Terminal, withoutColour } from '../support/terminal.ts';
import { flawedTrust, smallTrust } from '../support/trusts.ts';

const ESCAPE = '\u001b';
const ERASE = '\r\u001b[K';
const sound = { 'trust.yaml': smallTrust };
const flawed = { 'trust.yaml': flawedTrust };

describe.runIf(posix)('a build in a terminal', () => {
  it('shows each step and erases it, and leaves only what it has to say', async () => {
    const cwd = folderWith(sound);
    const { code, sent } = await new Terminal(['build'], { cwd }).finished();
    expect(code).toBe(0);
    const steps = ['Reading the profile (1 of 3) …', 'Printing (2 of 3) …', 'Writing (3 of 3) …'];
    expect(sent.startsWith(steps.map((step) => `${ERASE}${step}`).join('') + ERASE)).toBe(true);
    const shown = screen(sent);
    expect(shown.join('\n')).not.toContain('of 3)');
    expect(shown.filter((line) => /^output\/\S+ +\d+ kB$/.test(line))).toHaveLength(4);
    expect(shown.at(-3)).toMatch(/^This is a draft\./);
    expect(shown.at(-1)).toBe('');
  });

  it('shows no step where its messages go to a pipe', async () => {
    const { finished } = spawnCli(['build', '-f', 'md'], { cwd: folderWith(sound) });
    const { stdout, stderr } = await finished;
    expect(stdout + stderr).not.toMatch(/Reading the profile|of 2\)/);
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  it('sends nothing but text to a terminal that can show nothing else', async () => {
    const terminal = new Terminal(['build', '-f', 'md'], {
      cwd: folderWith(flawed),
      env: { TERM: 'dumb' },
    });
    const { code, sent } = await terminal.finished();
    expect(code).toBe(1);
    expect(sent).toContain('Error unknown-evidence');
    expect(sent).not.toContain(ESCAPE);
    expect(sent.replaceAll('\r\n', '\n')).not.toContain('\r');
  });

  it('uses colour, and none with NO_COLOR, in the same words', async () => {
    const argv = ['build', '-f', 'md'];
    const coloured = (await new Terminal(argv, { cwd: folderWith(flawed) }).finished()).sent;
    const cwd = folderWith(flawed);
    const plain = (await new Terminal(argv, { cwd, env: { NO_COLOR: '1' } }).finished()).sent;
    expect(coloured).toContain(`${ESCAPE}[31m`);
    expect(plain).not.toContain(`${ESCAPE}[3`);
    expect(plain).toContain(ERASE);
    expect(withoutColour(coloured)).toBe(plain);
  });

  it('keeps its report within 40 columns, with the caret in view', async () => {
    const { sent } = await new Terminal(['build', '-f', 'md'], {
      ...{ cwd: folderWith(flawed), columns: 40 },
      env: { NO_COLOR: '1' },
    }).finished();
    const shown = screen(sent);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((line) => line.length > 40)).toEqual([]);
    expect(shown.some((line) => /^ +\| +\^+$/.test(line))).toBe(true);
  });
});

describe.runIf(posix)('Ctrl-C in a terminal', () => {
  /** A build that is in the middle of printing, and will never be done with it. */
  async function printing(argv: readonly string[] = []) {
    const cwd = folderWith({
      ...sound,
      'output/prospectus.md': 'old',
      'output/prospectus.pdf': 'old',
    });
    const temporary = ownTemporary(cwd);
    const { path: browser, pids, asked } = await proxyBrowser(cwd, { deafTo: 'Page.printToPDF' });
    const terminal = new Terminal(['build', ...argv], {
      cwd,
      env: { THRIVING_CASE_BROWSER: browser, TMPDIR: temporary, NO_COLOR: '1' },
    });
    await until(
      'it prints',
      () => existsSync(asked) && readFileSync(asked, 'utf8').includes('Page.printToPDF'),
    );
    return { terminal, cwd, temporary, pids };
  }

  it('ends the build at once, and its browser, and keeps every file', async () => {
    const { terminal, cwd, temporary, pids } = await printing();
    const started = performance.now();
    terminal.type('\u0003');
    expect((await terminal.finished()).code).toBe(130);
    expect(performance.now() - started).toBeLessThan(10_000);
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
    const output = path.join(cwd, 'output');
    expect(readdirSync(output).sort()).toEqual(['prospectus.md', 'prospectus.pdf']);
    expect(readFileSync(path.join(output, 'prospectus.pdf'), 'utf8')).toBe('old');
  });

  it('leaves the terminal clean: no half line, the cursor where one types', async () => {
    const { terminal } = await printing();
    terminal.type('\u0003');
    const { sent } = await terminal.finished();
    const shown = screen(sent);
    expect(shown.join('\n')).not.toContain('Printing');
    expect(shown).toContain('Error interrupted');
    expect(shown[0]).toMatch(/^(Note|Warning|Error) /);
    expect(shown.at(-1)).toBe('');
    // Nothing of the terminal was changed that would have to be put back.
    expect(sent.replaceAll(ERASE, '')).not.toContain(ESCAPE);
  });

  it('still prints one JSON object where that was asked for', async () => {
    const { terminal } = await printing(['--json']);
    terminal.type('\u0003');
    const { code, sent } = await terminal.finished();
    expect(code).toBe(130);
    expect(JSON.parse(screen(sent).join('\n'))).toMatchObject({
      command: 'build',
      outcome: 'interrupted',
      files: [],
    });
  });
});

describe.runIf(posix)('check in a terminal', () => {
  it('fits the terminal, in colour, and shows no progress', async () => {
    const cwd = folderWith(flawed);
    const { code, sent } = await new Terminal(['check'], { cwd, columns: 50 }).finished();
    expect(code).toBe(1);
    expect(sent).toContain(`${ESCAPE}[31m`);
    expect(sent).not.toContain(ERASE);
    const report = screen(sent).filter((line) => line.startsWith('  '));
    expect(report.filter((line) => line.length > 50)).toEqual([]);
  });
});
