import { describe, expect, it } from 'vitest';
import { editionsNamed, planOf } from '../../src/build/plan.ts';
import { editions, prospectus } from '../../src/knowledge/editions.ts';

describe('the plan', () => {
  it('gives a school’s copies a folder of their own, by its URN or its name', () => {
    const schools = [{ name: 'Marsh End Primary School', urn: '990001' }, { name: 'St Osyth’s' }];
    const plan = planOf([prospectus], [null, ...schools]);
    expect(plan.map(({ place }) => place)).toEqual([
      'prospectus',
      'for/990001/prospectus',
      'for/st-osyths/prospectus',
    ]);
    expect(plan.map(({ addressee }) => addressee)).toEqual([null, ...schools]);
  });
});

describe('the editions that were asked for', () => {
  it('are the full prospectus where none was named', () => {
    expect(editionsNamed(undefined)).toEqual({ value: [prospectus], diagnostics: [] });
  });

  it('are each built once, however often they are named', () => {
    expect(editionsNamed(['prospectus', 'prospectus']).value).toEqual([prospectus]);
  });

  it('are every one there is where all are asked for, the trust’s own among them', () => {
    const own = { ...prospectus, id: 'clerks' };
    expect(editionsNamed(['all', 'prospectus'], [...editions, own]).value).toEqual([
      ...editions,
      own,
    ]);
    expect(editionsNamed(['clerks'], [...editions, own]).value).toEqual([own]);
  });

  it('are none where one is nearly right, and that one is pointed out', () => {
    expect(editionsNamed(['prospectus', 'prospektus'])).toEqual({
      value: null,
      diagnostics: [
        {
          code: 'unknown-edition',
          severity: 'error',
          message: 'There is no edition called “prospektus”.',
          hint: 'Did you mean prospectus?',
          file: null,
          range: null,
        },
      ],
    });
  });

  it('are listed where one is like none of them, and every wrong one is named', () => {
    const { diagnostics } = editionsNamed(['brochure', 'zine']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'There is no edition called “brochure”.',
      'There is no edition called “zine”.',
    ]);
    expect(diagnostics[0]?.hint).toBe(
      'There are: prospectus, governors, summary, staff, families, community, all.',
    );
  });
});
