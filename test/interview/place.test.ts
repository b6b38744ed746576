import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dotted,
  drop,
  type Edit,
  isDone,
  put,
  sameText,
  valueAt,
} from '../../src/interview/place.ts';
import type { Typed } from '../../src/profile/edit/sources.ts';

const item = { key: 'name', is: 'One School' };

describe('put', () => {
  it('makes what leads to a place, and leaves the rest alone', () => {
    const before: Typed = { trust: { name: 'A' } };
    expect(put(before, { at: ['growth', 'pace'], value: 'One.' })).toEqual({
      trust: { name: 'A' },
      growth: { pace: 'One.' },
    });
    expect(before).toEqual({ trust: { name: 'A' } });
  });

  it('finds an item of a list by what it says, in any case of line breaks, or makes it', () => {
    const before: Typed = { schools: [{ name: 'Two School' }, { name: 'One\n  School' }] };
    expect(put(before, { at: ['schools', item, 'phase'], value: 'primary' })).toEqual({
      schools: [{ name: 'Two School' }, { name: 'One\n  School', phase: 'primary' }],
    });
    const made = put(
      {},
      { at: ['services', { ...item, with: { offer: 'included' } }, 'name'], value: 'One School' },
    );
    expect(made).toEqual({ services: [{ name: 'One School', offer: 'included' }] });
  });

  it('adds to a list once', () => {
    const edit: Edit = { at: ['claim', 'evidence'], value: 'log', among: true };
    const once = put({ claim: { evidence: ['accounts'] } }, edit);
    expect(once).toEqual({ claim: { evidence: ['accounts', 'log'] } });
    expect(put(once, edit)).toEqual(once);
  });

  it('takes a text for the answer in it, and makes room beside it', () => {
    const before: Typed = { five_answers: { cost: 'Five per cent.' } };
    expect(valueAt(before, ['five_answers', 'cost', 'answer'])).toBe('Five per cent.');
    expect(put(before, { at: ['five_answers', 'cost', 'answer'], value: 'Six.' })).toEqual({
      five_answers: { cost: 'Six.' },
    });
    expect(put(before, { at: ['five_answers', 'cost', 'confirmed_by'], value: 'Chair' })).toEqual({
      five_answers: { cost: { answer: 'Five per cent.', confirmed_by: 'Chair' } },
    });
  });

  it('does what it says, and nothing the second time', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const pick = fc.record({ key: fc.constant('k'), is: name });
    // An item is always one of a list under a key.
    const step = fc.oneof(
      name.map((key) => [key]),
      fc.tuple(name, pick).map((steps) => steps),
    );
    const place = fc
      .array(step, { minLength: 1, maxLength: 3 })
      .map((steps) => ['top', ...steps.flat()])
      .filter((steps) => typeof steps.at(-1) === 'string');
    fc.assert(
      fc.property(fc.array(fc.record({ at: place, value: name }), { maxLength: 6 }), (edits) => {
        let profile: Typed = {};
        for (const edit of edits) {
          profile = put(profile, edit);
          // A key by which an item is known may have been given another value, and so be lost.
          if (edit.at.at(-1) === 'k') continue;
          expect(isDone(profile, edit)).toBe(true);
          expect(put(profile, edit)).toEqual(profile);
        }
      }),
    );
  });
});

describe('drop', () => {
  it('takes away what is left empty with it', () => {
    const gaps: Typed = { gaps: [{ what: 'A', ask: 'x' }], trust: { name: 'B' } };
    expect(drop(gaps, ['gaps', { key: 'what', is: 'A' }])).toEqual({ trust: { name: 'B' } });
    expect(drop(gaps, ['gaps', { key: 'what', is: 'C' }])).toBe(gaps);
    expect(drop(gaps, ['trust', 'name'])).toEqual({ gaps: [{ what: 'A', ask: 'x' }] });
  });
});

describe('sameText', () => {
  it('does not mind how a text is folded', () => {
    expect(sameText('a b', ' a\n  b ')).toBe(true);
    expect(sameText(['a b'], ['a\nb'])).toBe(true);
    expect(sameText({ a: 'x' }, { a: 'x', b: 'y' })).toBe(false);
    expect(sameText('a', ['a'])).toBe(false);
    expect(sameText(undefined, 'a')).toBe(false);
  });
});

describe('dotted', () => {
  it('names a place that has no item of a list on its way', () => {
    expect(dotted(['finances', 'reserves', 'whose'])).toBe('finances.reserves.whose');
    expect(dotted(['schools', item, 'phase'])).toBeUndefined();
  });
});
