import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Profile } from '../profile/profile.ts';
import { boast, candourMissing, causeClaimed, genericClaim, weaknessIdle } from './candour.ts';
import {
  claimUnsupported,
  evidenceUndated,
  intentionOpen,
  onlyOwnEvidence,
  onlyPlans,
  principleThin,
} from './claims.ts';
import { colourTooPale } from './colours.ts';
import { consentMissing, consentOpen, consentOver, pictureUnsaid, pupilNamed } from './consent.ts';
import { coreMeasureMissing } from './core-measures.ts';
import {
  chargeIncomplete,
  chargeMissing,
  chargeWithoutBase,
  poolingWithoutAppeal,
} from './costs.ts';
import {
  hardAnswerMissing,
  hardAnswerUnconfirmed,
  mustAnswerMissing,
  stopUntilOpen,
} from './hard-answers.ts';
import { urnOwnPredecessor, urnRepeated } from './identifiers.ts';
import { labelMissing, outOfRange, unitConflict, unitMissing } from './numbers.ts';
import { altMissing } from './pictures.ts';
import { abbreviationUnexplained, bareAddress, hardToRead, sentenceLong } from './readability.ts';
import { unknownEvidence, unknownFigure, unknownMetric, unknownSchool } from './references.ts';
import { type Rule, type RuleContext, severityOf } from './rule.ts';
import { rulesOfSettings, settingsOf } from './settings.ts';
import {
  consultationOpen,
  conversationUnagreed,
  outcomePresumed,
  standingMissing,
} from './standing.ts';
import { futureResult, notFirstOfMonth } from './time.ts';
import { htmlInText } from './words.ts';

const ofProfiles = [
  urnRepeated,
  urnOwnPredecessor,
  notFirstOfMonth,
  futureResult,
  labelMissing,
  unitMissing,
  unitConflict,
  outOfRange,
  unknownEvidence,
  unknownMetric,
  unknownSchool,
  unknownFigure,
  htmlInText,
  altMissing,
  colourTooPale,
  claimUnsupported,
  evidenceUndated,
  onlyOwnEvidence,
  principleThin,
  onlyPlans,
  intentionOpen,
  coreMeasureMissing,
  boast,
  causeClaimed,
  genericClaim,
  candourMissing,
  weaknessIdle,
  chargeMissing,
  chargeWithoutBase,
  chargeIncomplete,
  poolingWithoutAppeal,
  hardAnswerMissing,
  hardAnswerUnconfirmed,
  mustAnswerMissing,
  stopUntilOpen,
  standingMissing,
  outcomePresumed,
  consultationOpen,
  conversationUnagreed,
  consentMissing,
  consentOver,
  consentOpen,
  pupilNamed,
  pictureUnsaid,
  sentenceLong,
  hardToRead,
  abbreviationUnexplained,
  bareAddress,
] as const;

/** Every rule about what a profile says, in the order `check` applies them. */
export const rules = [...ofProfiles, ...rulesOfSettings(ofProfiles)] as const;

export type RuleCode = (typeof rules)[number]['code'];

/** Applies every rule that the profile has not switched off and says where each is broken. */
export function applyRules(profile: Profile, context: RuleContext): Diagnostic[] {
  const settings = settingsOf(profile, rules, context.release);
  return rules.flatMap((rule: Rule<RuleCode>) => {
    const setting = settings.get(rule.code);
    const severity = setting ? setting.severity : severityOf(rule, context.release);
    if (severity === null) return [];
    return [...rule.check(profile, context)].map(
      ({ path, at, message, hint }): Diagnostic => ({
        code: rule.code,
        severity,
        message,
        hint,
        ...profile.place(path, at),
      }),
    );
  });
}
