import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Explanation } from '../diagnostics/explanation.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';
import type { Path } from '../profile/yaml/values.ts';

/** What a rule found, at a path of the profile. */
export interface Breach {
  path: Path;
  at?: 'key' | 'value';
  message: string;
  hint: string;
}

export interface RuleContext {
  /** The day that freshness is judged at. */
  today: CalendarDate;
}

/** A rule about what a profile says: what it asks, why, and how to find where it is broken. */
export interface Rule<Code extends string = string> extends Explanation {
  code: Code;
  severity: Severity;
  check(profile: Profile, context: RuleContext): Iterable<Breach>;
}

/** Keeps the code's literal type, so that the list of codes follows from the list of rules. */
export function rule<const Code extends string>(definition: Rule<Code>): Rule<Code> {
  return definition;
}
