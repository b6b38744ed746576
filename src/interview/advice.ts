import type { Typed } from '../profile/edit/sources.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import type { Path } from '../profile/yaml/values.ts';
import { applyRules } from '../rules/index.ts';
import { withoutBegun } from './complete.ts';

/** What a rule has to say about a place of a profile. */
interface Remark {
  path: Path;
  code: string;
  message: string;
}

/** Gaps are what the interview itself makes. */
const OWN = new Set(['gap-open', 'gap-filled']);

/**
 * What the rules of `check` say of the latest answer, and did not say before it: at most one remark, as
 * advice. `before` and `after` are the profile without and with the answer.
 */
export function adviceOn(before: Typed, after: Typed, today: CalendarDate): string | undefined {
  const known = new Set(remarksOn(before, today).map(keyOf));
  return remarksOn(after, today).find((remark) => !known.has(keyOf(remark)))?.message;
}

const keyOf = ({ path, code, message }: Remark) => JSON.stringify([code, path, message]);

/** What was after one answer is what is before the next. */
const lately = new WeakMap<Typed, Remark[]>();

function remarksOn(profile: Typed, today: CalendarDate): Remark[] {
  const known = lately.get(profile);
  if (known) return known;
  const remarks = applied(profile, today);
  lately.set(profile, remarks);
  return remarks;
}

function applied(profile: Typed, today: CalendarDate): Remark[] {
  const { typed, data } = withoutBegun(profile, {});
  if (!data) return [];
  const diagnostics = applyRules(
    {
      data,
      typed,
      folder: '',
      files: [],
      whole: true,
      faulty: () => false,
      // No file holds it yet: the path itself says where.
      place: (path) => ({ file: JSON.stringify(path), range: null }),
    },
    { today, release: false },
  );
  return diagnostics
    .filter(({ code }) => !OWN.has(code))
    .map(({ code, message, file }) => ({ path: JSON.parse(file ?? '[]') as Path, code, message }));
}
