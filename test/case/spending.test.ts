import { describe, expect, it } from 'vitest';
import { caseOf } from '../support/case.ts';

const spending = async (items: string) =>
  (
    await caseOf(
      `finances:\n  spending:\n    period: year ended 31 August 2025\n    items: [${items}]\n`,
    )
  ).finances?.spending;

describe('where each pound goes', () => {
  it('is worked out from amounts, the largest first', async () => {
    const found = await spending('{what: Buildings, amount: £25}, {what: Staff, amount: £75}');
    expect(found?.chart?.parts).toEqual([
      { what: 'Staff', share: 75 },
      { what: 'Buildings', share: 25 },
    ]);
    expect(found?.rows).toEqual([
      { what: 'Staff', amount: '£75', share: '75.0%' },
      { what: 'Buildings', amount: '£25', share: '25.0%' },
    ]);
    expect(found?.caption).toBe('Where each pound goes, year ended 31 August 2025');
  });

  it('is taken as it was typed from shares', async () => {
    const found = await spending('{what: Staff, share: 75%}, {what: Buildings, share: 25%}');
    expect(found?.rows.map(({ share }) => share)).toEqual(['75%', '25%']);
  });

  it.each([
    ['amounts and shares are mixed', '{what: A, amount: £75}, {what: B, share: 25%}'],
    ['a part has neither', '{what: A, amount: £75}, {what: B}'],
    ['shares come to more than a whole', '{what: A, share: 75%}, {what: B, share: 75%}'],
    ['a part is below nought', '{what: A, amount: £75}, {what: B, amount: -£5}'],
    ['there is nothing', '{what: A, amount: £0}'],
  ])('has a table but no picture where %s', async (_, items) => {
    const found = await spending(items);
    expect(found?.chart).toBeUndefined();
    expect(found?.rows.length).toBeGreaterThan(0);
  });
});
