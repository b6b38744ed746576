import { createHash } from 'node:crypto';
import path from 'node:path';
import { hiddenFiles } from '../case/readers-view.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { cacheFolder } from '../effects/folders.ts';
import { readers as everyone } from '../knowledge/readers.ts';
import { Failure } from '../pdf/failure.ts';
import { defaultLimits, type Limits } from '../profile/limits.ts';
import type { Profile } from '../profile/profile.ts';
import { paletteOf } from '../typeset/palette.ts';
import type { PictureFile, PictureFiles } from './find.ts';
import { isPale, onGround, svgOnGround } from './ground.ts';
import { byteBudgets, sizes } from './sizes.ts';

/** A picture ready for the page, named by its content. */
export interface Asset {
  /**
   * Its place beside the Markdown: `assets/logo-1f2e3d4c.png`; `assets/picture-1f2e3d4c.png` where it is
   * for some readers alone, because others see what files there are.
   */
  path: string;
  type: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  bytes: Uint8Array;
}

/** The pictures of a profile, by the name that was typed. */
export type Assets = ReadonlyMap<string, Asset>;

/** Goes up when the same picture would be made ready in another way, so that older ones are not used. */
const MANNER = 3;

/**
 * Makes pictures ready: turned the right way up, in sRGB, as large as the page needs and no larger,
 * and without what a camera or an editor wrote into them, such as the place. One at a time, so that
 * forty photographs need the memory of one; what was made is kept by content for the next time.
 */
export async function preparePictures(
  pictures: PictureFiles,
  profile: Profile,
  effects: Effects,
  limits: Limits = defaultLimits,
): Promise<{ assets: Assets; diagnostics: Diagnostic[] }> {
  const assets = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  const { brand } = paletteOf(profile.data.trust.brand ?? {});
  const forSome = hiddenFiles(profile, everyone);
  for (const picture of pictures.values()) {
    try {
      const bytes = await effects.files.read(picture.file);
      const { ending, content } = await prepared(picture, bytes, brand, effects, limits);
      const stem = forSome.has(picture.name) ? '' : stemOf(picture.name);
      assets.set(picture.name, assetOf(stem, ending, content));
    } catch (error) {
      if (error instanceof Failure) throw error;
      diagnostics.push({
        code: 'image-damaged',
        severity: 'error',
        message: `“${picture.name}” cannot be read as a picture: ${reasonOf(error)}.`,
        hint: 'Open it in a picture program and save it again as PNG or JPEG.',
        ...profile.place([...picture.path, 'file']),
      });
    }
  }
  return { assets, diagnostics };
}

async function prepared(
  picture: PictureFile,
  bytes: Uint8Array,
  brand: string,
  effects: Effects,
  limits: Limits,
): Promise<{ ending: Ending; content: Uint8Array }> {
  const { kind, use } = picture;
  const ground = use === 'logo' ? brand : '';
  const key = createHash('sha256')
    .update(`${MANNER} ${use} ${ground} `)
    .update(bytes)
    .digest('hex');
  const cache = cacheFolder(effects);
  const kept = (ending: Ending) => cache && path.join(cache, 'pictures', `${key}.${ending}`);
  for (const ending of kind === 'svg' ? (['svg'] as const) : (['jpg', 'png'] as const)) {
    const file = kept(ending);
    const before = file && (await effects.files.read(file).catch(() => null));
    if (before && isWhole(before, ending)) return { ending, content: before };
  }
  const { ending, content } =
    kind === 'svg'
      ? await drawing(bytes, picture, brand)
      : await encode(bytes, picture, brand, limits);
  const file = kept(ending);
  // A cache that cannot be written only costs time.
  if (file) await effects.files.write(file, content).catch(() => {});
  return { ending, content };
}

type Ending = 'jpg' | 'png' | 'svg';

