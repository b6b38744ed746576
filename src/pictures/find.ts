import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { imagesOf } from '../profile/fields.ts';
import { findInside, whatIsThere } from '../profile/inside.ts';
import { defaultLimits, inMegabytes, type Limits } from '../profile/limits.ts';
import type { Profile } from '../profile/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { kindOf, otherKindOf, type PictureKind } from './kinds.ts';
import { largerUse, type PictureUse, useOf } from './sizes.ts';

/** A picture that a profile names and that is there: known by its start, not yet read whole. */
export interface PictureFile {
  /** As it was typed. */
  name: string;
  /** Absolute, with links resolved. */
  file: string;
  kind: PictureKind;
  use: PictureUse;
  /** Where the profile names it first. */
  path: Path;
}

/** The pictures of a profile, by the name that was typed. */
export type PictureFiles = ReadonlyMap<string, PictureFile>;

/** Enough of a file to tell its kind and, past a camera’s notes, its size. */
const START = 512 * 1024;

/**
 * Finds the pictures a profile names. One that is missing, that is no picture, that is too large, or
 * that lies outside the profile’s folder once links are followed, is reported and left out.
 */
export async function findPictures(
  profile: Profile,
  effects: Effects,
  limits: Limits = defaultLimits,
): Promise<{ pictures: PictureFiles; diagnostics: Diagnostic[] }> {
  const pictures = new Map<string, PictureFile>();
  const diagnostics: Diagnostic[] = [];
  for (const { file: name, path: at } of imagesOf(profile)) {
    const use = useOf(at);
    const known = pictures.get(name);
    if (known) {
      pictures.set(name, { ...known, use: largerUse(known.use, use) });
      continue;
    }
    const found = await find(name, profile.folder, effects, limits);
    if ('code' in found) {
      const { code, message, hint } = found;
      const place = profile.place([...at, 'file']);
      diagnostics.push({ code, severity: 'error', message, hint, ...place });
    } else pictures.set(name, { name, ...found, use, path: at });
  }
  return { pictures, diagnostics };
}

interface Refusal {
  code: Code;
  message: string;
  hint: string;
}

async function find(
  name: string,
  folder: string,
  effects: Effects,
  limits: Limits,
): Promise<Pick<PictureFile, 'file' | 'kind'> | Refusal> {
  const { files } = effects;
  try {
    const named = await findInside(folder, name, effects);
    if (!named.found) {
      if (named.why === 'missing') {
        return {
          code: 'missing-image',
          message: `There is no picture at “${name}”.`,
          hint: await whatIsThere(name, named.wanted, effects),
        };
      }
      return {
        code: 'image-outside-folder',
        message:
          named.why === 'web'
            ? `“${name}” is not a file: pictures are never fetched from the web.`
            : `“${name}” is not inside the profile’s folder.`,
        hint: 'Copy the picture into the folder of the profile and name it there, such as images/logo.png.',
      };
    }
    const { real: file, bytes } = named;
    if (bytes > limits.imageBytes) {
      return tooLarge(
        `“${name}” has ${inMegabytes(bytes)}; a picture may have ${inMegabytes(limits.imageBytes)}.`,
        'picture-mb=80',
      );
    }
    const start = await files.readStart(file, START);
    const kind = kindOf(start);
    if (!kind) return notAPicture(name, start);
    const pixels = kind === 'svg' ? undefined : await pixelsOf(start);
    if (pixels && pixels.width * pixels.height > limits.imagePixels) {
      const millions = (pixels.width * pixels.height) / 1e6;
      return tooLarge(
        `“${name}” is ${pixels.width} by ${pixels.height} pixels, ${Math.round(millions)} million in all; a picture may have ${Math.round(limits.imagePixels / 1e6)} million.`,
        'picture-megapixels=400',
      );
    }
    return { file, kind };
  } catch (error) {
    return {
      code: 'unreadable-file',
      message: `“${name}” could not be read: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check that you may read the file and that its drive is connected.',
    };
  }
}

const tooLarge = (message: string, limit: string): Refusal => ({
  code: 'image-too-large',
  message,
  hint: `Save a smaller copy: 2,000 pixels wide is enough for a whole page. To allow more: --limit ${limit}`,
});

function notAPicture(name: string, start: Uint8Array): Refusal {
  const other = otherKindOf(start);
  const what =
    start.length === 0
      ? 'is empty'
      : other
        ? `is a ${other} file, which browsers do not show`
        : 'is not a picture we can use';
  return {
    code: 'not-an-image',
    message: `“${name}” ${what}.`,
    hint:
      start.length === 0
        ? 'Copy it into the folder again; the first time may have been broken off.'
        : 'Save it as PNG or JPEG. Changing the end of its name is not enough.',
  };
}

/** Width and height by the header alone; undefined where it does not say in its first part. */
async function pixelsOf(start: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  const { imageSize } = await import('image-size');
  try {
    return imageSize(start);
  } catch {
    return undefined;
  }
}
