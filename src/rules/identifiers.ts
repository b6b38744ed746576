import { rule } from './rule.ts';

export const urnRepeated = rule({
  code: 'urn-repeated',
  severity: 'error',
  title: 'Two schools with one URN',
  why: 'A URN belongs to one school; with two, facts about one would be printed for the other.',
  remedy: 'Look both schools up in the register of schools and correct the wrong one.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\n    urn: 990001\n  - name: Fennimore Primary School\n    urn: 990001\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\n    urn: 990001\n  - name: Fennimore Primary School\n    urn: 990002\n',
  source: 'Domain rule 1',
  *check({ data }) {
    const owners = new Map<string, string>();
    for (const [index, school] of (data.schools ?? []).entries()) {
      if (!school.urn) continue;
      const owner = owners.get(school.urn);
      if (owner === undefined) owners.set(school.urn, school.name);
      else {
        yield {
          path: ['schools', index, 'urn'],
          message: `${school.name} has the same URN as ${owner}.`,
          hint: 'Look both up in the register of schools and correct the wrong one.',
        };
      }
    }
  },
});

export const urnOwnPredecessor = rule({
  code: 'urn-own-predecessor',
  severity: 'error',
  title: 'A school that replaced itself',
  why: 'A school gets a new URN when it becomes an academy; results under the old one belong to the old school.',
  remedy: 'Give the number the school had before it became an academy, or leave the key out.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\n    urn: 990001\n    predecessor_urn: 990001\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\n    urn: 990001\n    predecessor_urn: 990101\n',
  source: 'Domain rule 1',
  *check({ data }) {
    for (const [index, school] of (data.schools ?? []).entries()) {
      if (school.urn && school.predecessor_urn === school.urn) {
        yield {
          path: ['schools', index, 'predecessor_urn'],
          message: `${school.name} has the same URN as the school it replaced.`,
          hint: 'Give the number it had before it became an academy, or delete this line.',
        };
      }
    }
  },
});
