import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Code } from '../../src/diagnostics/catalogue.ts';
import { example } from '../support/cli.ts';
import { codesOfNumbers } from '../support/codes.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

/*
 * The large example, which is honest, with one small lie at a time. Each must raise the codes that
 * belong to it, and no other rule may take notice.
 */

const files: Readonly<Record<string, string | Uint8Array>> = Object.fromEntries(
  readdirSync(example, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(example, name)).isFile() && !name.startsWith('output'))
    .map((name) => [
      name,
      name.endsWith('.yaml')
        ? readFileSync(path.join(example, name), 'utf8')
        : readFileSync(path.join(example, name)),
    ]),
);

/** In this file, these words become those. */
type Change = readonly [file: string, from: string, to: string];

async function codesAfter(changes: readonly Change[], now?: string): Promise<Set<Code>> {
  const changed = { ...files };
  for (const [name, from, to] of changes) {
    const before = String(changed[name]);
    expect(before.split(from), `“${from}” stands once in ${name}`).toHaveLength(2);
    changed[name] = before.replace(from, () => to);
  }
  const folder = folderWith(changed);
  const effects = testEffects(folder, now === undefined ? {} : { now: () => new Date(now) });
  const { diagnostics } = await check(folder, effects, { release: true });
  return new Set(diagnostics.map(({ code }) => code));
}

/** A metric more, at the end of the file of metrics. */
const END_OF_METRICS = '    does_not_show: what the other families think.\n';
const metric = (yaml: string): Change => [
  'metrics.yaml',
  END_OF_METRICS,
  `${END_OF_METRICS}\n${yaml}`,
];

/** A sentence more, among those about the trust as it is. */
const sentence = (text: string): Change => [
  'trust.yaml',
  'Both are so.\n',
  `Both are so. ${text}\n`,
];

const progress8 = (newest: string) =>
  metric(`  progress:
    measure: progress 8
    scope: our 6 schools
    schools: 6
    pupils: 240
    weighting: weighted by pupils
    series:
      2022/23: { value: -0.1, lower: -0.3, upper: 0.1 }
      2023/24: ${newest}
    comparators:
      - name: England
        series: { 2022/23: 0, 2023/24: 0 }
    evidence: [scheme-2026]
`);
const PROGRESS_8 = '{ value: 0.2, lower: 0, upper: 0.4 }';

