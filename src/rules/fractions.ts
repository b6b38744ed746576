import { values } from './numbers.ts';
import { type Breach, rule } from './rule.ts';

export const percentAsFraction = rule({
  code: 'percent-as-fraction',
  severity: 'warning',
  title: 'A percentage that may have been typed as a fraction',
  why: 'A spreadsheet holds 68% as 0.68; printed as it stands, it would read as less than one per cent.',
  remedy: 'Type the percentage with its sign: 68%, or 0.68% where it is really so small.',
  wrong:
    'metrics:\n  visitors:\n    label: Families who came\n    unit: "%"\n    series:\n      2024/25: 0.68\n',
  right:
    'metrics:\n  visitors:\n    label: Families who came\n    unit: "%"\n    series:\n      2024/25: 68%\n',
  source: 'Domain rule 15',
  *check(profile) {
    const told = new Map<string, Breach>();
    for (const { value, unit, path } of values(profile)) {
      if (unit !== '%' || !('number' in value) || value.unit) continue;
      const { number } = value;
      if (number <= 0 || number >= 1) continue;
      const series = JSON.stringify(path.slice(0, -1));
      // One spreadsheet column, one mistake.
      if (told.has(series)) continue;
      told.set(series, {
        path,
        message: `${number} in a metric that is counted in % is less than one per cent.`,
        hint: `If you mean ${asPercent(number)}, type it so, and the others of this series too; if it is really so small, type ${number}%.`,
      });
    }
    yield* told.values();
  },
});

const asPercent = (fraction: number) => `${Number((fraction * 100).toPrecision(10))}%`;
