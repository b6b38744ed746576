import { expect } from 'vitest';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.ts';
import type { BuildReport, CheckReport, ReportedDiagnostic } from '../../src/reports.ts';

const position = {
  line: expect.any(Number),
  column: expect.any(Number),
  offset: expect.any(Number),
};

/** Holds an object to the shape that src/reports.ts documents, key by key, with none to spare. */
export function expectReport(report: BuildReport | CheckReport): void {
  const shared = { format: 1, diagnostics: expect.any(Array) };
  if (report.command === 'build') {
    expect(report).toStrictEqual({
      ...shared,
      command: 'build',
      outcome: expect.stringMatching(/^(done|refused|failed|interrupted)$/),
      status: report.status === null ? null : expect.stringMatching(/^(draft|review|release)$/),
      files: report.files.map(() => ({ path: expect.any(String), bytes: expect.any(Number) })),
      documents: report.documents.map(({ why }) => ({
        place: expect.stringMatching(/^[^\\]+$/),
        edition: expect.any(String),
        state: expect.stringMatching(/^(made|unchanged|due|refused|failed|left)$/),
        why: why === null ? null : expect.stringMatching(new RegExp(`^(${REASONS})$`)),
      })),
    });
  } else {
    const number = expect.any(Number);
    expect(report).toStrictEqual({
      ...shared,
      command: 'check',
      ok: expect.any(Boolean),
      status: report.counts === null ? null : expect.stringMatching(/^(draft|review|release)$/),
      summary:
        report.counts === null
          ? null
          : {
              blockers: expect.any(Array),
              settings: expect.any(Array),
              next: expect.any(Array),
              principles: expect.any(Array),
              coverage: expect.any(Array),
            },
      counts:
        report.counts === null
          ? null
          : { schools: number, claims: number, metrics: number, evidence: number, voices: number },
    });
  }
  for (const diagnostic of report.diagnostics) expectDiagnostic(diagnostic);
}

const REASONS = 'new|text|date|missing|altered|tool|browser|warned|forced';

function expectDiagnostic(diagnostic: ReportedDiagnostic): void {
  expect(diagnostic).toStrictEqual({
    code: expect.any(String),
    severity: expect.stringMatching(/^(error|warning|info)$/),
    message: expect.stringMatching(/./),
    hint: expect.stringMatching(/./),
    file: diagnostic.file === null ? null : expect.stringMatching(/^[^\\]+$/),
    range: diagnostic.range === null ? null : { start: position, end: position },
  });
  expect(Object.keys(catalogue)).toContain(diagnostic.code satisfies string as Code);
}

/** The one object that a command has printed, and nothing else. */
export function parsed<T extends BuildReport | CheckReport>(stdout: string): T {
  const report = JSON.parse(stdout) as T;
  expect(stdout).toBe(`${JSON.stringify(report, null, 2)}\n`);
  expectReport(report);
  return report;
}
