import { describe, expect, it } from 'vitest';
import { decidersFor, journeyFor } from '../../src/case/journey.ts';

const school = (type: string, more = {}) => ({ name: 'Marsh End', type, ...more });
const own = { step: 'Talk', who: 'Us' };

describe('the way in', () => {
  it('numbers the trust’s own steps and names its route where it is for any school', () => {
    const journey = journeyFor(
      { route: 'maintained school', steps: [own, { step: 'Vote' }] },
      undefined,
    );
    expect(journey?.routeInWords).toBe('a school maintained by a council');
    expect(journey?.steps).toEqual([
      { ...own, number: '1' },
      { step: 'Vote', number: '2' },
    ]);
    expect(journey?.basis).toBeUndefined();
    expect(journeyFor({}, undefined)?.steps).toEqual([]);
    expect(journeyFor(undefined, undefined)).toBeUndefined();
  });

  it('has the trust’s own steps where they are of the school’s route, or of any', () => {
    for (const route of ['maintained school', undefined] as const) {
      const journey = journeyFor(
        { route, duration: 'a year', steps: [own] },
        school('community school'),
      );
      expect(journey?.steps).toEqual([{ ...own, number: '1' }]);
      expect(journey?.duration).toBe('a year');
    }
  });

  it('has the steps of its kind of school, and no date of another route, where they are not', () => {
    const journey = journeyFor(
      { route: 'maintained school', duration: 'a year', steps: [own] },
      school('academy converter', { route: 'single-academy trust' }),
    );
    expect(journey?.steps.map(({ step }) => step)).toContain(
      'Both trusts apply to the Department for Education',
    );
    expect(journey?.steps.map(({ step }) => step)).not.toContain('Talk');
    expect(journey?.duration).toBeUndefined();
    expect(journey?.basis?.sources.length).toBeGreaterThan(2);
    expect(journey?.basis?.asOf).toBe('November 2026');
  });

  it('has the dates of the trust where its steps are those of every such school', () => {
    const journey = journeyFor({ duration: 'a year' }, school('community school'));
    expect(journey).toMatchObject({ duration: 'a year', route: 'maintained school' });
    expect(journey?.basis).toBeDefined();
  });

  it('takes a step of one route only for that route', () => {
    const steps = [own, { step: 'Wind up', route: 'single-academy trust' as const }];
    const names = (type: string, route?: 'single-academy trust') =>
      journeyFor({ steps }, school(type, { route }))?.steps.map(({ step }) => step);
    expect(names('community school')).toEqual(['Talk']);
    expect(names('academy converter', 'single-academy trust')).toEqual(['Talk', 'Wind up']);
  });

  it('says so where the type of the school does not tell its route', () => {
    const journey = journeyFor(
      { route: 'maintained school', steps: [own] },
      school('academy converter'),
    );
    expect(journey).toMatchObject({ unknown: true, route: undefined, steps: [] });
  });
});

describe('who decides', () => {
  it('is the governing body, the trustees, another trust or the Secretary of State', () => {
    expect(decidersFor(undefined).who).toBe('Your governing body decides, not us.');
    expect(decidersFor(school('community school')).until).toContain('your governing body');
    expect(decidersFor(school('academy', { route: 'single-academy trust' })).who).toContain(
      'trustees',
    );
    expect(decidersFor(school('academy', { current_trust: 'B' })).who).toContain(
      'trust you are in',
    );
    expect(decidersFor(school('x', { route: 'academy order' })).who).toContain(
      'Secretary of State',
    );
  });
});
