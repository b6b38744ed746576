import { describe, expect, it } from 'vitest';
import { routeIds } from '../../src/knowledge/route-ids.ts';
import { type Joiner, routeOf, routesInWords, stepsFor } from '../../src/knowledge/routes.ts';

const steps = (school: Joiner, id = routeOf(school)) => (id ? stepsFor(id, school).steps : []);
const told = (school: Joiner, id = routeOf(school)) =>
  steps(school, id)
    .map(({ step, who, note }) => [step, who, note].join(' | '))
    .join('\n');

describe('the way in for a school', () => {
  it.each([
    ['Community school', 'maintained school'],
    ['Voluntary aided school', 'maintained school'],
    ['voluntary controlled', 'maintained school'],
    ['Foundation school', 'maintained school'],
    ['Community special school', 'maintained school'],
    ['Pupil referral unit', 'maintained school'],
    ['Academy converter', undefined],
    ['Free schools special', undefined],
    ['Non-maintained special school', undefined],
    ['Other independent school', undefined],
    [undefined, undefined],
  ])('of the type %s is that of a %s', (type, route) => {
    expect(routeOf({ type })).toBe(route);
  });

  it('is what it is said to be, and an academy’s follows from the trust it is in', () => {
    expect(routeOf({ type: 'Academy converter', current_trust: 'B' })).toBe(
      'academy moving between trusts',
    );
    expect(routeOf({ type: 'Community school', route: 'academy order' })).toBe('academy order');
  });

  it.each(routeIds)(
    'as %s ends with the day of joining, says who acts, and gives a source for each step',
    (id) => {
      const all = steps(
        { type: 'voluntary aided school', religious_character: 'Catholic', pfi: true },
        id,
      );
      expect(all.at(-1)?.step).toBe('The school joins');
      for (const { who, source } of all) {
        expect(who).toMatch(/^\p{Lu}/u);
        expect(source.url).toMatch(
          /^https:\/\/(?:www\.legislation\.gov\.uk|www\.gov\.uk|github\.com)\//,
        );
      }
      expect(routesInWords[id]).toMatch(/^an? /);
    },
  );

  it('cannot be stopped once the agreements are signed, nor at any step under an order', () => {
    for (const id of routeIds) {
      const stops = steps({ type: 'community school' }, id).map(({ you_can_stop }) => you_can_stop);
      expect(stops.slice(-2)).toEqual([false, false]);
      expect(stops.includes(true)).toBe(id !== 'academy order');
      // Who has passed the last point cannot stop later.
      expect(stops.lastIndexOf(true)).toBeLessThanOrEqual(
        stops.indexOf(false) + stops.length * Number(id === 'academy order'),
      );
    }
  });

  it('names the employer who consults staff about the transfer', () => {
    const who = (type: string, id = routeOf({ type })) =>
      steps({ type }, id).find(({ step }) => step.includes('TUPE'))?.who;
    expect(who('community school')).toBe('The council');
    expect(who('voluntary controlled school')).toBe('The council');
    expect(who('voluntary aided school')).toBe('The governing body of your school');
    expect(who('foundation school')).toBe('The governing body of your school');
    expect(who('academy converter', 'single-academy trust')).toBe('The trust you work for now');
  });

  it('asks a voluntary or foundation school for consents before it applies', () => {
    const order = (school: Joiner) => steps(school).map(({ step }) => step);
    const church = order({
      type: 'voluntary aided school',
      religious_character: 'Church of England',
    });
    const consent = church.findIndex((step) => step.includes('diocese'));
    expect(consent).toBeGreaterThan(-1);
    expect(consent).toBeLessThan(church.findIndex((step) => step.includes('apply')));
    expect(told({ type: 'foundation school' })).toContain('has a foundation');
    expect(told({ type: 'community school' })).not.toMatch(/foundation|diocese/);
  });

  it('has the church agreement, private finance and high needs places only where they apply', () => {
    const plain = told({ type: 'community school', religious_character: 'none', pfi: false });
    expect(plain).not.toMatch(/church|private finance|high needs/);
    expect(
      told({ type: 'academy', route: 'single-academy trust', religious_character: 'Catholic' }),
    ).toContain('church supplemental agreement');
    expect(told({ type: 'community school', pfi: true })).toContain('private finance contract');
    expect(told({ type: 'community special school' })).toContain('high needs');
  });

  it('says that a trust of one school is wound up, and that a school cannot move by itself', () => {
    expect(told({ route: 'single-academy trust' })).toContain('wound up');
    expect(stepsFor('academy moving between trusts', {}).decides).toContain('not the school alone');
    expect(stepsFor('academy order', {}).decides).toContain('cannot stop it');
  });
});
