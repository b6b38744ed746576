import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reader } from '../knowledge/readers.ts';
import { copyOf } from '../profile/copy.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { averageIncomplete, averageWithNewcomers } from './averages.ts';
import { candourRules } from './candour.ts';
import { characterRules } from './characters.ts';
import { claimRules } from './claims.ts';
import { colourTooPale } from './colours.ts';
import {
  comparatorMissing,
  comparatorOther,
  comparatorPeriod,
  comparatorStatus,
} from './comparators.ts';
import { consentRules } from './consent.ts';
import { coreMeasureMissing } from './core-measures.ts';
import { costRules } from './costs.ts';
import { datesOutOfOrder, futureDate } from './dates.ts';
import { spendingUnclear, targetAlone } from './drawing.ts';
import { editionRules } from './editions.ts';
import { percentAsFraction } from './fractions.ts';
import {
  accountsOld,
  consentOld,
  lawOld,
  quoteOld,
  registerFactsOld,
  speakerMoved,
  surveyOld,
} from './freshness.ts';
import { gapFilled, gapOpen } from './gaps.ts';
import { hardAnswerRules } from './hard-answers.ts';
import { alreadyInTrust, urnOwnPredecessor, urnRepeated } from './identifiers.ts';
import {
  notInspectedYet,
  overallGradeWithdrawn,
  predecessorUnlabelled,
  wrongFramework,
} from './inspections.ts';
import { schoolsLeftOut } from './left-out.ts';
import {
  labelMissing,
  outOfRange,
  outsideInterval,
  shareOfNothing,
  unitConflict,
  unitMissing,
} from './numbers.ts';
import { gradesMixed, trustGraded } from './ofsted-words.ts';
import { altMissing } from './pictures.ts';
import { halfAPlace, offTheGrid, outsideEngland } from './places.ts';
import { figureBehind, figureFarBehind, measureNotPublished } from './published.ts';
import { readabilityRules } from './readability.ts';
import { unknownEvidence, unknownFigure, unknownMetric, unknownSchool } from './references.ts';
import { retiredTerm } from './retired.ts';
import { routeRules } from './routes.ts';
import { type Breach, type Rule, type RuleContext, severityOf } from './rule.ts';
import { evidenceOfAnotherTime, gapInSeries, periodRepeated, seriesOutOfOrder } from './series.ts';
import { rulesOfSettings, settingsOf } from './settings.ts';
import {
  cohortMissing,
  smallGroup,
  smallGroupAllOrNone,
  smallGroupDerivable,
  smallGroupInText,
  smallGroupVolatile,
} from './small-groups.ts';
import { standingRules } from './standing.ts';
import { moreSchoolsThanListed, partsDiffer, rollsDiffer, sharesOfWhole } from './sums.ts';
import { tagCrossed } from './tags.ts';
import { futureResult, notFirstOfMonth } from './time.ts';
import { intervalMissing, progressCompared, trendTooShort } from './trends.ts';
import { figureContradicted, figureTyped } from './typed-figures.ts';
import { htmlInText } from './words.ts';

const ofProfiles = [
  urnRepeated,
  urnOwnPredecessor,
  notFirstOfMonth,
  futureResult,
  labelMissing,
  unitMissing,
  percentAsFraction,
  unitConflict,
  outOfRange,
  shareOfNothing,
  outsideInterval,
  futureDate,
  datesOutOfOrder,
  periodRepeated,
  seriesOutOfOrder,
  gapInSeries,
  evidenceOfAnotherTime,
  measureNotPublished,
  figureBehind,
  figureFarBehind,
  accountsOld,
  surveyOld,
  quoteOld,
  speakerMoved,
  consentOld,
  registerFactsOld,
  lawOld,
  retiredTerm,
  smallGroup,
  smallGroupAllOrNone,
  smallGroupDerivable,
  smallGroupInText,
  smallGroupVolatile,
  cohortMissing,
  comparatorPeriod,
  comparatorStatus,
  comparatorOther,
  comparatorMissing,
  averageIncomplete,
  averageWithNewcomers,
  schoolsLeftOut,
  trendTooShort,
  progressCompared,
  intervalMissing,
  overallGradeWithdrawn,
  wrongFramework,
  predecessorUnlabelled,
  notInspectedYet,
  gradesMixed,
  trustGraded,
  figureContradicted,
  figureTyped,
  rollsDiffer,
  moreSchoolsThanListed,
  partsDiffer,
  sharesOfWhole,
  unknownEvidence,
  unknownMetric,
  unknownSchool,
  unknownFigure,
  htmlInText,
  ...characterRules,
  altMissing,
  colourTooPale,
  ...hardAnswerRules,
  ...standingRules,
  ...costRules,
  ...claimRules,
  coreMeasureMissing,
  ...candourRules,
  ...consentRules,
  ...readabilityRules,
  spendingUnclear,
  targetAlone,
  halfAPlace,
  offTheGrid,
  outsideEngland,
  alreadyInTrust,
  ...routeRules,
  gapOpen,
  gapFilled,
  ...editionRules,
  tagCrossed,
] as const;

