import { describe, expect, it } from 'vitest';
import {
  financesInWords,
  monthOf,
  schoolInWords,
  servicesByOffer,
  stayOrChangeInWords,
} from '../../src/case/terms.ts';

describe('a school in words', () => {
  const joined = { year: 2021, month: 9, day: 1 };

  it.each([
    [{}, undefined],
    [{ joined }, 'September 2021'],
    [{ joined, route: 'founder' as const }, 'Founder, September 2021'],
    [{ route: 'founder' as const }, 'Founder'],
    [{ joined, status: 'joining' as const }, 'Joining in September 2021'],
    [{ status: 'joining' as const }, 'Joining'],
  ])('%j joined %s', (school, words) => {
    expect(schoolInWords({ name: 'A', ...school }).joinedInWords).toBe(words);
  });

  it('keeps a range of ages on one line', () => {
    const { agesInWords } = schoolInWords({ name: 'A', ages: { from: 4, to: 11 } });
    expect(agesInWords).toBe('4\u00a0to\u00a011');
  });

  it('says in which month it was inspected, whether before or after joining, and the finding', () => {
    const inspections = [{ date: { year: 2019, month: 5, day: 3 }, overall: 'good' as const }];
    const { inspectionInWords } = schoolInWords({ name: 'A', joined, inspections });
    expect(inspectionInWords).toBe('May 2019, before joining: good');
    expect(schoolInWords({ name: 'A' }).inspectionInWords).toBeUndefined();
  });
});

describe('what stays or changes', () => {
  it('says who could change it and what fixes it', () => {
    const item = {
      topic: 'Name',
      standing: 'fixed by law or contract',
      in_plain_words: 'Stays.',
    } as const;
    expect(
      stayOrChangeInWords({ ...item, who_could_change: 'Parliament', document: 'the Act' }),
    ).toMatchObject({
      standingInWords: 'Fixed by law or contract',
      whoCouldChange: 'Parliament. Fixed by: the Act',
    });
    expect(stayOrChangeInWords(item).whoCouldChange).toBe('');
  });

  it('speaks of “we” and “you”', () => {
    const of = (standing: 'intended' | 'school decides') =>
      stayOrChangeInWords({ topic: 'A', standing, in_plain_words: 'B' }).standingInWords;
    expect([of('intended'), of('school decides')]).toEqual(['We intend', 'You decide']);
  });
});

describe('finances', () => {
  it('tell earlier rates as a series', () => {
    const rate = (number: number) => ({ number, decimals: 1, unit: '%' as const });
    const { contribution } = financesInWords({
      contribution: { history: { '2023/24': rate(4.5), '2024/25': rate(5) } },
    });
    expect(contribution?.history).toMatchObject({
      periods: ['2023/24', '2024/25'],
      rows: [{ values: ['4.5%', '5.0%'] }],
    });
  });

  it('have an empty series where no rate was typed', () => {
    expect(financesInWords({ contribution: {} }).contribution?.history.periods).toEqual([]);
    expect(financesInWords({}).contribution).toBeUndefined();
  });
});

describe('services', () => {
  it('are sorted by what is offered', () => {
    const services = [
      { name: 'a', offer: 'optional' },
      { name: 'b', offer: 'included' },
      { name: 'c', offer: 'not offered' },
      { name: 'd', offer: 'included' },
    ] as const;
    const { included, optional, notOffered, names: inSentences } = servicesByOffer([...services]);
    const names = [included, optional, notOffered].map((group) => group.map(({ name }) => name));
    expect(names).toEqual([['b', 'd'], ['a'], ['c']]);
    expect(inSentences).toEqual({ included: ['b', 'd'], notOffered: ['c'] });
    const none = { included: [], optional: [], notOffered: [] };
    expect(servicesByOffer(undefined)).toMatchObject(none);
  });

  it('are named as in the middle of a sentence, short forms and names aside', () => {
    const included = ['Finance and payroll', 'IT support', 'Speech'].map((name) => ({
      name,
      offer: 'included' as const,
    }));
    expect(servicesByOffer(included).names.included).toEqual([
      'finance and payroll',
      'IT support',
      'speech',
    ]);
  });
});

describe('the month of a date', () => {
  it('has no day', () => {
    expect(monthOf({ year: 2026, month: 9, day: 1 })).toEqual({ year: 2026, month: 9 });
  });
});
