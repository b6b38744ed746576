import { clocks } from '../build/clock.ts';
import {
  byPrinciple,
  byReader,
  type Coverage,
  coverageOf,
  type Tally,
  tallyBy,
} from '../coverage/coverage.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { BankQuestion } from '../knowledge/question-bank.ts';
import type { Reader } from '../knowledge/readers.ts';
import { ledgerOf, type PrincipleSummary, summariesOf } from '../ledger/ledger.ts';
import { copyOf, schoolOf } from '../profile/copy.ts';
import type { Checked } from './check.ts';

/** What a person wants to know first: whether it is ready, what to do next, and how the case stands. */
export interface Summary {
  trust: string;
  status: Checked['status'];
  /** What would keep it from being released, each once a place. */
  blockers: Diagnostic[];
  /** Rules the profile sets otherwise, each with its reason. */
  settings: { rule: string; severity: string; reason: string }[];
  /** At most three, the most useful first. */
  next: Step[];
  principles: PrincipleSummary[];
  coverage: Coverage[];
  readers: Map<Reader, Tally>;
  topics: Map<BankQuestion['principle'], Tally>;
}

/** Something to do next, and where. */
export interface Step {
  what: string;
  /** `trust.yaml:12`, or the key to fill in. */
  where: string | null;
}

const MOST_STEPS = 3;

/** Null where the profile could not be read. */
export function summarise(
  { value, diagnostics }: Outcome<Checked>,
  effects: Pick<Effects, 'env' | 'now'>,
): Summary | null {
  if (!value) return null;
  const { profile, status } = value;
  const { today } = clocks(effects, profile.data.as_of);
  const blockers = blockersOf(value, diagnostics);
  const school = schoolOf(profile.data, null);
  const index = school && profile.data.prospective_schools?.indexOf(school);
  const coverage = coverageOf(copyOf(profile, index));
  return {
    trust: profile.data.trust.name,
    status,
    blockers,
    settings: profile.data.rules ?? [],
    next: nextSteps(blockers, coverage),
    principles: summariesOf(profile, ledgerOf(profile, today)),
    coverage,
    readers: tallyBy(coverage, byReader),
    topics: tallyBy(coverage, byPrinciple),
  };
}

/** What would keep a profile from being released: its errors now, and those that a release adds. */
export function blockersOf(
  { judgement, status }: Checked,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (status === 'release') return errors;
  const added = judgement(true, 'errors').filter(
    (blocker) => !errors.some((error) => sameAs(error, blocker)),
  );
  return [...errors, ...added];
}

const sameAs = (a: Diagnostic, b: Diagnostic) =>
  a.code === b.code && a.file === b.file && a.range?.start.offset === b.range?.start.offset;

/** One problem of each kind before a second of any; then the open questions that most readers ask. */
function nextSteps(blockers: readonly Diagnostic[], coverage: readonly Coverage[]): Step[] {
  const kinds = new Map<string, Diagnostic>();
  for (const blocker of blockers) {
    if (!kinds.has(blocker.code)) kinds.set(blocker.code, blocker);
  }
  const problems = [...kinds.values()].map(
    ({ message, hint, file, range }): Step => ({
      what: `${message} ${hint}`,
      where: file && (range ? `${file}:${range.start.line}` : file),
    }),
  );
  const open = coverage
    .filter(({ state }) => state !== 'answered')
    .sort((a, b) => b.question.readers.length - a.question.readers.length)
    .map(
      ({ id, question }): Step => ({
        what: `Answer “${question.question}”`,
        where: `answers: ${id}`,
      }),
    );
  return [...problems, ...open].slice(0, MOST_STEPS);
}
