import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShard, partOf } from '../../src/build/shard.ts';
import type { Manifest } from '../../src/record/manifest.ts';
import { mergeRecords } from '../../src/record/merge.ts';
import { buildCopies, contentsOf, fakeBrowsers, trustWithSchools } from '../support/batch.ts';
import { cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

describe('a part of a plan', () => {
  it('is written as its number and that of all', () => {
    expect(parseShard('2/8')).toEqual({ number: 2, of: 8 });
    expect(parseShard(' 1 / 1 ')).toEqual({ number: 1, of: 1 });
  });

  it.each(['0/8', '9/8', 'a/b', '1', '', '1/0', '-1/8', '1/8/2', '1.5/8', '1/100000'])(
    'cannot be “%s”',
    (text) => {
      expect(parseShard(text)).toBeNull();
    },
  );

  it('is refused on the command line as wrong usage', async () => {
    const cwd = folderWith(trustWithSchools(1));
    for (const shard of ['0/8', '9/8', 'a/b']) {
      const { code, stderr } = await cli(['build', '--shard', shard], cwd);
      expect(code).toBe(3);
      expect(stderr).toContain('such as 2/8');
    }
  });

  it('has each document once with the others, in order, and as many as they to within one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 99 }),
        fc.integer({ min: 1, max: 20 }),
        (plan, of) => {
          const parts = Array.from({ length: of }, (_, index) =>
            partOf(plan, { number: index + 1, of }),
          );
          expect(parts.flat()).toEqual(plan);
          const sizes = parts.map((part) => part.length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

/** The records of all parts, each made in the same folder. */
async function partsOf(of: number, cwd: string): Promise<Manifest[]> {
  const parts: Manifest[] = [];
  for (let number = 1; number <= of; number += 1) {
    const { manifest } = await buildCopies(cwd, fakeBrowsers(), { shard: { number, of } });
    if (manifest) parts.push(manifest);
  }
  return parts;
}

describe('eight parts', () => {
  it('make together what one run makes, byte for byte', async () => {
    const whole = folderWith(trustWithSchools(11));
    await buildCopies(whole, fakeBrowsers());
    const cwd = folderWith(trustWithSchools(11));
    expect(await partsOf(8, cwd)).toHaveLength(8);
    const { code, stdout } = await cli(['merge', 'output'], cwd);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'output/build.json: 11 documents, each there once\n',
    });
    const made = contentsOf(path.join(cwd, 'output'));
    for (let number = 1; number <= 8; number += 1) delete made[`build-${number}-of-8.json`];
    expect(made).toEqual(contentsOf(path.join(whole, 'output')));
  });

  it('are gone on with by a run of the whole, which makes nothing again', async () => {
    const cwd = folderWith(trustWithSchools(9));
    await partsOf(3, cwd);
    await cli(['merge', 'output'], cwd);
    const { documents } = await buildCopies(cwd, fakeBrowsers());
    expect(new Set(documents.map(({ state }) => state))).toEqual(new Set(['unchanged']));
  });

  it('do nothing where there are fewer documents than parts', async () => {
    const cwd = folderWith(trustWithSchools(2));
    const { outcome, documents } = await buildCopies(cwd, fakeBrowsers(), {
      shard: { number: 1, of: 8 },
    });
    expect({ outcome, documents }).toEqual({ outcome: 'done', documents: [] });
    await partsOf(8, cwd);
    expect((await cli(['merge', 'output'], cwd)).code).toBe(0);
  });
});

describe('parts that do not make a whole', () => {
  const copy = <T>(value: T): T => structuredClone(value);

  it.each<[string, (parts: Manifest[]) => Manifest[], RegExp]>([
    ['a part is missing', (parts) => parts.slice(1), /^Part 1 of 3 is missing\.$/],
    [
      'a part is there twice',
      (parts) => [...parts, ...parts.slice(2)],
      /^Part 3 is there twice\.$/,
    ],
    [
      'a document is missing',
      ([one, ...others]) => [{ ...copy(one as Manifest), documents: [] }, ...others],
      /^Not made: for\/995000\/prospectus\.$/,
    ],
    [
      'a document is in two',
      ([one, two, ...others]) => [
        one as Manifest,
        {
          ...copy(two as Manifest),
          documents: [...(one?.documents ?? []), ...(two?.documents ?? [])],
        },
        ...others,
      ],
      /^In more than one part: for\/995000\/prospectus\.$/,
    ],
    [
      'the profile differs',
      ([one, ...others]) => [{ ...copy(one as Manifest), profile: [] }, ...others],
      /^The parts do not have the same profile\.$/,
    ],
    [
      'the tool differs',
      ([one, ...others]) => [
        { ...copy(one as Manifest), tool: { name: 'thriving-case', version: '9', code: '' } },
        ...others,
      ],
      /^The parts do not have the same version of the tool\.$/,
    ],
    [
      'the browser differs',
      ([one, ...others]) => [
        { ...copy(one as Manifest), browser: { name: 'Edge', version: '150', found: null } },
        ...others,
      ],
      /^The parts were not printed by the same browser: Chrome 143\.0\.0\.0, Edge 150\.$/,
    ],
    ['there is none', () => [], /^There is no part of a build to join\.$/],
  ])('because %s are not joined', async (_, spoil, problem) => {
    const cwd = folderWith(trustWithSchools(3));
    const parts = await partsOf(3, cwd);
    expect(mergeRecords(parts).problems).toEqual([]);
    const { value, problems } = mergeRecords(spoil(parts));
    expect(value).toBeNull();
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});
