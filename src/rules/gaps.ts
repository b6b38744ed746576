import type { Profile } from '../profile/profile.ts';
import type { Path, Value } from '../profile/yaml/values.ts';
import { rule } from './rule.ts';

type Gap = NonNullable<Profile['data']['gaps']>[number];

export const gapOpen = rule({
  code: 'gap-open',
  severity: 'info',
  inRelease: 'warning',
  title: 'Something still to find out',
  why: 'A reader who asks gets no answer yet. A draft lists the gap so that nobody takes it for settled; a released document does not show it.',
  remedy: 'Ask the role it names, write the answer in its place, and delete the gap.',
  wrong: 'gaps:\n  - what: Whose a school’s savings are\n    ask: Chief finance officer\n',
  right: 'finances:\n  reserves:\n    whose: They stay with the school.\n',
  source: 'Domain G3, 6',
  *check(profile) {
    for (const { gap, path, filled } of gapsOf(profile)) {
      if (!filled) {
        yield {
          path,
          message: `Still to find out: ${gap.what}.`,
          hint: `Ask the ${gap.ask}.`,
        };
      }
    }
  },
});

export const gapFilled = rule({
  code: 'gap-filled',
  severity: 'info',
  title: 'A gap that is no gap any more',
  why: 'A draft would list as unknown what the document says elsewhere.',
  remedy: 'Delete the gap.',
  wrong:
    'gaps:\n  - what: How many schools you take in a year\n    ask: Chief executive\n    fills: growth.pace\ngrowth:\n  pace: One school a year.\n',
  right: 'growth:\n  pace: One school a year.\n',
  *check(profile) {
    for (const { gap, path, filled } of gapsOf(profile)) {
      if (filled) {
        yield {
          path,
          message: `“${gap.what}” is listed as still to find out, but “${gap.fills}” has it.`,
          hint: 'Delete the gap.',
        };
      }
    }
  },
});

function* gapsOf({ data, typed }: Profile): Generator<{ gap: Gap; path: Path; filled: boolean }> {
  for (const [index, gap] of (data.gaps ?? []).entries()) {
    const filled = gap.fills !== undefined && holdsAt(typed, gap.fills.split('.'));
    yield { gap, path: ['gaps', index], filled };
  }
}

function holdsAt(value: Value, keys: readonly string[]): boolean {
  let found: Value | undefined = value;
  for (const key of keys) {
    if (typeof found !== 'object' || Array.isArray(found)) return false;
    if (!Object.hasOwn(found, key)) return false;
    found = found[key];
  }
  return found !== undefined;
}
