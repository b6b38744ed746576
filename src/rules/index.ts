import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Profile } from '../profile/profile.ts';
import { colourTooPale } from './colours.ts';
import { gapFilled, gapOpen } from './gaps.ts';
import { urnOwnPredecessor, urnRepeated } from './identifiers.ts';
import { labelMissing, outOfRange, unitConflict, unitMissing } from './numbers.ts';
import { altMissing } from './pictures.ts';
import { unknownEvidence, unknownFigure, unknownMetric, unknownSchool } from './references.ts';
import { type Rule, type RuleContext, severityOf } from './rule.ts';
import { rulesOfSettings, settingsOf } from './settings.ts';
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
  gapOpen,
  gapFilled,
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
