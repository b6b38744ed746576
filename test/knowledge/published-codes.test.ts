import { describe, expect, it } from 'vitest';
import { publishedCodes } from '../../src/knowledge/published-codes.ts';
import { parseAmount } from '../../src/profile/formats/amounts.ts';

describe('the codes of official files', () => {
  it.each(Object.entries(publishedCodes))(
    'say of %s in words why there is no number',
    (code, words) => {
      expect(words).toMatch(/^[a-z].*[^.]$/);
      expect(parseAmount(code)).toEqual({ code });
    },
  );

  it('never turn suppression into nought', () => {
    for (const code of ['SUPP', 'SUPPMAT', 'c'] as const) {
      expect(publishedCodes[code]).toContain('not published');
    }
  });
});
