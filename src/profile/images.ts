import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Effects } from '../effects/effects.ts';
import { type ImageField, imagesOf } from './fields.ts';
import { findInside } from './inside.ts';
import { defaultLimits, inMegabytes, type Limits } from './limits.ts';
import type { Profile } from './profile.ts';

/** A picture, read and named by its content. */
export interface Asset {
  /** Its place beside the Markdown, named by its content: `assets/logo-1f2e3d4c.png`. */
  path: string;
  type: ImageType;
  bytes: Uint8Array;
}

type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** The pictures of a profile, by the file name that was typed. */
export type Assets = ReadonlyMap<string, Asset>;

/**
 * Reads the pictures a profile names. A picture that is missing, that is no picture, or that lies
 * outside the profile's folder once links are followed, is reported and left out.
 */
export async function readImages(
  profile: Profile,
  effects: Effects,
  limits: Limits = defaultLimits,
): Promise<{ assets: Assets; diagnostics: Diagnostic[] }> {
  const assets = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  for (const field of imagesOf(profile)) {
    const read = assets.get(field.file) ?? (await readImage(field, profile, effects, limits));
    if ('bytes' in read) assets.set(field.file, read);
    else {
      const { code, message, hint } = read;
      const place = profile.place([...field.path, 'file']);
      diagnostics.push({ code, severity: 'error', message, hint, ...place });
    }
  }
  return { assets, diagnostics };
}

interface Refusal {
  code: Code;
  message: string;
  hint: string;
}

async function readImage(
  { file }: ImageField,
  profile: Profile,
  { files }: Effects,
  limits: Limits,
): Promise<Asset | Refusal> {
  try {
    const named = await findInside(profile.folder, file, { files });
    if (!named.found) {
      if (named.why === 'missing') {
        return {
          code: 'missing-image',
          message: `There is no picture at “${file}”.`,
          hint: await whatIsThere(file, named.wanted, files),
        };
      }
      return {
        code: 'image-outside-folder',
        message:
          named.why === 'web'
            ? `“${file}” is not a file: pictures are never fetched from the web.`
            : `“${file}” is not inside the profile’s folder.`,
        hint: 'Copy the picture into the folder of the profile and name it there, such as images/logo.png.',
      };
    }
    if (named.bytes > limits.imageBytes) {
      return {
        code: 'image-too-large',
        message: `“${file}” has ${inMegabytes(named.bytes)}; a picture may have ${inMegabytes(limits.imageBytes)}.`,
        hint: 'Save a smaller copy: 2,000 pixels wide is enough for a whole page.',
      };
    }
    const bytes = await files.read(named.real);
    const type = typeOf(bytes);
    if (!type) {
      return {
        code: 'not-an-image',
        message: `“${file}” is not a picture we can use.`,
        hint: 'Save it as PNG or JPEG. Changing the end of its name is not enough.',
      };
    }
    return { path: `assets/${assetName(file, bytes, type)}`, type, bytes };
  } catch (error) {
    return {
      code: 'unreadable-file',
      message: `“${file}” could not be read: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check that you may read the file and that its drive is connected.',
    };
  }
}

/** For a file that is not there: one of nearly the same name, or where to put it. */
export async function whatIsThere(
  file: string,
  wanted: string,
  files: Effects['files'],
): Promise<string> {
  const folder = path.dirname(wanted);
  if ((await files.look(folder))?.kind === 'folder') {
    const meant = nearest(path.basename(wanted), await files.list(folder));
    if (meant) return `Did you mean ${path.posix.join(path.posix.dirname(file), meant)}?`;
  }
  return 'Put the file in the profile’s folder, and name it as it is spelt there.';
}

/** What a file is by its first bytes, whatever it is called. */
function typeOf(bytes: Uint8Array): ImageType | undefined {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  const ascii = (from: number, text: string) =>
    [...text].every((character, at) => bytes[from + at] === character.charCodeAt(0));
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (ascii(0, 'GIF8')) return 'image/gif';
  if (ascii(0, 'RIFF') && ascii(8, 'WEBP')) return 'image/webp';
  return undefined;
}

function assetName(file: string, bytes: Uint8Array, type: ImageType): string {
  const stem = path.posix
    .basename(file.replaceAll('\\', '/'))
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const ending = type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length);
  return `${stem || 'picture'}-${hash}.${ending}`;
}
