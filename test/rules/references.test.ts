import { describe, expect, it } from 'vitest';
import {
  unknownEvidence,
  unknownFigure,
  unknownMetric,
  unknownSchool,
} from '../../src/rules/references.ts';
import { checked } from '../support/profile.ts';
import { breaches, paths } from '../support/rules.ts';

const evidence = 'evidence:\n  accounts-2025: {title: Accounts}\n  diary: {title: Diary}\n';
const metrics =
  'metrics:\n  visits: {label: Visits, unit: visits, series: {2023/24: 3, 2024/25: 5}}\n  hours: {label: Hours, unit: hours, series: {2024/25: 9}}\n';
const schools =
  'schools:\n  - {name: Tansy Row Primary School, urn: 990001}\n  - name: St Wystan’s\n';

describe('unknown-evidence', () => {
  it('finds what is not there wherever evidence is named', async () => {
    const text = [
      'five_answers:',
      '  cost: {answer: Five per cent., evidence: [acounts-2025, diary]}',
      'principles:',
      '  people: {claims: [{text: We listen., evidence: [survey]}]}',
      'metrics:',
      '  visits:',
      '    label: Visits',
      '    unit: visits',
      '    series: {2024/25: 5}',
      '    evidence: [log]',
      '    comparators: [{name: England, series: {2024/25: 4}, evidence: [england]}]',
      'finances:',
      '  reserves: {amount: £5, evidence: [books]}',
      'weaknesses:',
      '  - {what: Few visits., evidence: [log]}',
      'partnerships:',
      '  - {partner: B, purpose: C, evidence: [diary, minutes]}',
      '',
    ].join('\n');
    expect(await paths(unknownEvidence, evidence + text)).toEqual([
      'five_answers.cost.evidence.0',
      'principles.people.claims.0.evidence.0',
      'metrics.visits.evidence.0',
      'metrics.visits.comparators.0.evidence.0',
      'finances.reserves.evidence.0',
      'weaknesses.0.evidence.0',
      'partnerships.0.evidence.1',
    ]);
  });

  it.each([
    ['was nearly right', 'acounts-2025', evidence, 'Did you mean accounts-2025?'],
    ['was typed with a capital', 'Diary', evidence, 'Did you mean diary?'],
    ['is like none', 'survey', evidence, 'In “evidence” there are: accounts-2025, diary.'],
    [
      'stands where there is none',
      'survey',
      '',
      'The part “evidence” is empty: add it there, or delete this.',
    ],
  ])('says what may have been meant by a name that %s', async (_, name, known, hint) => {
    const text = `${known}weaknesses:\n  - {what: B, evidence: [${name}]}\n`;
    expect(await breaches(unknownEvidence, text)).toEqual([
      { at: 'weaknesses.0.evidence.0', message: `There is no evidence called “${name}”.`, hint },
    ]);
  });

  it('does not take a name of JavaScript’s for evidence', async () => {
    const text = 'weaknesses:\n  - {what: B, evidence: [constructor, toString]}\n';
    expect(await paths(unknownEvidence, evidence + text)).toHaveLength(2);
  });

  it('has nothing against names that are there, before or after', async () => {
    const text = 'weaknesses:\n  - {what: B, evidence: [ diary , accounts-2025]}\n';
    expect(await paths(unknownEvidence, text + evidence)).toEqual([]);
    expect(await paths(unknownEvidence, '')).toEqual([]);
  });
});

describe('unknown-metric', () => {
  it('finds what is not there wherever a metric is named', async () => {
    const text = [
      'principles:',
      '  people: {headline: visit, metrics: [visits, days], claims: [{text: B., metrics: [hour]}]}',
      'schools:',
      '  - {name: C, metrics: [attendance]}',
      'case_studies:',
      '  - {title: D, starting_point: E, action: F, metrics: [rwm]}',
      'environment: {energy: kwh, carbon: hours, intensity: co2}',
      'weaknesses:',
      '  - {what: G, metric: $visits}',
      '',
    ].join('\n');
    expect((await paths(unknownMetric, metrics + text)).sort()).toEqual(
      [
        'principles.people.headline',
        'principles.people.metrics.1',
        'principles.people.claims.0.metrics.0',
        'schools.0.metrics.0',
        'case_studies.0.metrics.0',
        'environment.energy',
        'environment.intensity',
        'weaknesses.0.metric',
      ].sort(),
    );
  });

  it.each([
    ['visit', 'Did you mean visits?'],
    ['$visits', 'Did you mean visits?'],
    ['attendance', 'In “metrics” there are: visits, hours.'],
  ])('says what may have been meant by %s', async (name, hint) => {
    const text = `weaknesses:\n  - {what: B, metric: ${name}}\n`;
    expect(await breaches(unknownMetric, metrics + text)).toMatchObject([{ hint }]);
  });

  it('has nothing against names that are there', async () => {
    const text = 'principles:\n  people: {headline: visits, metrics: [hours]}\n';
    expect(await paths(unknownMetric, metrics + text)).toEqual([]);
    expect(await paths(unknownMetric, '')).toEqual([]);
  });
});