const lies: readonly {
  lie: string;
  changes: readonly Change[];
  codes: readonly Code[];
  now?: string;
}[] = [
  // Time
  {
    lie: 'a source published next year',
    changes: [
      ['evidence.yaml', 'published: 28 January 2026', 'published: 28 January 2027'],
      [
        'evidence.yaml',
        'accessed: 19 October 2026\n    url: https://quillbrook.example/accounts-2025',
        'url: https://quillbrook.example/accounts-2025',
      ],
    ],
    codes: ['future-date'],
  },
  {
    lie: 'a source published the year after next, and looked at this year',
    changes: [['evidence.yaml', 'published: 11 December 2025', 'published: 11 December 2028']],
    codes: ['future-date'],
  },
  {
    lie: 'a step on the way that was done on a day that has not come',
    changes: [
      [
        'prospective-schools.yaml',
        'when: November 2026 to January 2027',
        'when: November 2026\n            done: 5 January 2027',
      ],
    ],
    codes: ['future-date'],
  },
  {
    lie: 'a source about a year that has not begun',
    changes: [
      [
        'evidence.yaml',
        'period: 2025/26\n    published: 10 July 2026',
        'period: 2027/28\n    published: 10 July 2026',
      ],
    ],
    codes: ['future-date'],
  },
  {
    lie: 'a school that joined before the trust was founded',
    changes: [['trust.yaml', 'founded: 1 April 2016', 'founded: 1 April 2017']],
    codes: ['dates-out-of-order'],
  },
  {
    lie: 'a consent that ended before it was given',
    changes: [['voices.yaml', 'until: 31 July 2028', 'until: 31 July 2025']],
    codes: ['consent-over', 'dates-out-of-order'],
  },
  {
    lie: 'one year typed twice',
    changes: [
      ['metrics.yaml', '      2025/26: 54\n', '      2025/26: 54\n      2025 to 2026: 58\n'],
    ],
    codes: ['period-repeated'],
  },
  {
    lie: 'two years in the wrong order',
    changes: [
      [
        'metrics.yaml',
        '      2023/24: 16%\n      2024/25: 13%\n',
        '      2024/25: 13%\n      2023/24: 16%\n',
      ],
    ],
    codes: ['series-out-of-order'],
  },
  {
    lie: 'a bad year left out',
    changes: [['metrics.yaml', '      2022/23: 7.1\n', '']],
    codes: ['gap-in-series'],
  },
  {
    lie: 'a year of test results left out',
    changes: [['metrics.yaml', '      2022/23: 58%\n', '']],
    codes: ['gap-in-series'],
  },
  {
    lie: 'last year’s number under this year’s name',
    changes: [['metrics.yaml', '      2024/25: 46%\n', '      2025/26: 46%\n']],
    codes: ['comparator-period', 'evidence-of-another-time', 'gap-in-series', 'unknown-figure'],
  },
  {
    lie: 'last year’s attendance under this year’s name',
    changes: [
      [
        'metrics.yaml',
        '      2024/25: 94.6%\n    comparators:\n      - name: Marlshire',
        '      2025/26: 94.6%\n    comparators:\n      - name: Marlshire',
      ],
    ],
    codes: ['comparator-period', 'evidence-of-another-time', 'gap-in-series'],
  },
  {
    lie: 'a number cited to the report of another year',
    changes: [
      [
        'metrics.yaml',
        '2025/26: 92%\n    evidence: [governance-return]',
        '2025/26: 92%\n    evidence: [accounts-2025]',
      ],
    ],
    codes: ['evidence-of-another-time'],
  },
  {
    lie: 'test results of a year without tests',
    changes: [['metrics.yaml', '      2018/19: 61%\n', '      2018/19: 61%\n      2019/20: 64%\n']],
    codes: ['not-published'],
  },
  {
    lie: 'Progress 8 of a year that had none',
    changes: [sentence('Our Progress 8 score was +0.35 in 2025.')],
    codes: ['not-published'],
  },
  {
    lie: 'the newest year of the energy used left out',
    changes: [['metrics.yaml', '      2024/25: 1,910,000\n', '']],
    codes: ['figure-behind'],
  },
  {
    lie: 'the two newest years of the energy used left out',
    changes: [['metrics.yaml', '      2023/24: 2,040,000\n      2024/25: 1,910,000\n', '']],
    codes: ['figure-far-behind'],
  },
  {
    lie: 'accounts of the year before',
    changes: [],
    now: '2027-02-01T12:00:00Z',
    codes: ['accounts-old', 'figure-behind', 'register-facts-old'],
  },
  {
    lie: 'a survey of two years ago',
    changes: [['metrics.yaml', '      2024/25: 79%\n      2025/26: 81%\n', '']],
    codes: ['survey-old'],
  },
  {
    lie: 'a survey report of two years ago',
    changes: [
      [
        'evidence.yaml',
        '    title: Log of school-to-school visits\n',
        '    title: Survey of visits\n',
      ],
      [
        'evidence.yaml',
        '    period: 2025/26\n    published: 17 July 2026\n    accessed: 19 October 2026\n  standards-minutes',
        '    published: 17 July 2024\n    accessed: 19 October 2026\n  standards-minutes',
      ],
    ],
    codes: ['survey-old'],
  },
  {
    lie: 'a quotation of five years ago',
    changes: [['voices.yaml', 'said_on: 10 July 2026', 'said_on: 10 July 2021']],
    codes: ['quote-old'],
  },
  {
    lie: 'a head who has left',
    changes: [
      [
        'voices.yaml',
        '    role: Headteacher\n',
        '    speaker: Noel Carrick\n    role: Headteacher\n',
      ],
    ],
    codes: ['speaker-moved'],
  },
  {
    lie: 'a permission of three years ago',
    changes: [['voices.yaml', 'given_on: 12 July 2026', 'given_on: 12 July 2023']],
    codes: ['consent-old'],
  },
  {
    lie: 'facts about schools as at last May',
    changes: [['trust.yaml', 'as_of: 1 November 2026', 'as_of: 1 May 2026']],
    codes: ['register-facts-old'],
  },
  {
    lie: 'the register looked at last spring',
    changes: [
      [
        'evidence.yaml',
        '  community-log:\n',
        '  register:\n    title: Get Information About Schools\n    publisher: Department for Education\n    published: 2 April 2026\n    accessed: 3 April 2026\n  community-log:\n',
      ],
    ],
    codes: ['register-facts-old'],
  },
  {
    lie: 'law last checked in spring',
    changes: [['trust.yaml', 'law_as_of: November 2026', 'law_as_of: April 2026']],
    codes: ['law-old'],
  },
  {
    lie: 'a body that is no more',
    changes: [
      [
        'prospective-schools.yaml',
        'who: Regional director\n',
        'who: Regional Schools Commissioner\n',
      ],
    ],
    codes: ['retired-term'],
  },
  {
    lie: 'a grant that has ended',
    changes: [
      [
        'finances.yaml',
        '      paid_by: Half the school, half the trust\n',
        '      paid_by: The £25,000 grant for schools that convert\n',
      ],
    ],
    codes: ['retired-term'],
  },

  // Small groups
  {
    lie: 'a cohort of four',
    changes: [['metrics.yaml', '    pupils: 62\n', '    pupils: 4\n']],
    codes: ['small-group', 'small-group-derivable'],
  },
  {
    lie: 'a cohort of eight',
    changes: [['metrics.yaml', '    pupils: 62\n', '    pupils: 8\n']],
    codes: ['small-group-volatile'],
  },
  {
    lie: 'all of a group of eight',
    changes: [
      ['metrics.yaml', '    pupils: 386\n', '    pupils: 8\n'],
      ['metrics.yaml', '2024/25: 91.0%', '2024/25: 100%'],
    ],
    codes: ['small-group-all-or-none'],
  },
  {
    lie: 'a survey that seven people answered',
    changes: [['metrics.yaml', '    pupils: 188\n', '    pupils: 7\n']],
    codes: ['small-group'],
  },
  {
    lie: 'a total that gives away a school that was kept back',
    changes: [
      ['metrics.yaml', '      2024/25: { value: 72%, pupils: 18 }\n', '      2024/25: SUPP\n'],
    ],
    codes: ['small-group-derivable'],
  },
  {
    lie: 'a school of four pupils beside a total that gives it away',
    changes: [
      ['metrics.yaml', '2024/25: { value: 72%, pupils: 18 }', '2024/25: { value: 75%, pupils: 4 }'],
    ],
    codes: ['small-group', 'small-group-derivable'],
  },
  {
    lie: 'a total and a narrower one that differ by four pupils',
    changes: [['metrics.yaml', '    pupils: 169\n', '    pupils: 201\n']],
    codes: ['small-group-derivable'],
  },
  {
    lie: 'a sentence about four pupils',
    changes: [sentence('Three of our four looked-after pupils reached the expected standard.')],
    codes: ['small-group-in-text'],
  },
  {
    lie: 'a group without its number of pupils',
    changes: [
      [
        'metrics.yaml',
        '    scope: pupils on free school meals\n    pupils: 386\n',
        '    scope: pupils on free school meals\n',
      ],
    ],
    codes: ['cohort-missing'],
  },

  // Comparison
  {
    lie: 'England’s figure of the year before',
    changes: [
      [
        'metrics.yaml',
        '          2023/24: 61%\n          2024/25:\n            value: 62%\n            status: revised\n',
        '          2023/24: 61%\n',
      ],
    ],
    codes: ['comparator-period', 'unknown-figure'],
  },
  {
    lie: 'a provisional figure to compare with',
    changes: [
      [
        'metrics.yaml',
        '          2023/24: 61%\n          2024/25:\n            value: 62%\n            status: revised\n',
        '          2023/24: 61%\n          2024/25:\n            value: 62%\n            status: provisional\n',
      ],
    ],
    codes: ['comparator-status'],
  },
  {
    lie: 'the higher standard to compare with',
    changes: [
      [
        'metrics.yaml',
        '      - name: England\n        series:\n          2018/19: 65%',
        '      - name: England, higher standard\n        series:\n          2018/19: 65%',
      ],
    ],
    codes: ['comparator-other'],
  },
  {
    lie: 'other pupils to compare with',
    changes: [
      [
        'metrics.yaml',
        '      - name: England\n        series:\n          2018/19: 65%',
        '      - name: England, disadvantaged pupils\n        series:\n          2018/19: 65%',
      ],
    ],
    codes: ['comparator-other'],
  },
  {
    lie: 'nothing to compare with',
    changes: [
      metric(
        '  late:\n    measure: persistent absence\n    scope: our schools but Pennywhistle Lane, which has just joined\n    schools: 5\n    pupils: 1,169\n    weighting: weighted by pupils\n    series:\n      2024/25: 16%\n',
      ),
    ],
    codes: ['comparator-missing'],
  },
  {
    lie: 'an average that does not say how it was made',
    changes: [
      [
        'metrics.yaml',
        '    weighting: weighted by pupils, in every year the five schools of today\n',
        '',
      ],
    ],
    codes: ['average-incomplete'],
  },
  {
    lie: 'an average with a school that has just joined, and none without',
    changes: [
      [
        'metrics.yaml',
        '    schools: 5\n    pupils: 1,169\n',
        '    schools: 6\n    pupils: 1,431\n',
      ],
    ],
    codes: ['average-with-newcomers'],
  },
  {
    lie: 'an average without one of the schools',
    changes: [
      ['metrics.yaml', '    schools: 5\n    pupils: 205\n', '    schools: 4\n    pupils: 169\n'],
    ],
    codes: ['schools-left-out'],
  },
  {
    lie: 'a school left out of those that show their results',
    changes: [
      ['schools.yaml', '    metrics: [ks2-tansy-row]\n', ''],
      [
        'metrics.yaml',
        '  ks2-tansy-row:\n    measure: key stage 2 expected standard\n    better: higher\n    scope: Tansy Row Primary School\n',
        '  ks2-others:\n    label: Results elsewhere\n    unit: "%"\n',
      ],
    ],
    codes: ['schools-left-out'],
  },
  {
    lie: 'a trend of two numbers',
    changes: [
      [
        'metrics.yaml',
        '      2023/24: 7\n      2024/25: 4\n      2025/26: 2\n',
        '      2024/25: 4\n      2025/26: 2\n',
      ],
      sentence('The trend is down, to $local-vacancies.'),
    ],
    codes: ['trend-too-short'],
  },
  {
    lie: 'progress scores that improved',
    changes: [progress8(PROGRESS_8), sentence('Progress improved to $progress.')],
    codes: ['progress-compared'],
  },
  {
    lie: 'a progress score without its interval',
    changes: [progress8('0.2')],
    codes: ['interval-missing'],
  },
  {
    lie: 'a progress score outside its interval',
    changes: [progress8('{ value: 0.6, lower: 0, upper: 0.4 }')],
    codes: ['outside-interval'],
  },

  // Ofsted
  {
    lie: 'an overall grade of 2025',
    changes: [
      [
        'schools.yaml',
        '      - date: 4 March 2025\n        kind: graded\n',
        '      - date: 4 March 2025\n        kind: graded\n        overall: outstanding\n',
      ],
    ],
    codes: ['overall-grade-withdrawn'],
  },
  {
    lie: 'an overall grade of 2026 in words',
    changes: [
      [
        'schools.yaml',
        '    note: Its local board lost',
        '    note: Ofsted rated it good in March 2026. Its local board lost',
      ],
    ],
    codes: ['overall-grade-withdrawn'],
  },
  {
    lie: 'a report card before there were any',
    changes: [
      ['schools.yaml', '      - date: 20 January 2026\n', '      - date: 20 January 2025\n'],
    ],
    codes: ['wrong-framework'],
  },
  {
    lie: 'old judgements on a report card',
    changes: [['schools.yaml', '      - date: 4 March 2025\n', '      - date: 4 March 2026\n']],
    codes: ['wrong-framework'],
  },
  {
    lie: 'an inspection of the school before as if it were of this one',
    changes: [
      [
        'schools.yaml',
        '        outcome: remains good\n        predecessor: yes\n',
        '        outcome: remains good\n',
      ],
    ],
    codes: ['predecessor-unlabelled'],
  },
  {
    lie: 'an inspection since joining as if it were of the school before',
    changes: [
      [
        'schools.yaml',
        '      - date: 11 October 2022\n',
        '      - date: 11 October 2022\n        predecessor: yes\n',
      ],
    ],
    codes: ['not-inspected-yet', 'predecessor-unlabelled'],
  },
  {
    lie: 'silence on a school that has not been inspected',
    changes: [['schools.yaml', ' Ofsted has not inspected it since it joined.', '']],
    codes: ['not-inspected-yet'],
  },
  {
    lie: 'a count of good or outstanding schools',
    changes: [sentence('Five of our six schools are good or outstanding.')],
    codes: ['grades-mixed'],
  },
  {
    lie: 'a share of good or outstanding schools',
    changes: [
      metric(
        '  good:\n    label: Schools that are good or outstanding\n    unit: "%"\n    series:\n      2024/25: 83%\n',
      ),
    ],
    codes: ['grades-mixed'],
  },
  {
    lie: 'a grade for the trust',
    changes: [sentence('Ofsted judged our trust outstanding.')],
    codes: ['trust-graded'],
  },

  // Numbers
  {
    lie: 'a text that says less than the figure',
    changes: [sentence('Staff turnover is now 9%.')],
    codes: ['figure-contradicted'],
  },
  {
    lie: 'a text that says another year’s figure',
    changes: [sentence('In 2023 to 2024, staff turnover was 12%.')],
    codes: ['figure-contradicted'],
  },
  {
    lie: 'a charge that is not the one in the text',
    changes: [
      ['finances.yaml', '    rate: 5%\n', '    rate: 6%\n'],
      ['finances.yaml', '      2024/25: 5%\n      2025/26: 5%\n', ''],
    ],
    codes: ['figure-contradicted'],
  },
  {
    lie: 'a figure typed again',
    changes: [sentence('Staff turnover is now 12%.')],
    codes: ['figure-typed'],
  },
  {
    lie: 'more pupils than the schools have',
    changes: [sentence('We teach 2,440 pupils in six schools.')],
    codes: ['rolls-differ'],
  },
  {
    lie: 'a school of 412 with 214 pupils',
    changes: [
      ['schools.yaml', '    pupils: 412\n', '    pupils: 214\n'],
      metric(
        '  roll:\n    label: Pupils in our schools\n    unit: pupils\n    series:\n      January 2026: 1,440\n',
      ),
    ],
    codes: ['rolls-differ'],
  },
  {
    lie: 'attendance of far more pupils than there are',
    changes: [['schools.yaml', '    pupils: 412\n', '    pupils: 42\n']],
    codes: ['rolls-differ'],
  },
  {
    lie: 'a number in the place of the newest of a chapter',
    changes: [
      [
        'principles.yaml',
        'Staff turnover was $staff-turnover last year',
        'Staff turnover was 15% last year',
      ],
    ],
    codes: ['figure-contradicted'],
  },
  {
    lie: 'more goals met than were met',
    changes: [['principles.yaml', 'We met $goals-met of our', 'We met 11 of our']],
    codes: ['figure-contradicted'],
  },
  {
    lie: 'less energy than was used',
    changes: [['principles.yaml', 'We used $energy-use in', 'We used 1,700,000 kWh in']],
    codes: ['figure-contradicted'],
  },
  {
    lie: 'more schools than there are',
    changes: [
      [
        'metrics.yaml',
        '    measure: days of support\n    better: higher\n    scope: our 6 schools\n    schools: 6\n',
        '    measure: days of support\n    better: higher\n    scope: our 9 schools\n    schools: 9\n',
      ],
    ],
    codes: ['more-schools-than-listed'],
  },
  {
    lie: 'a total that its parts cannot come to',
    changes: [
      [
        'metrics.yaml',
        '2024/25: { value: 72%, pupils: 60 }',
        '2024/25: { value: 52%, pupils: 60 }',
      ],
    ],
    codes: ['parts-differ'],
  },
  {
    lie: 'shares that come to 105%',
    changes: [sentence('Of every pound, 70% goes to staff, 20% to buildings and 15% to books.')],
    codes: ['shares-of-whole'],
  },
  {
    lie: 'a share of nobody',
    changes: [['metrics.yaml', '    pupils: 188\n', '    pupils: 0\n']],
    codes: ['share-of-nothing'],
  },
  {
    lie: 'fewer than no pupils',
    changes: [
      metric(
        '  away:\n    label: Pupils who left in the year\n    unit: pupils\n    series:\n      2025/26: -4\n',
      ),
    ],
    codes: ['out-of-range'],
  },
  {
    lie: 'more than all families',
    changes: [['metrics.yaml', '      2025/26: 86%\n', '      2025/26: 186%\n']],
    codes: ['out-of-range'],
  },
  {
    lie: 'points where the measure has a percentage',
    changes: [
      [
        'metrics.yaml',
        '    scope: our 4 schools with a Year 6',
        '    unit: points\n    scope: our 4 schools with a Year 6',
      ],
    ],
    codes: ['unit-conflict'],
  },
];

const unmade = new Set(['unit-missing', 'label-missing']);

describe('a small lie in the large example', () => {
  it('is not there to begin with', async () => {
    expect(await codesAfter([])).toEqual(new Set());
  });

  it.each(lies)('is found: $lie', async ({ changes, codes, now }) => {
    expect(await codesAfter(changes, now)).toEqual(new Set(codes));
  });

  it('exists for every rule of these families', () => {
    const told = new Set<string>(lies.flatMap(({ codes }) => codes));
    const untold = [...codesOfNumbers].filter((code) => !told.has(code) && !unmade.has(code));
    expect(untold).toEqual([]);
  });
});
