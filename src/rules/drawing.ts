import { unitOf } from '../profile/metrics.ts';
import { MOST_TOGETHER, sharesOf } from '../profile/spending.ts';
import { rule } from './rule.ts';

export const spendingUnclear = rule({
  code: 'spending-unclear',
  severity: 'warning',
  title: 'Spending that does not make a whole',
  why: 'Where each pound goes can be shown only if the parts are of the same kind and make up the whole.',
  remedy:
    'Give every part its amount, or every part its share; shares come to about 100%, and no part is below nought.',
  wrong:
    'finances:\n  spending:\n    items:\n      - what: Staff\n        share: 75%\n      - what: Buildings\n        amount: £200,000\n',
  right:
    'finances:\n  spending:\n    items:\n      - what: Staff\n        amount: £600,000\n      - what: Buildings\n        amount: £200,000\n',
  *check({ data }) {
    const items = data.finances?.spending?.items;
    if (!items || items.length === 0 || sharesOf(items)) return;
    const shares = items.flatMap(({ share }) => (share ? [share.number] : []));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const over = shares.length === items.length && all >= MOST_TOGETHER;
    yield {
      path: ['finances', 'spending', 'items'],
      message: over
        ? `The shares come to ${Math.round(all)}%.`
        : 'Not every part of the spending has an amount, and not every part has a share; or one is below nought.',
      hint: over
        ? 'Correct the shares: together they are 100%.'
        : 'Give every part its amount, or every part its share.',
    };
  },
});

export const targetAlone = rule({
  code: 'target-alone',
  severity: 'warning',
  title: 'A target that nothing is held against',
  why: 'Readers can see how far a promise has come only if its target and its number belong together.',
  remedy:
    'Name the metric with “metric” and say what it is to be with “target”, in the unit of the metric.',
  wrong: 'commitments:\n  - promise: We will make 20 visits a year.\n    target: 20\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\ncommitments:\n  - promise: We will make 20 visits a year.\n    metric: visits\n    target: 20\n',
  *check({ data }) {
    const metrics = data.metrics ?? {};
    for (const [index, { metric: name, target }] of (data.commitments ?? []).entries()) {
      if ((name === undefined) !== (target === undefined)) {
        const [has, lacks] = name === undefined ? ['target', 'metric'] : ['metric', 'target'];
        yield {
          path: ['commitments', index, has],
          message: `This promise has a ${has} but no ${lacks}.`,
          hint: `Add a line “${lacks}:”, or delete the ${has}.`,
        };
      }
      const metric = name !== undefined && Object.hasOwn(metrics, name) ? metrics[name] : undefined;
      if (!metric || !target) continue;
      const unit = unitOf(metric);
      if (!('number' in target)) {
        yield {
          path: ['commitments', index, 'target'],
          message: 'This target is no number.',
          hint: 'Say what the number is to be, such as 96%.',
        };
      } else if (target.unit && unit !== undefined && target.unit !== unit) {
        yield {
          path: ['commitments', index, 'target'],
          message: `This target is typed with ${target.unit}, but its metric is counted in ${unit}.`,
          hint: `Type it without ${target.unit}, or name another metric.`,
        };
      }
    }
  },
});
