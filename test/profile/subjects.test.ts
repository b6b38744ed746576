import { describe, expect, it } from 'vitest';
import { subjectsOf } from '../../src/profile/subjects.ts';
import { profileOf } from '../support/profile.ts';

async function subject(lines: string, comparator?: string) {
  const { data } = await profileOf(`trust: { name: Otterwick Learning Trust, short_name: Otterwick }
schools:
  - { name: Otterwick Primary School, short_name: Otterwick, urn: 990001 }
  - { name: Tansy Row Primary School, short_name: Tansy Row, urn: 990002, metrics: [listed, shared] }
  - { name: Marsh End Primary School, metrics: [shared] }
metrics:
  m: { series: { 2024/25: 60% }, ${lines} }
  listed: { measure: attendance, series: { 2024/25: 94% } }
  shared: { measure: attendance, series: { 2024/25: 94% } }
`);
  const subjects = subjectsOf(data);
  return comparator === undefined ? subjects : subjects.ofComparator('m', comparator);
}

const of = async (lines: string) => {
  const subjects = await subject(lines);
  return subjects && 'ofMetric' in subjects ? subjects.ofMetric('m') : undefined;
};

describe('what a metric is about', () => {
  it.each([
    ['scope: our 6 schools', ''],
    ['scope: Tansy Row', 'Tansy Row Primary School'],
    ['scope: Year 6 at 990002', 'Tansy Row Primary School'],
    ['scope: Tansy Row Primary School and Marsh End Primary School', ''],
    // The trust’s short name is that of a school too.
    ['scope: all of Otterwick', ''],
  ])('is a school that it names, else the trust: %s', async (lines, holder) => {
    expect(await of(`measure: attendance, ${lines}`)).toMatchObject({ holder });
  });

  it('is the one school that lists it', async () => {
    const subjects = await subject('measure: attendance');
    if (!subjects || !('ofMetric' in subjects)) throw new Error('no subjects');
    expect(subjects.ofMetric('listed')?.holder).toBe('Tansy Row Primary School');
    expect(subjects.ofMetric('shared')?.holder).toBe('');
  });

  it.each([
    ['Attendance of pupils on free school meals', 'attendance', 'free school meals'],
    [
      'Attendance of pupils not eligible for free school meals',
      'attendance',
      'not free school meals',
    ],
    ['KS2 RWM expected standard, girls', 'key stage 2 expected standard', 'not boys'],
    [
      'Pupils with SEND meeting the phonics standard in Year 1',
      'phonics standard',
      'special educational needs',
    ],
    ['Attendance', 'attendance', 'all'],
  ])('is a measure and a group by the words of its label: %s', async (label, outcome, group) => {
    expect(await of(`label: "${label}", unit: "%"`)).toMatchObject({ outcome, group });
  });

  it.each([
    'Pupils meeting the expected standard in writing',
    'Trustees’ attendance at board meetings',
    'Pupils with grade 4 or above in English and maths GCSEs',
  ])('is no measure we know where the label says another thing: %s', async (label) => {
    const measures = ['key stage 2 expected standard', 'attendance', 'grade 5 english and maths'];
    expect(measures).not.toContain((await of(`label: "${label}", unit: "%"`))?.outcome);
  });

  it.each([
    ['measure: energy use', undefined],
    ['measure: staff turnover', 'staff'],
    ['label: Families who would recommend us, unit: "%"', 'staff'],
    ['label: Things we like, unit: "%", response_rate: 40%', 'staff'],
    ['label: Pupils who swim, unit: "%"', 'pupils'],
    ['label: Score in a game, unit: points, pupils: 4', 'pupils'],
    ['label: Cost of meals, unit: £, pupils: 4', undefined],
    ['label: Trees planted, unit: trees', undefined],
  ])('counts people, or none: %s', async (lines, counted) => {
    expect((await of(lines.replace('unit: £', 'unit: "£"')))?.counted).toBe(counted);
  });
});

describe('what a comparator is about', () => {
  const fsm = 'label: Attendance of pupils on free school meals, unit: "%"';
  it.each([
    ['England', undefined],
    ['Marlshire primary schools', undefined],
    ['all pupils in England', undefined],
    ['our other pupils', { holder: '', group: 'not free school meals' }],
    ['all our pupils', { holder: '', group: 'all' }],
    ['Tansy Row', { holder: 'Tansy Row Primary School', group: 'free school meals' }],
    ['the trust', { holder: '', group: 'free school meals' }],
  ])('is “%s”', async (name, expected) => {
    const found = await subject(fsm, name);
    if (expected) expect(found).toMatchObject(expected);
    else expect(found).toBeUndefined();
  });

  it('may be all the other schools', async () => {
    const found = await subject('measure: attendance, scope: Tansy Row', 'our other schools');
    expect(found).toMatchObject({ holder: 'not Tansy Row Primary School' });
  });
});
