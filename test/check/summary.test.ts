import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { summarise } from '../../src/check/summary.ts';
import { example } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

async function summaryOf(yaml: string) {
  const folder = folderWith({ 'trust.yaml': yaml });
  const effects = testEffects(folder);
  return summarise(await check(folder, effects), effects);
}

describe('summarise', () => {
  it('finds nothing in the way of the example’s release', async () => {
    const effects = testEffects(example);
    const summary = summarise(await check(example, effects), effects);
    expect(summary?.blockers).toEqual([]);
    expect(summary?.next).toHaveLength(3);
    expect(summary?.next[0]?.where).toMatch(/^answers: /);
  });

  it('says of a draft what a release would add to its errors', async () => {
    const summary = await summaryOf('trust:\n  name: A\n');
    expect(summary?.status).toBe('draft');
    expect(summary?.blockers.map(({ code }) => code)).toContain('hard-answer-missing');
    expect(new Set(summary?.blockers.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  it('names three things to do, of three kinds, and where', async () => {
    const summary = await summaryOf(
      'trust:\n  name: A\nprinciples:\n  people:\n    claims:\n      - text: One.\n      - text: Two.\n',
    );
    const places = summary?.next.map(({ where }) => where) ?? [];
    expect(places).toHaveLength(3);
    expect(places[0]).toMatch(/^trust\.yaml:\d+$/);
    expect(new Set(summary?.next.map(({ what }) => what)).size).toBe(3);
  });

  it('repeats the rules a profile sets otherwise', async () => {
    const setting = { rule: 'html-in-text', severity: 'off', reason: 'We teach it.' };
    const summary = await summaryOf(
      `trust:\n  name: A\nrules:\n  - rule: ${setting.rule}\n    severity: ${setting.severity}\n    reason: ${setting.reason}\n`,
    );
    expect(summary?.settings).toEqual([setting]);
  });

  it('has nothing to say of what could not be read', async () => {
    expect(await summaryOf('nonsense: [')).toBeNull();
  });
});