const ofSettings = rulesOfSettings(ofProfiles);

/** Every rule about what a profile says, in the order `check` applies them. */
export const rules = [...ofProfiles, ...ofSettings] as const;

export type RuleCode = (typeof rules)[number]['code'];

/**
 * What is broken, as it counts in a release or before one. Errors alone, or all but errors, take only the
 * time of the rules that they come from.
 */
export type Judgement = (release: boolean, only?: 'errors' | 'remarks') => Diagnostic[];

interface Asked {
  /** Left out, every rule about profiles. */
  of?: readonly Rule<RuleCode>[];
  /** For whom the documents are; left out, for every kind of reader. */
  readers?: readonly Reader[] | undefined;
}

/**
 * Applies every rule that the profile has not switched off and says where each is broken. Whether it is
 * a release decides only how much a rule weighs, so that asking for both looks at the profile once.
 */
export function judge(
  profile: Profile,
  today: CalendarDate,
  { of = ofProfiles, readers }: Asked = {},
): Judgement {
  const found = new Map<RuleCode, Unweighed[]>();
  const once = (rule: Rule<RuleCode>) => {
    const before = found.get(rule.code);
    if (before) return before;
    const unweighed = placed(rule, rule.check(profile, { today, readers }), profile);
    found.set(rule.code, unweighed);
    return unweighed;
  };
  return (release, only) => {
    const context: RuleContext = { today, release };
    const settings = settingsOf(profile, rules, release);
    const weighed = (rule: Rule<RuleCode>, broken: () => Unweighed[]): Diagnostic[] => {
      const setting = settings.get(rule.code);
      const severity = setting ? setting.severity : severityOf(rule, release);
      if (severity === null) return [];
      if (only && (severity === 'error') !== (only === 'errors')) return [];
      if (!profile.whole && (rule.ofWhole || rule.inRelease)) return [];
      return broken().map((unweighed) => ({ ...unweighed, severity }));
    };
    return [
      ...of.flatMap((rule) => weighed(rule, () => once(rule))),
      ...(profile.copyFor ? [] : ofSettings).flatMap((rule) =>
        weighed(rule, () => placed(rule, rule.check(profile, context), profile)),
      ),
    ];
  };
}

/** What a copy can break that the profile it is made from does not. */
const ofCopies = [...standingRules, ...routeRules];

/**
 * Applies to the copies for these schools the rules about where a document stands, for in each that is
 * what that conversation has come to; and every rule to one that has parts of its own. What the
 * profile breaks in all of them is left to its own judgement.
 */
export function judgeCopies(
  profile: Profile,
  schools: readonly NonNullable<ProfileData['prospective_schools']>[number][],
  today: CalendarDate,
  readers?: readonly Reader[],
): Judgement {
  const { prospective_schools = [] } = profile.data;
  const judgements = schools.map((school) => {
    const copy = copyOf(profile, prospective_schools.indexOf(school));
    return judge(copy, today, { of: school.in_its_copy ? ofProfiles : ofCopies, readers });
  });
  return (release, only) => judgements.flatMap((judgement) => judgement(release, only));
}

export function applyRules(profile: Profile, { today, release }: RuleContext): Diagnostic[] {
  return judge(profile, today)(release);
}

type Unweighed = Omit<Diagnostic, 'severity'>;

function placed(
  { code }: Rule<RuleCode>,
  breaches: Iterable<Breach>,
  profile: Profile,
): Unweighed[] {
  return [...breaches].map(({ path, at, message, hint }) => ({
    code,
    message,
    hint,
    ...profile.place(path, at),
  }));
}
