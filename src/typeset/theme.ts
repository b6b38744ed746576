import path from 'node:path';
import { ownFile, ownTemplates, shippedTemplates } from '../compose/templates.ts';
import type { Effects } from '../effects/effects.ts';
import { type PrincipleId, principleIds } from '../knowledge/principles.ts';
import type { ThemeName } from '../knowledge/themes.ts';

/** What a page is dressed in: its style sheet, with faces inside, and a sign for each principle. */
export interface Theme {
  name: string;
  /** What all themes stand on and then its own, so that its own wins. */
  css: string;
  /** SVG, by principle. Trusted: they are put in after cleaning. */
  signs: ReadonlyMap<string, string>;
}

/** The folder of what all themes share: the sheet they stand on, and the signs of the principles. */
const BASE = 'base';

/** Reads a theme, taking the user's own files where there are some. */
export async function readTheme(name: ThemeName, folder: string, effects: Effects): Promise<Theme> {
  const own = await ownTemplates(folder, effects);
  const ownOf = async (place: string) => own && (await ownFile(own, place, effects));
  const read = async (place: string) =>
    effects.files.read((await ownOf(place)) ?? path.join(shippedTemplates, place));
  const text = async (place: string) => new TextDecoder().decode(await read(place));
  const inTheme = (file: string) => `themes/${name}/${file}`;
  const inBase = (file: string) => `themes/${BASE}/${file}`;

  const sign = async (id: PrincipleId) => {
    const file = `signs/${id}.svg`;
    return text((await ownOf(inTheme(file))) ? inTheme(file) : inBase(file));
  };
  const sheetIn = async (place: (file: string) => string) =>
    withFaces(
      await withImports(await text(place('theme.css')), (file) => text(place(file))),
      (file) => read(place(file)),
    );
  const [base, sheet, ...signs] = await Promise.all([
    sheetIn(inBase),
    sheetIn(inTheme),
    ...principleIds.map(sign),
  ]);
  return {
    name,
    css: `${base}\n${sheet}`,
    signs: new Map(principleIds.map((id, index) => [id, (signs[index] ?? '').trim()])),
  };
}

const IMPORT = /^@import "([\w-]+\.css)";$/gm;

/** Puts the sheets beside a style sheet in the places where it imports them. */
async function withImports(css: string, read: (file: string) => Promise<string>): Promise<string> {
  const names = [...css.matchAll(IMPORT)].map((match) => match[1] ?? '');
  const sheets = new Map(
    await Promise.all(names.map(async (name) => [name, await read(name)] as const)),
  );
  return css.replace(IMPORT, (_, name: string) => sheets.get(name) ?? '');
}

const FACE = /url\((fonts\/[\w.-]+\.woff2)\)/g;

/** Puts the faces that a style sheet names into it, so that the page needs no other file. */
async function withFaces(
  css: string,
  read: (file: string) => Promise<Uint8Array>,
): Promise<string> {
  const names = new Set([...css.matchAll(FACE)].map((match) => match[1] ?? ''));
  const faces = new Map<string, string>();
  await Promise.all(
    [...names].map(async (name) => {
      faces.set(name, Buffer.from(await read(name)).toString('base64'));
    }),
  );
  return css.replace(FACE, (_, name: string) => `url(data:font/woff2;base64,${faces.get(name)})`);
}
