import { compared } from '../knowledge/citation.ts';
import { inThePast, retiredTerms, retiredTermsAsOf } from '../knowledge/retired-terms.ts';
import { ownSentences } from './prose.ts';
import { rule } from './rule.ts';

export const retiredTerm = rule({
  code: 'retired-term',
  severity: 'warning',
  inRelease: 'error',
  title: 'A body or scheme that is no more',
  why: 'Readers who know that it is gone take the whole paper for an old one; those who do not are sent to the wrong door.',
  remedy: 'Use the name the hint gives, or say that it is in the past.',
  wrong: 'growth:\n  why_now: The Regional Schools Commissioner has asked us to grow.\n',
  right: 'growth:\n  why_now: The regional director has asked us to grow.\n',
  source: `Domain rule 12; each term with its source, ${compared(retiredTermsAsOf)}`,
  *check(profile) {
    for (const { text, path } of ownSentences(profile)) {
      for (const { name, pattern, with: also, became, say } of retiredTerms) {
        if (!pattern.test(text) || also?.test(text) === false || inThePast.test(text)) continue;
        yield {
          path,
          message: `The text speaks of ${name} as if it were there today. ${became}`,
          hint: say,
        };
      }
    }
  },
});
