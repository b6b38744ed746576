import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Explanation } from '../diagnostics/explanation.ts';
import type { Reader } from '../knowledge/readers.ts';
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
  /** For whom the document is; left out, for every kind of reader. */
  readers?: readonly Reader[] | undefined;
  /** Whether the document is to leave the building: for the rules about settings alone. */
  release: boolean;
}

/** A rule about what a profile says: what it asks, why, and how to find where it is broken. */
export interface Rule<Code extends string = string> extends Explanation {
  code: Code;
  severity: Severity;
  /**
   * Whether a profile may give the rule another severity, with a written reason. Left out, it may:
   * rules of privacy, consent and children never, the hard answers only while it is no release.
   */
  adjustable?: 'never' | 'in drafts';
  /**
   * Whether it asks what a profile should hold, and so is not applied to one of which a mistake hides
   * a part. Rules that weigh more in a release all do.
   */
  ofWhole?: boolean;
  /** What it finds is the same in a draft and in a release; how much that weighs is not. */
  check(profile: Profile, context: Pick<RuleContext, 'today' | 'readers'>): Iterable<Breach>;
}

/** Keeps the code's literal type, so that the list of codes follows from the list of rules. */
export function rule<const Code extends string>(definition: Rule<Code>): Rule<Code> {
  return definition;
}

/** How a broken rule counts, where the profile does not say otherwise. */
export function severityOf({ severity, inRelease }: Explanation, release: boolean): Severity {
  return (release ? inRelease : undefined) ?? severity;
}
