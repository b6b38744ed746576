import type { CalendarDate } from '../../src/profile/formats/dates.ts';
import { dateFromClock } from '../../src/profile/formats/dates.ts';
import type { Rule, RuleContext } from '../../src/rules/rule.ts';
import { TODAY } from './effects.ts';
import { profileOf } from './profile.ts';

/** The day the rules are asked at, unless a test says otherwise. */
export const today: CalendarDate = dateFromClock(TODAY);

/**
 * What a rule finds in a profile, each at its path: `schools.1.urn`, or `metrics.visits (key)`. The
 * trust’s name may be left out of the text.
 */
export async function breaches(
  rule: Rule,
  text: string,
  context: Partial<RuleContext> = {},
): Promise<{ at: string; message: string; hint: string }[]> {
  const profile = await profileOf(/^trust:/m.test(text) ? text : `${text}trust:\n  name: A\n`);
  const asked: RuleContext = { today, release: false, ...context };
  return [...rule.check(profile, asked)].map(({ path, at, message, hint }) => ({
    at: path.join('.') + (at === 'key' ? ' (key)' : ''),
    message,
    hint,
  }));
}

/** Only where a rule finds something. */
export async function paths(...asked: Parameters<typeof breaches>): Promise<string[]> {
  return (await breaches(...asked)).map(({ at }) => at);
}
