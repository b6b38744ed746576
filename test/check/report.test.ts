import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/report.ts';
import { summarise } from '../../src/check/summary.ts';
import { testEffects } from '../support/effects.ts';
import { checked } from '../support/profile.ts';

/** What check prints with --json of this profile. */
async function reportOf(yaml: string) {
  const outcome = await checked(yaml);
  return checkReport(outcome, summarise(outcome, testEffects('/')));
}

describe('checkReport', () => {
  it('is what the README documents', async () => {
    const report = await reportOf('trust:\n  name: A\nrisks:\n  - risk: <b>B</b>\n');
    expect(report).toMatchObject({
      format: 1,
      command: 'check',
      ok: true,
      status: 'draft',
      counts: { schools: 0, claims: 0, metrics: 0, evidence: 0, voices: 0 },
    });
    expect(report.diagnostics).toContainEqual({
      code: 'html-in-text',
      severity: 'warning',
      message: expect.any(String),
      hint: expect.any(String),
      file: 'trust.yaml',
      range: {
        start: { line: 4, column: 11, offset: 34 },
        end: { line: 4, column: 19, offset: 42 },
      },
    });
    expect(report.summary?.coverage).toHaveLength(55);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('is not ok where there is an error', async () => {
    expect(
      await reportOf('trust:\n  name: A\nweaknesses:\n  - {what: B, metric: c}\n'),
    ).toMatchObject({
      ok: false,
      counts: { schools: 0 },
    });
  });

  it('counts nothing of what could not be read', async () => {
    expect(await reportOf('trust: [\n')).toMatchObject({ ok: false, counts: null });
  });
});
