import { describe, expect, it } from 'vitest';
import { countedFiles, countedParts } from '../../src/cli/counts.ts';
import { profileOf } from '../support/profile.ts';
import { smallTrust } from '../support/trusts.ts';

const parts = {
  'schools.yaml': 'schools:\n  - name: Candlemoor Primary School\n    phase: primary\n',
  'voices.yaml': 'voices: []\n',
};

describe('the files of a profile', () => {
  const trust = smallTrust.slice(0, smallTrust.indexOf('schools:'));

  it.each([
    ['trust.yaml', {}],
    ['trust.yaml and one more file', { 'schools.yaml': parts['schools.yaml'] }],
    ['trust.yaml and 2 more files', parts],
  ])('are counted as “%s”', async (words, files) => {
    expect(countedFiles(await profileOf({ 'trust.yaml': trust, ...files }))).toBe(words);
  });
});

describe('the parts of a profile', () => {
  it('are counted in words, so that one sees what was not read', () => {
    expect(countedParts({ schools: 6, claims: 32, metrics: 0, evidence: 1, voices: 1 })).toBe(
      '6 schools, 32 claims, no metrics, one source and one voice',
    );
  });
});