/** An SVG, cleaned; a pale logo gets a ground. */
async function drawing(
  bytes: Uint8Array,
  { use }: PictureFile,
  brand: string,
): Promise<{ ending: Ending; content: Uint8Array }> {
  const { cleanSvg } = await import('./svg.ts');
  const svg = await cleanSvg(new TextDecoder().decode(bytes));
  const content = new TextEncoder().encode(svg);
  const pale = use === 'logo' && (await isPaleDrawing(content));
  return {
    ending: 'svg',
    content: pale ? new TextEncoder().encode(svgOnGround(svg, brand)) : content,
  };
}

/** Where the library is missing, or cannot draw it, an SVG is shown as it is. */
async function isPaleDrawing(svg: Uint8Array): Promise<boolean> {
  try {
    const sharp = await pictureLibrary();
    const small = sharp(svg).resize({ width: 160, height: 160, fit: 'inside' }).ensureAlpha();
    return isPale(await small.toColourspace('srgb').raw().toBuffer());
  } catch {
    return false;
  }
}

/** A photograph becomes JPEG; a drawing, or what has transparent parts, becomes PNG. */
async function encode(
  bytes: Uint8Array,
  { kind, use }: PictureFile,
  brand: string,
  { imagePixels }: Limits,
): Promise<{ ending: Ending; content: Uint8Array }> {
  const sharp = await pictureLibrary();
  sharp.cache(false);
  const { data, info } = await sharp(bytes, {
    failOn: 'error',
    sequentialRead: true,
    limitInputPixels: imagePixels,
  })
    .autoOrient()
    .resize({ ...sizes[use], fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: 60 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const small = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const { isOpaque } = await small().stats();
  const drawn = kind === 'gif' || (kind === 'png' && use === 'logo');
  if (!isOpaque || drawn) {
    const pale = use === 'logo' && info.channels === 4 && isPale(data);
    const shown = pale ? onGround(small(), info.height, brand) : small();
    return { ending: 'png', content: await shown.png({ compressionLevel: 9 }).toBuffer() };
  }
  const jpeg = (quality: number) => small().jpeg({ quality, mozjpeg: true }).toBuffer();
  const [best, ...lower] = QUALITIES;
  let content = await jpeg(best);
  for (const quality of lower) {
    if (content.byteLength <= byteBudgets[use]) break;
    content = await jpeg(quality);
  }
  return { ending: 'jpg', content };
}

/** The library that reads photographs; it comes in a package for each system, which can be missing. */
async function pictureLibrary() {
  try {
    return (await import('sharp')).default;
  } catch (cause) {
    throw new Failure(
      {
        code: 'no-picture-library',
        message:
          'Photographs cannot be read: the library for it, sharp, is not installed for this system.',
        hint: 'Install it: npm install --include=optional sharp',
      },
      { cause },
    );
  }
}

/** The second is good on paper too; the last is for pictures of gravel and leaves, which hide it. */
const QUALITIES = [80, 65, 50] as const;

const ENDS: Readonly<Record<Ending, Uint8Array>> = {
  jpg: Uint8Array.of(0xff, 0xd9),
  png: Uint8Array.of(0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82),
  svg: new TextEncoder().encode('</svg>'),
};

/** A file of the cache that was cut short has no end. */
function isWhole(bytes: Uint8Array, ending: Ending): boolean {
  const end = ENDS[ending];
  return end.every((byte, at) => bytes[bytes.length - end.length + at] === byte);
}

/** What a file is called, as far as every system can have it in a name. */
function stemOf(name: string): string {
  return path.posix
    .basename(name.replaceAll('\\', '/'))
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const types = { jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml' } as const;

function assetOf(stem: string, ending: Ending, bytes: Uint8Array): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { path: `assets/${stem || 'picture'}-${hash}.${ending}`, type: types[ending], bytes };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (
    /premature end|truncated|unexpected end|VipsJpeg|out of order|libpng read error/i.test(message)
  ) {
    return 'it is cut short or damaged';
  }
  return message.split('\n')[0]?.trim() ?? message;
}
