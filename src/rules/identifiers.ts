import { listOf } from '../diagnostics/suggest.ts';
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
    for (const list of ['schools', 'prospective_schools'] as const) {
      const owners = new Map<string, { index: number; name: string }[]>();
      for (const [index, { urn, name }] of (data[list] ?? []).entries()) {
        if (urn) owners.set(urn, [...(owners.get(urn) ?? []), { index, name }]);
      }
      for (const [urn, [owner, second, ...more]] of owners) {
        if (!owner || !second) continue;
        yield {
          path: [list, second.index, 'urn'],
          message:
            more.length === 0
              ? `${second.name} has the same URN as ${owner.name}.`
              : `${more.length + 2} schools have the URN ${urn}: ${listOf(
                  [owner, second, ...more].map(({ name }) => name),
                  4,
                )}.`,
          hint:
            more.length === 0
              ? 'Look both up in the register of schools and correct the wrong one.'
              : 'Look each up in the register of schools and type its own.',
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

export const alreadyInTrust = rule({
  code: 'already-in-trust',
  severity: 'error',
  title: 'A school of the trust that is asked to join it',
  why: 'Its staff and families would read that their school might leave for where it is.',
  remedy: 'Delete it from “prospective_schools”, or correct its URN.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\n    urn: 990004\nprospective_schools:\n  - name: Fennimore Primary School\n    urn: 990004\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\n    urn: 990004\nprospective_schools:\n  - name: Fennimore Primary School\n    urn: 990090\n',
  source: 'Domain rule 1',
  *check({ data }) {
    for (const [index, { name, urn }] of (data.prospective_schools ?? []).entries()) {
      const same = (data.schools ?? []).find(
        (school) =>
          school.name.toLowerCase() === name.toLowerCase() ||
          (urn !== undefined && (school.urn === urn || school.predecessor_urn === urn)),
      );
      // A school on its way in is still one that people ask about.
      if (!same || same.status === 'joining') continue;
      const byName = same.name.toLowerCase() === name.toLowerCase();
      yield {
        path: ['prospective_schools', index, byName ? 'name' : 'urn'],
        message: byName
          ? `${name} is in the trust already.`
          : `${name} has the URN ${urn}, which is that of ${same.name} in the trust.`,
        hint: byName
          ? 'Delete it from “prospective_schools”.'
          : 'Look both up in the register of schools and correct the wrong one.',
      };
    }
  },
});
