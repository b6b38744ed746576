import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const profile = `trust:
  name: Quillbrook Learning Trust
principles:
  vision:
    headline: goals
    metrics: [goals]
metrics:
  goals: {label: Goals met, unit: number, series: {2022/23: 7, 2023/24: 8, 2024/25: 10}}
schools:
  - {name: Abbot, easting: 450000, northing: 320000}
  - {name: Birch, easting: 452000, northing: 321000}
`;

async function built(formats: readonly ('md' | 'html')[], text = profile) {
  const folder = folderWith({ 'trust.yaml': text });
  const result = await build({ profile: folder, formats, timeout: 60 }, testEffects(folder));
  const out = path.join(folder, 'output');
  const markdown = formats.includes('md')
    ? readFileSync(path.join(out, 'prospectus.md'), 'utf8')
    : '';
  const assets = existsSync(path.join(out, 'assets')) ? readdirSync(path.join(out, 'assets')) : [];
  return { result, markdown, assets, out };
}

describe('building a document with charts', () => {
  it('writes beside the Markdown every picture it refers to, and no other', async () => {
    const { result, markdown, assets } = await built(['md', 'html']);
    expect(result.outcome).toBe('done');
    const named = [...markdown.matchAll(/\]\(assets\/([^)]+)\)/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(assets));
    expect(assets).toEqual([
      expect.stringMatching(/^chart-goals-[0-9a-f]{8}\.svg$/),
      expect.stringMatching(/^map-schools-[0-9a-f]{8}\.svg$/),
    ]);
    const listed = result.manifest?.documents[0]?.files.map((file) => file.path);
    expect(listed?.filter((file) => file.startsWith('assets/')).sort()).toEqual(
      assets.map((name) => `assets/${name}`),
    );
  });

  it('follows each picture with its table', async () => {
    const { markdown } = await built(['md']);
    expect(markdown).toMatch(
      /\*\*From 7 in 2022\/23 to 10 in 2024\/25\*\*\n\n!\[Bar chart[^\n]*\n\n\*\*Goals met\*\*\n\n\| Year \| 2022\/23/,
    );
    expect(markdown).toMatch(
      /!\[Map of two schools[^\n]*\n\n_Distances[^\n]*\n\n\*\*How far[^\n]*\n\n\| School \| Distance \|/,
    );
  });

  it('writes no pictures where there is no Markdown', async () => {
    expect((await built(['html'])).assets).toEqual([]);
  });

  it('writes the same bytes each time', async () => {
    const [once, again] = [await built(['md', 'html']), await built(['md', 'html'])];
    const hashes = ({ result }: typeof once) =>
      result.manifest?.documents.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    expect(hashes(again)).toEqual(hashes(once));
  });

  it('says nothing of pictures where a profile has none', async () => {
    const { markdown, assets } = await built(
      ['md', 'html'],
      'trust:\n  name: A\ngrowth:\n  why_us: We are near.\n',
    );
    expect(assets).toEqual([]);
    expect(markdown).not.toContain('.svg');
  });
});
