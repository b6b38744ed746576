import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileData } from '../../src/profile/schema/profile.ts';
import { shape } from '../../src/profile/shape.ts';
import type { Path, Value } from '../../src/profile/yaml/values.ts';
import { documentMaker, quillbrook } from '../support/document.ts';
import { tracesIn } from '../support/traces.ts';
import { keysOf, without } from '../support/without.ts';

const whole = await quillbrook();
const maker = await documentMaker(whole.folder);
const tracesOf = (data: ProfileData) => tracesIn(maker.markdown({ ...whole, data }));

/** The example without some of its keys; undefined where it cannot do without them. */
function dataWithout(...paths: Path[]): ProfileData | undefined {
  const left = paths.reduce<Value | undefined>(
    (value, path) => value && without(value, path),
    whole.typed,
  );
  return left === undefined ? undefined : (shape(left).data ?? undefined);
}

const keys = keysOf(whole.typed);
const removals = keys.flatMap((path) => {
  const data = dataWithout(path);
  return data ? [{ path, name: path.join('.'), data }] : [];
});
const parts = keys.filter(({ length }) => length === 1);

describe('a part that the profile leaves empty leaves no trace', () => {
  it('in the whole example', () => expect(tracesIn(maker.markdown(whole))).toEqual([]));

  it('in as many ways as there are keys to leave out', () => {
    expect(removals.length).toBeGreaterThan(150);
  });

  it.each(removals)('without $name', ({ data }) => expect(tracesOf(data)).toEqual([]));

  it.each(parts.map(([key]) => ({ key })))('with $key and nothing else', ({ key }) => {
    const others = parts.filter(([other]) => other !== key && other !== 'trust');
    const data = dataWithout(...others);
    expect(data && tracesOf(data)).toEqual([]);
  });

  it('without any several keys', () => {
    const several = fc.subarray(
      removals.map(({ path }) => path),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(several, (paths) => {
        const data = dataWithout(...paths);
        expect(data && tracesOf(data)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
