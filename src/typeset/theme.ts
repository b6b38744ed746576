import path from 'node:path';
import { ownFile, ownTemplates, shippedTemplates } from '../compose/templates.ts';
import type { Effects } from '../effects/effects.ts';
import { principleIds } from '../knowledge/principles.ts';

/** What a page is dressed in: its style sheet, with faces inside, and a sign for each principle. */
export interface Theme {
  name: string;
  css: string;
  /** SVG, by principle. Trusted: they are put in after cleaning. */
  signs: ReadonlyMap<string, string>;
}

export const DEFAULT_THEME = 'clear';

/** Reads a theme, taking the user's own files where there are some. */
export async function readTheme(name: string, folder: string, effects: Effects): Promise<Theme> {
  const own = await ownTemplates(folder, effects);
  const read = async (file: string) => {
    const place = `themes/${name}/${file}`;
    const found = own && (await ownFile(own, place, effects));
    return effects.files.read(found ?? path.join(shippedTemplates, place));
  };
  const text = async (file: string) => new TextDecoder().decode(await read(file));
  const [css, ...signs] = await Promise.all([
    text('theme.css').then((sheet) => withFaces(sheet, read)),
    ...principleIds.map((id) => text(`signs/${id}.svg`)),
  ]);
  return {
    name,
    css,
    signs: new Map(principleIds.map((id, index) => [id, (signs[index] ?? '').trim()])),
  };
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
