import { describe, expect, it } from 'vitest';
import type { RuleCode } from '../../src/rules/index.ts';
import { applyRules, rules } from '../../src/rules/index.ts';
import { type Rule, rule, severityOf } from '../../src/rules/rule.ts';
import { rulesOfSettings, settingsOf } from '../../src/rules/settings.ts';
import { besidesAsked } from '../support/asked.ts';
import { profileOf } from '../support/profile.ts';
import { breaches, today } from '../support/rules.ts';

const set = (code: string, severity: string) =>
  `rules:\n  - {rule: ${code}, severity: ${severity}, reason: We teach coding.}\n`;

/** A rule of this family, which finds one thing in any profile. */
const made = (code: string, more: Partial<Rule> = {}): Rule =>
  rule({
    code,
    severity: 'error',
    title: 'T',
    why: 'W.',
    remedy: 'R.',
    *check() {
      yield { path: ['trust'], message: 'M', hint: 'H' };
    },
    ...more,
  });

const ordinary = made('ordinary');
const guarded = made('guarded', { adjustable: 'never' });
const hard = made('hard', { severity: 'warning', inRelease: 'error', adjustable: 'in drafts' });
const all = [ordinary, guarded, hard];
const [settingUnknown, settingRefused] = rulesOfSettings(all);

async function settings(text: string, release = false) {
  const profile = await profileOf(`${text}trust:\n  name: A\n`);
  return [...settingsOf(profile, all, release).values()].map(({ code, severity }) => [
    code,
    severity,
  ]);
}

describe('severityOf', () => {
  it('weighs more in a release where the rule says so', () => {
    expect([severityOf(hard, false), severityOf(hard, true)]).toEqual(['warning', 'error']);
    expect([severityOf(ordinary, false), severityOf(ordinary, true)]).toEqual(['error', 'error']);
  });
});

describe('settingsOf', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['note', 'info'],
    ['off', null],
  ])('reads %s', async (word, severity) => {
    expect(await settings(set('ordinary', word))).toEqual([['ordinary', severity]]);
  });

  it('lets nothing lower a rule that protects people, and anything raise it', async () => {
    expect(await settings(set('guarded', 'off'))).toEqual([]);
    expect(await settings(set('guarded', 'warning'))).toEqual([]);
    expect(await settings(set('guarded', 'error'))).toEqual([['guarded', 'error']]);
  });

  it('lets the hard answers be lowered while it is no release', async () => {
    expect(await settings(set('hard', 'off'))).toEqual([['hard', null]]);
    expect(await settings(set('hard', 'off'), true)).toEqual([]);
    expect(await settings(set('hard', 'warning'), true)).toEqual([]);
    expect(await settings(set('hard', 'error'), true)).toEqual([['hard', 'error']]);
  });

  it('has nothing for rules that do not exist', async () => {
    expect(await settings(set('ordinray', 'off'))).toEqual([]);
    expect(await settings('')).toEqual([]);
  });
});

describe('setting-unknown', () => {
  it('finds a code that no rule has, and says which was meant', async () => {
    expect(await breaches(settingUnknown, set('ordinray', 'off'))).toEqual([
      {
        at: 'rules.0.rule',
        message: 'There is no rule called “ordinray” that a profile could set.',
        hint: 'Did you mean ordinary?',
      },
    ]);
    expect((await breaches(settingUnknown, set('zzz', 'off')))[0]?.hint).toBe(
      'To see all codes: thriving-case explain',
    );
  });

  it('has nothing against codes that are there, its own among them', async () => {
    for (const code of ['ordinary', 'guarded', 'setting-unknown', 'setting-refused']) {
      expect(await breaches(settingUnknown, set(code, 'error'))).toEqual([]);
    }
  });
});

describe('setting-refused', () => {
  it('finds a guarded rule that is set lower', async () => {
    expect(await breaches(settingRefused, set('guarded', 'note'))).toMatchObject([
      { at: 'rules.0.severity', message: 'The rule “guarded” may not be set to “note”.' },
    ]);
  });

  it('finds a hard answer that is set lower in a release, and only there', async () => {
    expect(await breaches(settingRefused, set('hard', 'off'))).toEqual([]);
    expect(await breaches(settingRefused, set('hard', 'off'), { release: true })).toMatchObject([
      { message: 'The rule “hard” may not be set to “off” in a release.' },
    ]);
  });

  it.each([
    ['an ordinary rule', set('ordinary', 'off')],
    ['a guarded rule that is set as it is', set('guarded', 'error')],
    ['a rule that does not exist', set('ordinray', 'off')],
    ['no settings', ''],
  ])('has nothing against %s', async (_, text) => {
    expect(await breaches(settingRefused, text)).toEqual([]);
  });
});

describe('a setting of a profile', () => {
  const codesOf = async (settings: string) => {
    const profile = await profileOf(`${settings}risks:\n  - risk: <b>A</b>\ntrust:\n  name: A\n`);
    const found = applyRules(profile, { today, release: false });
    return besidesAsked(found).map(({ code, severity }) => [code, severity]);
  };

  it('changes how a rule counts, or whether it does', async () => {
    expect(await codesOf('')).toEqual([['html-in-text', 'warning']]);
    expect(await codesOf(set('html-in-text', 'error'))).toEqual([['html-in-text', 'error']]);
    expect(await codesOf(set('html-in-text', 'off'))).toEqual([]);
  });

  it('cannot switch off the rules about settings', async () => {
    const guarded: RuleCode[] = ['setting-unknown', 'setting-refused'];
    for (const code of guarded) {
      expect(rules.find((rule) => rule.code === code)).toMatchObject({ adjustable: 'never' });
      expect(await codesOf(set(code, 'off'))).toContainEqual(['setting-refused', 'error']);
    }
  });
});
