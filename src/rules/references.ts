import { listOf, nearest } from '../diagnostics/suggest.ts';
import { textsOf } from '../profile/fields.ts';
import { figureInWords, figureNames } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import { findSchool } from '../profile/schools.ts';
import type { Path, Value } from '../profile/yaml/values.ts';
import { type Breach, rule } from './rule.ts';

/** A place that names something of another part, where it names anything. */
interface Named {
  name: string | undefined;
  path: Path;
}

/** The names that a part of the profile does not have. */
function* unknownNames(
  part: 'evidence' | 'metrics',
  named: Iterable<Named>,
  { data, faulty }: Profile,
): Generator<Breach> {
  const known = Object.keys(data[part] ?? {});
  for (const { name, path } of named) {
    if (name === undefined || known.includes(name) || faulty([part, name])) continue;
    yield {
      path,
      message: `There is no ${part === 'metrics' ? 'metric' : part} called “${name}”.`,
      hint: meant(name, known, part),
    };
  }
}

export const unknownEvidence = rule({
  code: 'unknown-evidence',
  severity: 'error',
  title: 'Evidence that is not there',
  why: 'A claim would point to a source that the reader cannot find.',
  remedy: 'Use a name from the “evidence” part, or add the source there.',
  wrong:
    'evidence:\n  accounts:\n    title: Accounts\nfive_answers:\n  cost:\n    answer: Five per cent.\n    evidence: [acounts]\n',
  right:
    'evidence:\n  accounts:\n    title: Accounts\nfive_answers:\n  cost:\n    answer: Five per cent.\n    evidence: [accounts]\n',
  *check(profile) {
    yield* unknownNames('evidence', listedUnder(profile.typed, 'evidence'), profile);
  },
});

export const unknownMetric = rule({
  code: 'unknown-metric',
  severity: 'error',
  title: 'A metric that is not there',
  why: 'The number and its chart would be missing from the document.',
  remedy: 'Use a name from the “metrics” part, or add the metric there.',
  wrong:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\nweaknesses:\n  - what: Few visits.\n    metric: visit\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\nweaknesses:\n  - what: Few visits.\n    metric: visits\n',
  *check(profile) {
    const { principles, weaknesses, environment, commitments } = profile.data;
    const single: Named[] = [
      ...Object.entries(principles ?? {}).map(([id, chapter]) => ({
        name: chapter?.headline,
        path: ['principles', id, 'headline'],
      })),
      ...(weaknesses ?? []).map((weakness, index) => ({
        name: weakness.metric,
        path: ['weaknesses', index, 'metric'],
      })),
      ...(commitments ?? []).map((commitment, index) => ({
        name: commitment.metric,
        path: ['commitments', index, 'metric'],
      })),
      ...(['energy', 'carbon', 'intensity'] as const).map((key) => ({
        name: environment?.[key],
        path: ['environment', key],
      })),
    ];
    const named = [...listedUnder(profile.typed, 'metrics'), ...single];
    yield* unknownNames('metrics', named, profile);
  },
});

export const unknownSchool = rule({
  code: 'unknown-school',
  severity: 'error',
  title: 'A school that is not there',
  why: 'A voice or a story must belong to a school that readers can find in the document.',
  remedy: 'Use the name or URN of a school in the profile.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\nvoices:\n  - quote: It works.\n    role: Headteacher\n    school: Tansey Row Primary School\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\nvoices:\n  - quote: It works.\n    role: Headteacher\n    school: Tansy Row Primary School\n',
  *check({ data, faulty }) {
    const unknown = (
      name: string | undefined,
      schools: readonly { name: string; urn?: string | undefined }[] | undefined,
      part: string,
      path: Path,
    ): Breach[] => {
      if (name === undefined || faulty([part]) || findSchool(schools, name)) return [];
      const known = (schools ?? []).flatMap(({ name, urn }) => (urn ? [name, urn] : [name]));
      return [
        {
          path,
          message: `There is no school called “${name}” in “${part}”.`,
          hint: meant(name, known, part),
        },
      ];
    };
    for (const [index, voice] of (data.voices ?? []).entries()) {
      yield* unknown(voice.school, data.schools, 'schools', ['voices', index, 'school']);
    }
    for (const [index, study] of (data.case_studies ?? []).entries()) {
      yield* unknown(study.school, data.schools, 'schools', ['case_studies', index, 'school']);
    }
    for (const [index, { drive_times }] of (data.prospective_schools ?? []).entries()) {
      for (const [at, { school }] of (drive_times ?? []).entries()) {
        const path = ['prospective_schools', index, 'drive_times', at, 'school'];
        yield* unknown(school, data.schools, 'schools', path);
      }
    }
    yield* unknown(data.standing?.school, data.prospective_schools, 'prospective_schools', [
      'standing',
      'school',
    ]);
  },
});

export const unknownFigure = rule({
  code: 'unknown-figure',
  severity: 'error',
  title: 'A figure that is not there',
  why: 'Where the text should say a number, the document would have a hole.',
  remedy:
    'After the dollar sign, use the name of a metric. To print a dollar sign, type a backslash before it.',
  wrong:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\ngrowth:\n  capacity: We made $vists.\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\ngrowth:\n  capacity: We made $visits.\n',
  *check(profile) {
    const metrics = profile.data.metrics ?? {};
    const known = Object.keys(metrics);
    for (const { path, text } of textsOf(profile)) {
      for (const { name, select } of figureNames(text)) {
        if (profile.faulty(['metrics', name])) continue;
        const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
        if (!metric) {
          yield {
            path,
            message: `The text names the figure $${name}, but there is no metric called “${name}”.`,
            hint: `${meant(name, known, 'metrics', '$')} To print a dollar sign, type \\$.`,
          };
        } else if (figureInWords(metric, select) === undefined) {
          yield {
            path,
            message: `The text names $${name}.${select}, but “${name}” has no such number.`,
            hint: meantNumber(name, select ?? ''),
          };
        }
      }
    }
  },
});

function meant(name: string, known: readonly string[], part: string, sign = ''): string {
  const suggestion = nearest(name, known);
  if (suggestion) return `Did you mean ${sign}${suggestion}?`;
  if (known.length === 0) return `The part “${part}” is empty: add it there, or delete this.`;
  return `In “${part}” there are: ${listOf(known)}.`;
}

/** What may follow a figure’s name, besides a period. */
const numbers = ['first', 'first.period', 'previous', 'comparator', 'period', 'pupils'];

function meantNumber(name: string, select: string): string {
  const suggestion = nearest(select, numbers);
  if (suggestion && suggestion !== select) return `Did you mean $${name}.${suggestion}?`;
  return `Add the number to the metric, or name another: $${name}, ${numbers.map((number) => `$${name}.${number}`).join(', ')} or $${name}.2023/24. At the end of a sentence, leave a space after the full stop.`;
}

/** The names listed under every key of this name, at any depth but the top, where they are defined. */
export function* listedUnder(
  value: Value,
  key: string,
  path: Path = [],
): Generator<{ name: string; path: Path }> {
  if (typeof value === 'string') return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* listedUnder(item, key, [...path, index]);
    return;
  }
  for (const [name, inside] of Object.entries(value)) {
    const at = [...path, name];
    if (name === key && Array.isArray(inside)) {
      for (const [index, item] of inside.entries()) {
        if (typeof item === 'string') yield { name: item.trim(), path: [...at, index] };
      }
    } else yield* listedUnder(inside, key, at);
  }
}
