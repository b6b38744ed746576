import { describe, expect, it } from 'vitest';
import { imagesOf, textsOf } from '../../src/profile/fields.ts';
import { readProfile } from '../../src/profile/read.ts';
import { example, root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { profileOf } from '../support/profile.ts';

const profile = () =>
  profileOf(
    [
      'trust:',
      '  name: A trust',
      '  founded: May 2016',
      '  logo: {file: logo.png, alt: Our logo}',
      'five_answers:',
      '  cost: Five per cent.',
      '  jobs: {answer: No change., evidence: [plan], confirmed_by: Head of people}',
      'evidence:',
      '  plan: {title: The plan, url: https://a.example}',
      'metrics:',
      '  visits: {label: Visits, unit: visits, series: {2024/25: {value: 3, note: So far}}}',
      'schools:',
      '  - {name: A school, phase: primary, pupils: 3, urn: 990001}',
      'people:',
      '  - {name: B, role: Chair, group: trustees, photo: {file: b.jpg, decorative: yes}}',
      'risks:',
      '  - risk: >-',
      '      Two',
      '      lines',
      '',
    ].join('\n'),
  );

describe('textsOf', () => {
  it('finds every text that the document prints, at its place, and nothing else', async () => {
    const found = textsOf(await profile()).map(({ path, text, kind }) => [
      path.join('.'),
      text,
      kind,
    ]);
    expect(found).toEqual([
      ['trust.name', 'A trust', 'line'],
      ['trust.logo.alt', 'Our logo', 'line'],
      ['five_answers.cost', 'Five per cent.', 'prose'],
      ['five_answers.jobs.answer', 'No change.', 'prose'],
      ['five_answers.jobs.confirmed_by', 'Head of people', 'line'],
      ['evidence.plan.title', 'The plan', 'line'],
      ['metrics.visits.label', 'Visits', 'line'],
      ['metrics.visits.unit', 'visits', 'line'],
      ['metrics.visits.series.2024/25.note', 'So far', 'line'],
      ['schools.0.name', 'A school', 'line'],
      ['people.0.name', 'B', 'line'],
      ['people.0.role', 'Chair', 'line'],
      ['risks.0.risk', 'Two lines', 'line'],
    ]);
  });

  it('finds those of the whole example', async () => {
    const { value } = await readProfile(example, testEffects(root));
    if (!value) throw new Error('Not readable');
    const found = textsOf(value);
    expect(found.length).toBeGreaterThan(400);
    expect(found.filter(({ text }) => text === '')).toEqual([]);
  });

  it('walks a profile once', async () => {
    const once = await profile();
    expect(textsOf(once)).toBe(textsOf(once));
  });
});

describe('imagesOf', () => {
  it('finds every picture, at its place', async () => {
    expect(imagesOf(await profile())).toEqual([
      { path: ['trust', 'logo'], file: 'logo.png', alt: 'Our logo', decorative: false },
      { path: ['people', 0, 'photo'], file: 'b.jpg', alt: undefined, decorative: true },
    ]);
  });
});
