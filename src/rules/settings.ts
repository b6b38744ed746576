import type { Severity } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Profile } from '../profile/profile.ts';
import { type Breach, type Rule, type RuleContext, rule, severityOf } from './rule.ts';

/** A rule that the profile has given another severity, and why. */
export interface Setting {
  code: string;
  /** Null where the rule is off. */
  severity: Severity | null;
  reason: string;
}

const weights = { error: 'error', warning: 'warning', note: 'info', off: null } as const;
const order: readonly (Severity | null)[] = ['error', 'warning', 'info', null];

/** Whether a setting makes a rule count for less than it would. */
const lowers = (rule: Rule, severity: Severity | null, release: boolean) =>
  order.indexOf(severity) > order.indexOf(severityOf(rule, release));

const refused = ({ adjustable }: Rule, release: boolean) =>
  adjustable === 'never' || (adjustable === 'in drafts' && release);

/** The settings of a profile that hold, by code. Those that are refused are reported by `settingRefused`. */
export function settingsOf(
  { data }: Profile,
  rules: readonly Rule[],
  release: boolean,
): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const { rule: code, severity: word, reason } of data.rules ?? []) {
    const severity = weights[word];
    const meant = rules.find((rule) => rule.code === code);
    if (!meant || (lowers(meant, severity, release) && refused(meant, release))) continue;
    settings.set(code, { code, severity, reason });
  }
  return settings;
}

/** The rules about the settings themselves, given all the others. */
export function rulesOfSettings(others: readonly Rule[]) {
  const settingUnknown = rule({
    code: 'setting-unknown',
    severity: 'error',
    title: 'A setting for a rule that does not exist',
    why: 'The rule that was meant goes on as before, and nobody would notice.',
    remedy: 'Use a code as “thriving-case explain” lists them.',
    wrong: 'rules:\n  - rule: html-in-txt\n    severity: off\n    reason: We teach coding.\n',
    right: 'rules:\n  - rule: html-in-text\n    severity: off\n    reason: We teach coding.\n',
    adjustable: 'never',
    *check({ data }): Iterable<Breach> {
      const codes = [...others.map(({ code }) => code), 'setting-unknown', 'setting-refused'];
      for (const [index, { rule: code }] of (data.rules ?? []).entries()) {
        if (codes.includes(code)) continue;
        const meant = nearest(code, codes);
        yield {
          path: ['rules', index, 'rule'],
          message: `There is no rule called “${code}” that a profile could set.`,
          hint: meant ? `Did you mean ${meant}?` : 'To see all codes: thriving-case explain',
        };
      }
    },
  });

  const settingRefused: Rule<'setting-refused'> = rule({
    code: 'setting-refused',
    severity: 'error',
    title: 'A rule that may not be set lower',
    why: 'Rules of privacy, consent and children protect people who are not asked; the hard answers belong in every released document.',
    remedy: 'Delete the setting and put right what the rule found.',
    wrong: 'rules:\n  - rule: setting-unknown\n    severity: off\n    reason: It is in our way.\n',
    right: 'rules:\n  - rule: html-in-text\n    severity: off\n    reason: We teach coding.\n',
    adjustable: 'never',
    *check({ data }, { release }: RuleContext): Iterable<Breach> {
      const all: readonly Rule[] = [...others, settingUnknown, settingRefused];
      for (const [index, { rule: code, severity: word }] of (data.rules ?? []).entries()) {
        const meant = all.find((rule) => rule.code === code);
        if (!meant || !refused(meant, release) || !lowers(meant, weights[word], release)) continue;
        yield {
          path: ['rules', index, 'severity'],
          message: `The rule “${code}” may not be set to “${word}”${meant.adjustable === 'in drafts' ? ' in a release' : ''}.`,
          hint: 'Delete the setting and put right what the rule found.',
        };
      }
    },
  });

  return [settingUnknown, settingRefused] as const;
}