describe('unknown-school', () => {
  it('finds schools that are not there, by name and by URN', async () => {
    const text = [
      'voices:',
      '  - {quote: B, role: Head, school: Tansey Row Primary School}',
      '  - {quote: C, role: Head, school: 990001}',
      '  - {quote: D, role: Head, school: st wystan’s}',
      'case_studies:',
      '  - {title: E, starting_point: F, action: G, school: 990010}',
      'standing: {stage: exploring, school: Fennimore}',
      '',
    ].join('\n');
    expect(await breaches(unknownSchool, schools + text)).toEqual([
      {
        at: 'voices.0.school',
        message: 'There is no school called “Tansey Row Primary School” in “schools”.',
        hint: 'Did you mean Tansy Row Primary School?',
      },
      {
        at: 'case_studies.0.school',
        message: 'There is no school called “990010” in “schools”.',
        hint: 'Did you mean 990001?',
      },
      {
        at: 'standing.school',
        message: 'There is no school called “Fennimore” in “prospective_schools”.',
        hint: 'The part “prospective_schools” is empty: add it there, or delete this.',
      },
    ]);
  });

  it('looks for the school of the document among those that have asked for it', async () => {
    const text =
      'standing: {stage: exploring, school: Fennimore}\nprospective_schools:\n  - name: Fennimore\n';
    expect(await paths(unknownSchool, schools + text)).toEqual([]);
  });

  it('has nothing against voices of no school', async () => {
    expect(await paths(unknownSchool, 'voices:\n  - {quote: B, role: Parent}\n')).toEqual([]);
  });
});

describe('unknown-figure', () => {
  it('finds names in any text, each of them', async () => {
    const text = [
      'growth:',
      '  capacity: We made $vists and $visits, in $day days.',
      'risks:',
      '  - risk: Fewer than $visit.',
      '',
    ].join('\n');
    expect(await breaches(unknownFigure, metrics + text)).toEqual([
      {
        at: 'growth.capacity',
        message: 'The text names the figure $vists, but there is no metric called “vists”.',
        hint: 'Did you mean $visits? To print a dollar sign, type \\$.',
      },
      {
        at: 'growth.capacity',
        message: 'The text names the figure $day, but there is no metric called “day”.',
        hint: 'In “metrics” there are: visits, hours. To print a dollar sign, type \\$.',
      },
      expect.objectContaining({ at: 'risks.0.risk' }),
    ]);
  });

  it.each([
    ['previous.', '$hours.previous', 'Add the number to the metric'],
    ['comparator', '$visits.comparator', 'Add the number to the metric'],
    ['pupils', '$visits.pupils', 'Add the number to the metric'],
    ['a year it does not have', '$visits.2019/20', 'Add the number to the metric'],
    ['a misspelt word', '$visits.frist', 'Did you mean $visits.first?'],
    ['a missing space', '$visits.then', 'At the end of a sentence, leave a space'],
  ])('finds a number that its metric does not have: %s', async (_, figure, hint) => {
    const found = await breaches(
      unknownFigure,
      `${metrics}growth:\n  pace: About ${figure} a year\n`,
    );
    expect(found).toMatchObject([{ at: 'growth.pace' }]);
    expect(found[0]?.message).toContain(`The text names ${figure}, but`);
    expect(found[0]?.hint).toContain(hint);
  });

  it.each([
    '$visits',
    '$visits.',
    '$visits.first and $visits.previous, since $visits.first.period',
    '$visits.2023/24 in $visits.period',
    'US$5, $5 and \\$vists',
    'no figures',
  ])('has nothing against “%s”', async (text) => {
    expect(await paths(unknownFigure, `${metrics}growth:\n  pace: '${text}'\n`)).toEqual([]);
  });

  it('does not look for figures where a name or address stands', async () => {
    const text =
      'weaknesses:\n  - {what: B, metric: $visits}\ntrust: {name: A, website: https://a.example/$b}\n';
    expect(await paths(unknownFigure, metrics + text)).toEqual([]);
  });
});

describe('a part of which nothing could be read', () => {
  it('is told of itself, not in every place that names something of it', async () => {
    const text =
      'trust: {name: A}\nprinciples: {people: {claims: [{text: We made $visits., evidence: [diary]}]}}\nevidence:\n  - diary: {title: Diary}\nmetrics:\n  - visits: {label: Visits}\n';
    const { diagnostics } = await checked(text);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['wrong-type', 'wrong-type']);
  });
});
