import { describe, expect, it } from 'vitest';
import { indent, reportText, summary } from '../../src/cli/report.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic, Severity } from '../../src/diagnostics/diagnostic.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const source = 'trust:\n  nmae: Otterwick Learning Trust\n  vision: Every child known by name.\n';

const diagnostic = (changes: Partial<Diagnostic> = {}): Diagnostic => ({
  ...{ code: 'unknown-key', severity: 'error' },
  ...{ message: 'There is no key “nmae” in “trust”.', hint: 'Did you mean “name”?' },
  file: 'trust.yaml',
  range: { start: { line: 2, column: 3, offset: 9 }, end: { line: 2, column: 7, offset: 13 } },
  ...changes,
});

const nowhere = { file: null, range: null };

function report(diagnostics: Diagnostic[], { colour = false, columns = 80 } = {}) {
  const cwd = folderWith({ 'trust.yaml': source });
  const effects = testEffects(cwd);
  return reportText(
    diagnostics,
    { ...effects, terminal: { ...effects.terminal, columns } },
    colour,
  );
}

/** A text without its colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with one
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '');

describe('a report', () => {
  it('says what, where, what to do and why, with the line and a caret', async () => {
    expect(await report([diagnostic()])).toBe(`Error unknown-key  trust.yaml:2:3
  There is no key “nmae” in “trust”.
    1 | trust:
  > 2 |   nmae: Otterwick Learning Trust
      |   ^^^^
    3 |   vision: Every child known by name.
  Did you mean “name”?
  Why it matters: What stands under a misspelt key would be missing from the
  document, and nobody would notice.

1 error. To read more about one: thriving-case explain unknown-key
`);
  });

  it('is nothing where there is no problem', async () => {
    expect(await report([])).toBe('');
  });

  it('says why only the first time, and counts at the end', async () => {
    const text = await report([
      diagnostic(),
      diagnostic(),
      diagnostic({ code: 'unused-file', severity: 'warning', range: null }),
      diagnostic({ code: 'browser-sandbox', severity: 'info', ...nowhere }),
    ]);
    expect(text.split(catalogue['unknown-key'].why.slice(0, 20))).toHaveLength(2);
    expect(text).toContain('\nWarning unused-file  trust.yaml\n');
    expect(text).toContain('\nNote browser-sandbox\n');
    expect(text).toMatch(/\n2 errors, 1 warning, 1 note\. To read more .* explain\nunknown-key\n$/);
  });

  it.each([40, 60, 80, 200])('keeps within %i columns, and within 80 at most', async (columns) => {
    const message = 'One word after another until the line is full. '.repeat(6).trim();
    const text = await report([diagnostic({ message, hint: message })], { columns });
    const widest = Math.max(...text.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(Math.min(columns, 80));
    expect(text.replace(/\s+/g, ' ')).toContain(message);
  });

  it('has the same words in colour, and no colour where none is wanted', async () => {
    const bare = await report([diagnostic()]);
    const coloured = await report([diagnostic()], { colour: true });
    expect(bare).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31m');
    expect(plain(coloured)).toBe(bare);
  });

  it('lets nothing that a profile says drive the terminal', async () => {
    const typed = 'a\u001b[2J\u009b31m\u202eb\n c';
    const text = await report([
      diagnostic({ message: `“${typed}”`, hint: typed, file: `${typed}.yaml` }),
    ]);
    const shown = 'a·[2J·31m·b c';
    expect(text).toContain(`Error unknown-key  ${shown}.yaml:2:3\n  “${shown}”\n  ${shown}\n`);
  });

  it('prints the first twenty of each code, and says how many more there are and how to see them', async () => {
    const many = Array.from({ length: 1_530 }, (_, index) =>
      diagnostic({ message: `Problem ${index + 1}.`, ...nowhere }),
    );
    const few = Array.from({ length: 20 }, () =>
      diagnostic({ code: 'unused-file', severity: 'warning', ...nowhere }),
    );
    const text = await report([...many, ...few]);
    expect(text.split('Error unknown-key')).toHaveLength(21);
    expect(text.split('Warning unused-file')).toHaveLength(21);
    expect(text).toContain('Problem 20.');
    expect(text).not.toContain('Problem 21.');
    expect(text).toMatch(
      /\n\nNot shown: 1,510 more of unknown-key\. To see every problem: thriving-case check\n--json\n\n1,530 errors, 20 warnings\./,
    );
  });

  it('does without the line where the file has gone in the meantime', async () => {
    const text = await report([diagnostic({ file: 'gone.yaml' })]);
    expect(text).toContain('Error unknown-key  gone.yaml:2:3\n');
    expect(text).not.toContain('|');
  });
});

describe('a summary', () => {
  const of = (...severities: Severity[]) =>
    summary(severities.map((severity) => diagnostic({ severity })));

  it.each([
    [['error'], '1 error.'],
    [['error', 'error'], '2 errors.'],
    [['warning'], '1 warning.'],
    [['warning', 'error', 'info', 'info'], '1 error, 1 warning, 2 notes.'],
  ] as const)('of %j counts each kind', (severities, counts) => {
    expect(of(...severities)).toContain(counts);
  });

  it('points to the first error, or where there is none to the first problem', () => {
    const warning = diagnostic({ code: 'unused-file', severity: 'warning' });
    expect(summary([warning, diagnostic()])).toMatch(/explain unknown-key$/);
    expect(summary([warning])).toMatch(/explain unused-file$/);
  });
});

describe('setting in', () => {
  it('sets in every line but the empty ones', () => {
    expect(indent('a\n\nb')).toBe('  a\n\n  b');
  });
});
