import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { CalendarDate } from '../../src/profile/formats/dates.ts';
import { applyRules } from '../../src/rules/index.ts';
import { profileOf } from './profile.ts';

export const TODAY: CalendarDate = { year: 2026, month: 11, day: 24 };

/** What the rules say of a profile, which may leave the trust’s name out. */
export async function diagnosticsOf(
  yaml: string,
  { today = TODAY, release = false }: { today?: CalendarDate; release?: boolean } = {},
): Promise<Diagnostic[]> {
  const profile = await profileOf(/^trust:/m.test(yaml) ? yaml : `trust: { name: A }\n${yaml}`);
  return applyRules(profile, { today, release });
}

/** Their codes, in order. */
export async function codesOf(
  yaml: string,
  options?: { today?: CalendarDate; release?: boolean },
): Promise<string[]> {
  return (await diagnosticsOf(yaml, options)).map(({ code }) => code);
}
