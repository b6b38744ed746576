import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/profile/limits.ts';
import { readMapBase } from '../../src/profile/map-base.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { read } from '../support/profile.ts';

const trust = (base: string) => `trust:\n  name: A\nmap:\n  base: ${base}\n`;

async function baseOf(
  content: string | undefined,
  base = 'maps/area.geojson',
  limits = defaultLimits,
) {
  const { value, folder } = await read({
    'trust.yaml': trust(base),
    ...(content === undefined ? {} : { 'maps/area.geojson': content }),
  });
  if (!value) throw new Error('Not readable.');
  const { lines, diagnostics } = await readMapBase(value, testEffects(folder), limits);
  return { lines, codes: diagnostics.map(({ code }) => code), diagnostics };
}

const line = (...coordinates: number[][]) => JSON.stringify({ type: 'LineString', coordinates });

describe('the lines behind the map', () => {
  it('are taken from longitude and latitude to the National Grid', async () => {
    // The worked example of Ordnance Survey’s guide, Caister water tower: 651409.903, 313177.270.
    const { lines, codes } = await baseOf(line([1.716073973, 52.658007833], [1.7, 52.6]));
    expect(codes).toEqual([]);
    const [[[easting, northing] = []] = []] = lines;
    expect(Math.abs((easting ?? 0) - 651409.903)).toBeLessThan(5);
    expect(Math.abs((northing ?? 0) - 313177.27)).toBeLessThan(5);
  });

  it('are taken as they are from eastings and northings', async () => {
    const { lines } = await baseOf(line([450000, 320000], [451000, 321000]));
    expect(lines).toEqual([
      [
        [450000, 320000],
        [451000, 321000],
      ],
    ]);
  });

  it('come from lines and areas wherever they stand, and not from points', async () => {
    const square = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ].map(([x = 0, y = 0]) => [x * 1000, y * 1000]);
    const feature = (type: string, coordinates: unknown) => ({
      ...{ type: 'Feature', properties: {} },
      geometry: { type, coordinates },
    });
    const { lines } = await baseOf(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature('Point', [1000, 1000]),
          feature('LineString', square),
          feature('MultiLineString', [square, square]),
          feature('Polygon', [square, square]),
          feature('MultiPolygon', [[square], [square]]),
          {
            type: 'Feature',
            geometry: {
              type: 'GeometryCollection',
              geometries: [{ type: 'LineString', coordinates: square }],
            },
          },
        ],
      }),
    );
    expect(lines).toHaveLength(8);
  });

  it.each([
    ['no JSON', '{'],
    ['JSON of another kind', '{"type": "Topology"}'],
    ['points alone', '{"type": "Point", "coordinates": [1, 52]}'],
    ['a line with a word in it', '{"type": "LineString", "coordinates": [[1, 52], ["a", 3]]}'],
    ['latitude before longitude', line([52.6, 1.7], [52.7, 1.8])],
    ['places that are nowhere', line([9e9, 9e9], [9e9, 8e9])],
    ['places on the other side of the world', line([178, -38], [177, -38])],
    ['a list within a list within a list', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ])('are not drawn from %s', async (_, content) => {
    const { lines, codes } = await baseOf(content);
    expect(lines).toEqual([]);
    expect(codes).toEqual(['not-geojson']);
  });

  it('are looked for in the profile’s folder alone', async () => {
    expect((await baseOf('', 'https://example.org/a.geojson')).codes).toEqual([
      'map-base-outside-folder',
    ]);
    expect((await baseOf('', '../a.geojson')).codes).toEqual(['map-base-outside-folder']);
    const elsewhere = folderWith({ 'secret.geojson': line([1, 52], [2, 52]) });
    const { value, folder } = await read({ 'trust.yaml': trust('link.geojson') });
    symlinkSync(path.join(elsewhere, 'secret.geojson'), path.join(folder, 'link.geojson'));
    const found = value && (await readMapBase(value, testEffects(folder)));
    expect(found?.diagnostics.map(({ code }) => code)).toEqual(['map-base-outside-folder']);
  });

  it('are missed by name, with what was meant', async () => {
    const { codes, diagnostics } = await baseOf(line([1, 52], [2, 52]), 'maps/aera.geojson');
    expect(codes).toEqual(['missing-map-base']);
    expect(diagnostics[0]?.hint).toBe('Did you mean maps/area.geojson?');
    expect(diagnostics[0]?.range?.start.line).toBe(4);
  });

  it('are refused before they are read where the file is too large', async () => {
    const limits = { ...defaultLimits, mapBytes: 10 };
    const { codes, diagnostics } = await baseOf(line([1, 52], [2, 52]), undefined, limits);
    expect(codes).toEqual(['map-base-too-large']);
    expect(diagnostics[0]?.message).toContain('there is room for');
  });

  it('are none where the profile names none', async () => {
    const { value, folder } = await read('trust:\n  name: A\n');
    writeFileSync(path.join(folder, 'unused.geojson'), '{}');
    expect(value && (await readMapBase(value, testEffects(folder)))).toEqual({
      lines: [],
      diagnostics: [],
    });
  });
});
