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
  const remarks: Remark[] = [];
  const places: Path[] = [];
  const diagnostics = applyRules(
    {
      data,
      typed,
      folder: '',
      files: [],
      place(path) {
        places.push(path);
        return { file: '', range: null };
      },
    },
    { today, release: false },
  );
  for (const [index, { code, message }] of diagnostics.entries()) {
    if (!OWN.has(code)) remarks.push({ path: places[index] ?? [], code, message });
  }
  return remarks;
}
