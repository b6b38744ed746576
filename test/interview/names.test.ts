import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFor } from '../../src/interview/names.ts';
import { NAME } from '../../src/profile/schema/scalars.ts';

describe('nameFor', () => {
  it('is made of the first words of what it names', () => {
    expect(nameFor('evidence', 'Trustees’ report and audited accounts 2025', {})).toBe(
      'trustees-report-and-audited-accounts',
    );
    expect(nameFor('evidence', '2024 Übersicht', {})).toBe('ubersicht');
  });

  it('does not take the name of something else, and keeps that of the same', () => {
    const profile = { evidence: { log: { title: 'Log!' }, 'log-2': { title: 'A log' } } };
    expect(nameFor('evidence', 'Log', profile)).toBe('log-3');
    expect(nameFor('evidence', 'A\nlog', profile)).toBe('log-2');
  });

  it('makes another number of the same measure a number of its own', () => {
    const profile = { metrics: { attendance: { measure: 'attendance' } } };
    expect(nameFor('metrics', 'attendance', profile)).toBe('attendance-2');
  });

  it('is always one that a profile may use', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('evidence', 'metrics'),
        (text, part) => {
          expect(nameFor(part as 'evidence', text, {})).toMatch(NAME);
        },
      ),
    );
  });
});
