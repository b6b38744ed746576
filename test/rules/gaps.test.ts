import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { draftOf } from '../support/drafts.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const PROFILE = `trust:
  name: A
gaps:
  - what: Whose a school’s savings are
    ask: finance director
    fills: finances.reserves.whose
  - what: Who owns the lower field
    ask: governance professional
`;

const FILLED = `${PROFILE}finances:\n  reserves:\n    whose: The school’s.\n`;

async function codesOf(text: string, release = false) {
  const folder = folderWith({ 'trust.yaml': text });
  const { diagnostics } = await check(folder, testEffects(folder), { release });
  return diagnostics
    .filter(({ code }) => code.startsWith('gap-'))
    .map(({ code, severity }) => `${code} ${severity}`);
}

async function markdownOf(text: string) {
  const { document } = await draftOf(folderWith({ 'trust.yaml': text }));
  return document?.markdown ?? '';
}

describe('gaps', () => {
  it('are listed by check, and weigh more in a release', async () => {
    expect(await codesOf(PROFILE)).toEqual(['gap-open info', 'gap-open info']);
    expect(await codesOf(PROFILE, true)).toContain('gap-open warning');
  });

  it('are none any more when their place is filled', async () => {
    expect((await codesOf(FILLED)).sort()).toEqual(['gap-filled info', 'gap-open info']);
  });

  it('are listed in a draft and a review copy, and not in a release', async () => {
    expect(await markdownOf(PROFILE)).toContain(
      '- Who owns the lower field. Ask the governance professional.',
    );
    expect(await markdownOf(`status: review\n${PROFILE}`)).toContain('Who owns the lower field');
    expect(await markdownOf(`status: release\n${PROFILE}`)).not.toContain(
      'Who owns the lower field',
    );
  });
});
