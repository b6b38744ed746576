import { describe, expect, it } from 'vitest';
import { tool } from '../../src/tool.ts';
import { cli } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { smallTrust } from '../support/trusts.ts';

const typed = (...argv: string[]) => cli(argv, folderWith({ 'trust.yaml': smallTrust }));

describe('--help', () => {
  it('says what the tool is for, its commands and how to use them, on standard output', async () => {
    const { code, stdout, stderr } = await typed('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['build', 'check', 'explain', 'doctor', 'schema']) {
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b.* `, 'm'));
    }
    expect(stdout).toContain('thriving-case build my-trust -f pdf');
  });

  it('says of each command what its arguments and options are', async () => {
    const { stdout } = await typed('build', '--help');
    for (const option of [
      '--edition',
      '--format',
      '--out',
      '--release',
      '--browser',
      '--timeout',
      '--json',
      '--annotate',
    ]) {
      expect(stdout).toContain(option);
    }
    expect(stdout).toContain('the folder that holds trust.yaml');
    expect(stdout).toContain('(default: 120)');
  });

  it.each([80, 200])('fits a terminal of %i columns, and is never very wide', async (columns) => {
    const cwd = folderWith();
    const terminal = { ...testEffects(cwd).terminal, columns };
    const out: string[] = [];
    const changes = { terminal: { ...terminal, out: (text: string) => void out.push(text) } };
    await cli(['build', '--help'], cwd, changes);
    const widest = Math.max(
      ...out
        .join('')
        .split('\n')
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
  });

  it('breaks its sentences only where the line is full', async () => {
    const { stdout } = await typed('--help');
    const [, description] = stdout.split('\n\n');
    const lines = description?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(0, -1)) expect(line.length).toBeGreaterThan(60);
  });
});

describe('the version', () => {
  it.each(['--version', '-v'])('is all that %s prints', async (option) => {
    expect(await typed(option)).toEqual({ code: 0, stdout: `${tool().version}\n`, stderr: '' });
  });
});

describe('without arguments', () => {
  it('the usage is printed, so that one sees what to type', async () => {
    const { stdout, stderr } = await typed();
    expect(stdout).toMatch(/^Usage: thriving-case/);
    expect(stdout).toContain('build');
    expect(stderr).toBe('');
  });
});

describe('a command line that is not understood', () => {
  const HELP = '(for the list of commands and options: thriving-case --help)';

  it.each([
    [['bild'], "error: unknown command 'bild'\n(Did you mean build?)"],
    [['frobnicate'], "error: unknown command 'frobnicate'"],
    [['build', '--relase'], "error: unknown option '--relase'\n(Did you mean --release?)"],
    [['check', '--jason'], "error: unknown option '--jason'\n(Did you mean --json?)"],
    [['build', '--format', 'docx'], 'Use any of md, html, pdf, with commas between them.'],
    [['build', '--format', ','], 'Use any of md, html, pdf, with commas between them.'],
    [['build', '--format', 'md,odt'], "argument 'md,odt' is invalid"],
    [['build', '--timeout', 'soon'], 'Give a number of seconds, such as 300.'],
    [['build', '--timeout', '0'], 'Give a number of seconds, such as 300.'],
    [['build', '--timeout', 'Infinity'], 'Give a number of seconds, such as 300.'],
    [['build', '--browser'], "error: option '--browser <path>' argument missing"],
    [['build', 'one', 'two'], 'too many arguments'],
    [['check', '--annotate', 'gitlab'], 'Allowed choices are github.'],
  ])('%j is answered with what to type', async (argv, message) => {
    const { code, stdout, stderr } = await typed(...argv);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(HELP);
  });
});

describe('the formats', () => {
  it.each([
    ['md', ['prospectus.md']],
    ['html,md', ['prospectus.md', 'prospectus.html']],
    ['MD, HTML', ['prospectus.md', 'prospectus.html']],
    ['md,md', ['prospectus.md']],
  ])('may be typed as %s', async (list, names) => {
    const { stdout } = await typed('build', '--format', list);
    const printed = stdout.split('\n').map((line) => line.split(' ')[0]);
    expect(printed).toEqual([...names.map((name) => `output/${name}`), 'output/build.json', '']);
  });
});

describe('the editions', () => {
  it('may be named with commas or again and again', async () => {
    const once = await typed('build', '-f', 'md', '-e', 'prospectus,prospectus');
    const again = await typed('build', '-f', 'md', '-e', 'prospectus', '--edition', 'prospectus');
    expect(once).toMatchObject({ code: 0 });
    expect(again.stdout).toBe(once.stdout);
    expect((await typed('build', '-e', 'prospectus,brochure')).stderr).toContain('“brochure”');
  });
});
