import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/cli/annotations.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const diagnostic = (changes: Partial<Diagnostic>): Diagnostic => ({
  ...{ code: 'unknown-key', severity: 'error', message: 'A message.', hint: 'A hint.' },
  ...{ file: null, range: null },
  ...changes,
});

const range = {
  start: { line: 3, column: 5, offset: 20 },
  end: { line: 4, column: 9, offset: 33 },
};

describe('annotations for GitHub', () => {
  it('name the place, the code, what is wrong and what to do', () => {
    const problem = diagnostic({ file: 'trusts/a/trust.yaml', range });
    expect(githubAnnotations([problem])).toBe(
      '::error file=trusts/a/trust.yaml,line=3,endLine=4,col=5,endColumn=9,title=unknown-key::A message. A hint.\n',
    );
  });

  it('have a command for each severity, a line each, in order', () => {
    const problems = (['error', 'warning', 'info'] as const).map((severity) =>
      diagnostic({ severity }),
    );
    expect(githubAnnotations(problems)).toBe(
      [
        '::error title=unknown-key::A message. A hint.',
        '::warning title=unknown-key::A message. A hint.',
        '::notice title=unknown-key::A message. A hint.',
        '',
      ].join('\n'),
    );
  });

  it('are nothing where there is no problem', () => {
    expect(githubAnnotations([])).toBe('');
  });

  it('keep a text of the profile from ending them or starting another', () => {
    const message = '100% of “a\n::warning::b”, c: d\r\n';
    expect(githubAnnotations([diagnostic({ message })])).toBe(
      '::error title=unknown-key::100%25 of “a%0A::warning::b”, c: d%0D%0A A hint.\n',
    );
  });

  it('print nothing that drives the terminal of whoever reads the log', () => {
    expect(githubAnnotations([diagnostic({ message: 'a\u001b[2J\u202eb' })])).toBe(
      '::error title=unknown-key::a·[2J·b A hint.\n',
    );
  });

  it('keep the name of a file from reading as another property', () => {
    const file = '50%,line=9:a\n::error::x/trust.yaml';
    expect(githubAnnotations([diagnostic({ file })])).toBe(
      '::error file=50%25%2Cline=9%3Aa%0A%3A%3Aerror%3A%3Ax/trust.yaml,title=unknown-key::A message. A hint.\n',
    );
  });
});
