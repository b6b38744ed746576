import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Profile } from '../profile/profile.ts';
import { colourTooPale } from './colours.ts';
import { urnOwnPredecessor, urnRepeated } from './identifiers.ts';
import { labelMissing, outOfRange, unitConflict, unitMissing } from './numbers.ts';
import { altMissing } from './pictures.ts';
import { unknownEvidence, unknownFigure, unknownMetric, unknownSchool } from './references.ts';
import type { RuleContext } from './rule.ts';
import { futureResult, notFirstOfMonth } from './time.ts';
import { htmlInText } from './words.ts';

/** Every rule about what a profile says, in the order `check` applies them. */
export const rules = [
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
] as const;

export type RuleCode = (typeof rules)[number]['code'];

/** Applies every rule and says where each is broken. */
export function applyRules(profile: Profile, context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) =>
    [...rule.check(profile, context)].map(
      ({ path, at, message, hint }): Diagnostic => ({
        code: rule.code,
        severity: rule.severity,
        message,
        hint,
        ...profile.place(path, at),
      }),
    ),
  );
}
