import { measureIds } from '../../knowledge/measures.ts';
import * as z from '../../zod.ts';
import { academicYear, type Period, readPeriod } from '../formats/periods.ts';
import { evidenceRefs, list, named, part, tagged } from './parts.ts';
import { link } from './patterned.ts';
import {
  amount,
  choice,
  count,
  date,
  line,
  percent,
  period,
  periodKey,
  prose,
  yesNo,
} from './scalars.ts';

const evidenceKinds = ['headline metric', 'verifier', 'qualitative'] as const;

export const evidence = named(
  'What your claims rest on, each under a short name of your own.',
  tagged('A source that a reader could look up.', {
    title: line('What it is called.'),
    publisher: line('Who published it.').optional(),
    kind: choice(
      evidenceKinds,
      'A headline metric (a number), a verifier (someone else checked it) or qualitative (words, visits, surveys).',
    ).optional(),
    period: period('The time it is about: 2024/25, year ended 31 August 2025.').optional(),
    published: date('When it was published.').optional(),
    accessed: date('When you last looked at it.').optional(),
    url: link('Where it is on the web.').optional(),
    where: line('Where in it to look: “page 12”, “note 4”.').optional(),
    official: yesNo('yes if it is official statistics or from a public register.').optional(),
    independent: yesNo('yes if someone other than the trust made it or checked it.').optional(),
    licence: line('Its licence: “Open Government Licence v3.0”.').optional(),
    note: line('Anything a reader should know about it.').optional(),
  }),
);

/** How a metric may be drawn. Left out, the kind follows from the numbers. */
const chartKinds = ['line', 'bars', 'dots', 'none'] as const;

const statuses = ['provisional', 'revised', 'final'] as const;

const fullValue = part('A number with what must be said about it.', {
  value: amount('The number, or the code that was published in its place.'),
  status: choice(statuses, 'Whether it is provisional, revised or final.').optional(),
  pupils: count('How many pupils (or staff, or answers) it is about.').optional(),
  lower: amount('The lower end of its confidence interval.').optional(),
  upper: amount('The upper end of its confidence interval.').optional(),
  reason: line('Why there is no number, or why an older one is used.').optional(),
  note: line('Anything that a reader should know.').optional(),
});

type FullValue = z.output<typeof fullValue>;

/** One number of a series, under the period it is about. `key` is the period as it was typed. */
export interface Point extends FullValue {
  key: string;
  period: Period;
}

const value = z
  .union([amount('The number, or the code that was published in its place.'), fullValue])
  .transform((typed): FullValue => ('value' in typed ? typed : { value: typed }))
  .register(z.globalRegistry, {
    description: 'The number, alone or with what must be said about it.',
  });

/** Numbers under the periods they are about, in the order they were typed. */
const series = (description: string) =>
  z
    .record(periodKey, value, {
      error: () => 'periods, each followed by its number: 2024/25: 68%',
    })
    .transform((typed): Point[] =>
      Object.entries(typed).flatMap(([key, found]) => {
        const reading = readPeriod(key);
        return reading && 'period' in reading ? [{ ...found, key, period: reading.period }] : [];
      }),
    )
    .register(z.globalRegistry, {
      description,
      examples: [{ [academicYear(2023)]: '66%', [academicYear(2024)]: '68%' }],
    });

export const metrics = named(
  'Your numbers, each typed once under a short name and used in any text as $name.',
  tagged('A number over time, with what it may be compared with.', {
    measure: choice(
      measureIds,
      'A measure we know, which brings its label and unit. Leave out to describe your own.',
    ).optional(),
    label: line('What it measures, in words for the document.').optional(),
    unit: line('What it is counted in: %, £, days, kWh …').optional(),
    better: choice(['higher', 'lower'], 'Whether a higher or a lower number is better.').optional(),
    chart: choice(
      chartKinds,
      'How to draw it: line (over time), bars (over time, from nought), dots (the newest number beside those it is compared with) or none. Left out, we choose.',
    ).optional(),
    scope: line('Whom it covers: “our 6 schools”, “Heronsmoor Infant School”.').optional(),
    pupils: count('How many pupils (or staff, or answers) the newest number is about.').optional(),
    schools: count('How many schools it covers.').optional(),
    weighting: line('How an average was made: “weighted by pupils”.').optional(),
    response_rate: percent('For a survey: how many of those asked answered.').optional(),
    series: series('The numbers, each under its period.'),
    comparators: list(
      'What it may be compared with: the same measure, over the same periods.',
      part('A number of the same kind for someone else.', {
        name: line('Whose it is: “England”, “Marlshire”.'),
        series: series('The numbers, each under its period.'),
        evidence: evidenceRefs.optional(),
      }),
    ).optional(),
    evidence: evidenceRefs.optional(),
    does_not_show: line('What this number does not show.').optional(),
    method: prose('How it was worked out.').optional(),
  }),
);

export const notShown = list(
  'Measures that readers look for and that you do not show, with the reason.',
  part('A measure that is not shown.', {
    measure: choice([...measureIds, 'finances'], 'The measure, or “finances”.'),
    reason: line('Why it is not shown.'),
  }),
);
