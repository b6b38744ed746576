import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';

import { findInside, whatIsThere } from './inside.ts';
import { defaultLimits, inMegabytes, type Limits } from './limits.ts';
import type { Profile } from './profile.ts';

/** Lines in eastings and northings, in metres on the National Grid. */
export type GridLines = readonly (readonly GridPosition[])[];
export type GridPosition = readonly [easting: number, northing: number];

const PATH = ['map', 'base'];

/**
 * Reads the lines that a profile wants behind its map. Lines and the outlines of areas are drawn;
 * points are not. Longitude and latitude are turned into places on the National Grid. A file that
 * cannot be drawn is reported, and the map is then drawn without it.
 */
export async function readMapBase(
  profile: Profile,
  effects: Effects,
  limits: Limits = defaultLimits,
): Promise<{ lines: GridLines; diagnostics: Diagnostic[] }> {
  const file = profile.data.map?.base;
  if (file === undefined) return { lines: [], diagnostics: [] };
  const refusal = (code: Diagnostic['code'], message: string, hint: string) => ({
    lines: [],
    diagnostics: [{ code, severity: 'error' as const, message, hint, ...profile.place(PATH) }],
  });
  try {
    const named = await findInside(profile.folder, file, effects);
    if (!named.found && named.why === 'missing') {
      const hint = await whatIsThere(file, named.wanted, effects);
      return refusal('missing-map-base', `There is no file at “${file}”.`, hint);
    }
    if (!named.found) {
      return refusal(
        'map-base-outside-folder',
        named.why === 'web'
          ? `“${file}” is not a file: maps are never fetched from the web.`
          : `“${file}” is not inside the profile’s folder.`,
        'Copy it into the folder of the profile and name it there, such as maps/marlshire.geojson.',
      );
    }
    if (named.bytes > limits.mapBytes) {
      return refusal(
        'map-base-too-large',
        `“${file}” has ${inMegabytes(named.bytes)}; there is room for ${inMegabytes(limits.mapBytes)}.`,
        'Download the boundaries in a generalised form, or only those of your area.',
      );
    }
    const text = new TextDecoder().decode(await effects.files.read(named.real));
    const lines = linesIn(parsed(text));
    const onGrid = await asGridLines(lines);
    if (lines.length > 0 && onGrid) return { lines: onGrid, diagnostics: [] };
    return refusal(
      'not-geojson',
      lines.length > 0
        ? `The places in “${file}” are neither longitudes and latitudes nor eastings and northings in Great Britain.`
        : `“${file}” holds no lines or areas in GeoJSON.`,
      'Save it as GeoJSON with lines or areas, in WGS 84 or in British National Grid.',
    );
  } catch (error) {
    return refusal(
      'unreadable-file',
      `“${file}” could not be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that you may read the file and that its drive is connected.',
    );
  }
}

/** Undefined where the text is no JSON: a file that is no JSON is no GeoJSON either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deeper than this nothing in GeoJSON goes. */
const DEEPEST = 12;

/** Every line and outline in a piece of GeoJSON (RFC 7946), whatever it stands in. */
function linesIn(value: unknown, depth = 0): GridPosition[][] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const { type, features, geometry, geometries, coordinates } = value as Record<string, unknown>;
  const inside = (items: unknown) =>
    Array.isArray(items) ? items.flatMap((item) => linesIn(item, depth + 1)) : [];
  const lines = (items: unknown) => (Array.isArray(items) ? items.flatMap(lineOf) : []);
  switch (type) {
    case 'FeatureCollection':
      return inside(features);
    case 'Feature':
      return linesIn(geometry, depth + 1);
    case 'GeometryCollection':
      return inside(geometries);
    case 'LineString':
      return lineOf(coordinates);
    case 'MultiLineString':
    case 'Polygon':
      return lines(coordinates);
    case 'MultiPolygon':
      return Array.isArray(coordinates) ? coordinates.flatMap(lines) : [];
    default:
      return [];
  }
}

/** A line of at least two positions; one that holds anything else is no line. */
function lineOf(value: unknown): GridPosition[][] {
  if (!Array.isArray(value)) return [];
  const line: GridPosition[] = [];
  for (const position of value) {
    const [x, y] = Array.isArray(position) ? position : [];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [];
    line.push([x, y]);
  }
  return line.length > 1 ? [line] : [];
}

/**
 * The same lines on the National Grid. Longitudes and latitudes are told from eastings and northings
 * by their size; undefined where they can be neither.
 */
async function asGridLines(lines: readonly GridPosition[][]): Promise<GridLines | undefined> {
  const degrees = all(lines, ([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  if (!degrees) return all(lines, isNear) ? lines : undefined;
  const { toNationalGrid } = await import('./national-grid.ts');
  const onGrid = lines.map((line) => line.map(toNationalGrid));
  return all(onGrid, isNear) ? onGrid : undefined;
}

function all(lines: GridLines, test: (position: GridPosition) => boolean): boolean {
  return lines.every((line) => line.every(test));
}

/** On the National Grid, or not far out to sea from it. */
function isNear([easting, northing]: GridPosition): boolean {
  return easting > -200_000 && easting < 900_000 && northing > -200_000 && northing < 1_500_000;
}
