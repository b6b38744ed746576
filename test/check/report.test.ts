import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/report.ts';
import { checked } from '../support/profile.ts';

describe('checkReport', () => {
  it('is what the README documents', async () => {
    const report = checkReport(await checked('trust:\n  name: A\nrisks:\n  - risk: <b>B</b>\n'));
    expect(report).toEqual({
      format: 1,
      command: 'check',
      ok: true,
      counts: { schools: 0, claims: 0, metrics: 0, evidence: 0, voices: 0 },
      diagnostics: [
        {
          code: 'html-in-text',
          severity: 'warning',
          message: expect.any(String),
          hint: expect.any(String),
          file: 'trust.yaml',
          range: {
            start: { line: 4, column: 11, offset: 34 },
            end: { line: 4, column: 19, offset: 42 },
          },
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('is not ok where there is an error', async () => {
    expect(
      checkReport(await checked('trust:\n  name: A\nweaknesses:\n  - {what: B, metric: c}\n')),
    ).toMatchObject({
      ok: false,
      counts: { schools: 0 },
    });
  });

  it('counts nothing of what could not be read', async () => {
    expect(checkReport(await checked('trust: [\n'))).toMatchObject({ ok: false, counts: null });
  });
});
