import { routeOf } from '../knowledge/routes.ts';
import { findSchool } from '../profile/schools.ts';
import { rule } from './rule.ts';

const routeUnknown = rule({
  code: 'route-unknown',
  severity: 'warning',
  title: 'A school whose way into the trust is not known',
  why: 'Who decides, who consults and where the school can still stop differ from one route to another.',
  remedy:
    'Give the school’s “type” as the register of schools has it and, for an academy, the trust it is in; or its “route”.',
  wrong:
    'standing:\n  stage: exploring\n  school: Marsh End\nprospective_schools:\n  - name: Marsh End\n    type: academy converter\n',
  right:
    'standing:\n  stage: exploring\n  school: Marsh End\nprospective_schools:\n  - name: Marsh End\n    type: academy converter\n    route: single-academy trust\n',
  source: 'Domain E1',
  *check({ data }) {
    const schools = data.prospective_schools ?? [];
    const school = findSchool(schools, data.standing?.school ?? '');
    if (!school || routeOf(school)) return;
    // A small profile says nothing of the school yet, and is asked for other things first.
    if (!school.type && !data.journey) return;
    yield {
      path: ['prospective_schools', schools.indexOf(school), school.type ? 'type' : 'name'],
      message: `How ${school.name} would join does not follow from its type.`,
      hint: school.type
        ? 'Add “current_trust:” with the trust it is in, or “route: single-academy trust”.'
        : 'Add “type:” as the register of schools has it, such as “community school”.',
    };
  },
});

const routeOther = rule({
  code: 'route-other',
  severity: 'error',
  title: 'A way into the trust that a school of this type does not take',
  why: 'Governors would be told that others decide for them, or that they decide what others do.',
  remedy: 'Correct the “type” or the “route” of the school.',
  wrong:
    'prospective_schools:\n  - name: Marsh End\n    type: community school\n    route: single-academy trust\n',
  right:
    'prospective_schools:\n  - name: Marsh End\n    type: community school\n    route: maintained school\n',
  source: 'Domain E1; Academies Act 2010, sections 3 and 4',
  *check({ data }) {
    for (const [index, school] of (data.prospective_schools ?? []).entries()) {
      const { route, type, name } = school;
      if (!route || !type) continue;
      const byType = routeOf({ type, current_trust: 'any' });
      const isMaintained = byType === 'maintained school';
      const fits = isMaintained
        ? route === 'maintained school' || route === 'academy order'
        : route === 'single-academy trust' || route === 'academy moving between trusts';
      if (byType === undefined || fits) continue;
      yield {
        path: ['prospective_schools', index, 'route'],
        message: `${name} is ${isMaintained ? 'maintained by a council' : 'an academy'} by its type, and its route is that of ${isMaintained ? 'an academy' : 'a school that a council maintains'}.`,
        hint: 'Correct one of the two. Left out, the route follows from the type.',
      };
    }
  },
});

export const routeRules = [routeUnknown, routeOther] as const;
