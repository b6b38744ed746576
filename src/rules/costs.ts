import { rule } from './rule.ts';

const chargeMissing = rule({
  code: 'charge-missing',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'No price',
  why: 'It is the first thing every governing body asks, and most brochures do not say.',
  remedy:
    'Say what schools pay: a rate and what it is a share of, or a sum for each pupil, under “finances: contribution:”.',
  wrong: 'finances:\n  capital: By safety first.\n',
  right:
    'finances:\n  capital: By safety first.\n  contribution:\n    rate: 5%\n    base: general annual grant\n    per_pupil: £236\n    excludes: pupil premium\n    history:\n      2024/25: 5%\n',
  source: 'Domain rule 27',
  *check({ data }) {
    const { contribution } = data.finances ?? {};
    if (contribution?.rate || contribution?.per_pupil) return;
    yield {
      path: data.finances ? ['finances'] : ['trust'],
      at: 'key',
      message: 'Nothing says what a school pays.',
      hint: 'Under “finances: contribution:”, add “rate:” and “base:”, or “per_pupil:”.',
    };
  },
});

const chargeWithoutBase = rule({
  code: 'charge-without-base',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'A percentage of nothing said',
  why: 'A share of all income is far more than the same share of core funding.',
  remedy: 'Say what the rate is a share of, with “base”.',
  wrong:
    'finances:\n  contribution:\n    rate: 5%\n    per_pupil: £236\n    excludes: pupil premium\n    history:\n      2024/25: 5%\n',
  right:
    'finances:\n  contribution:\n    rate: 5%\n    base: general annual grant\n    per_pupil: £236\n    excludes: pupil premium\n    history:\n      2024/25: 5%\n',
  source: 'Domain rule 27',
  *check({ data }) {
    const { contribution } = data.finances ?? {};
    if (!contribution?.rate || contribution.base) return;
    yield {
      path: ['finances', 'contribution', 'rate'],
      message: 'Nothing says what this is a share of.',
      hint: 'Add “base:”, such as: general annual grant.',
    };
  },
});

const chargeIncomplete = rule({
  code: 'charge-incomplete',
  severity: 'warning',
  inRelease: 'error',
  title: 'A price with something left out',
  why: 'Governors compare sums for each pupil, ask how the price has moved, and what they would still pay for.',
  remedy:
    'Add what it comes to for each pupil, the rate in earlier years, and what it is never taken from or what schools still buy.',
  wrong: 'finances:\n  contribution:\n    rate: 5%\n    base: general annual grant\n',
  right:
    'finances:\n  contribution:\n    rate: 5%\n    base: general annual grant\n    per_pupil: £236\n    excludes: pupil premium\n    history:\n      2024/25: 5%\n',
  source: 'Domain rule 27',
  *check({ data }) {
    const { contribution } = data.finances ?? {};
    if (!contribution?.rate && !contribution?.per_pupil) return;
    const left = (data.services ?? []).some(({ offer }) => offer !== 'included');
    const missing = [
      !contribution.per_pupil && '“per_pupil:”',
      !contribution.history && '“history:”',
      !contribution.excludes && !left && '“excludes:”, or a service that schools still buy',
    ].filter((part) => part !== false);
    if (missing.length === 0) return;
    yield {
      path: ['finances', 'contribution'],
      at: 'key',
      message: 'The price is not the whole price yet.',
      hint: `Add ${missing.join(' and ')}.`,
    };
  },
});

const poolingWithoutAppeal = rule({
  code: 'pooling-without-appeal',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'Pooled funding without a way to appeal',
  why: 'Trusts that pool must let a school appeal, in the end to the government.',
  remedy: 'Say how money is shared out, and how a school can appeal.',
  wrong: 'finances:\n  pooling:\n    pooled: yes\n    formula: By pupils and need.\n',
  right:
    'finances:\n  pooling:\n    pooled: yes\n    formula: By pupils and need.\n    appeal: To trustees, then to the department.\n',
  source: 'Domain rule 27; academy trust handbook 2025',
  *check({ data }) {
    const { pooling } = data.finances ?? {};
    if (!pooling?.pooled || (pooling.appeal && pooling.formula)) return;
    yield {
      path: ['finances', 'pooling'],
      at: 'key',
      message: `Funding is pooled, and nothing says ${pooling.appeal ? 'how it is shared out' : 'how a school can appeal'}.`,
      hint: `Add “${pooling.appeal ? 'formula' : 'appeal'}:” in a sentence or two.`,
    };
  },
});

export const costRules = [
  chargeMissing,
  chargeWithoutBase,
  chargeIncomplete,
  poolingWithoutAppeal,
] as const;
