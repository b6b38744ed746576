import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** Dots to the inch: enough to see a block that moved, few enough to keep. */
const RESOLUTION = 45;

/** How many shades of grey a kept picture has. */
const SHADES = 16;

/**
 * How different two dots must be to count, from 0 to 1, and what share of a page may be: less than a
 * line of small print that moved, more than rounding and the smoothing of edges come to.
 */
const DIFFERENT = 0.25;
const TOLERATED = 0.0005;

/** Every page of a PDF as a small grey PNG, drawn without any program that has to be installed. */
export async function pageImages(pdf: Uint8Array): Promise<Buffer[]> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const images: Buffer[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: RESOLUTION / 72 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const target = canvas as unknown as Parameters<typeof page.render>[0]['canvas'];
    await page.render({ canvas: target, viewport }).promise;
    const png = sharp(canvas.toBuffer('image/png')).flatten({ background: 'white' }).greyscale();
    images.push(
      await png.png({ palette: true, colours: SHADES, dither: 0, effort: 10 }).toBuffer(),
    );
  }
  await task.destroy();
  return images;
}

/**
 * Compares the picture of a page with the one that is kept; with `UPDATE_GOLDEN` set, and never where
 * `CI` is, keeps this one instead. Undefined where they agree; otherwise what is wrong and where to look.
 */
export async function differenceFrom(
  file: string,
  made: Buffer,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> {
  const update = env.UPDATE_GOLDEN && !env.CI;
  if (!existsSync(file)) {
    if (!update) return `There is no picture ${path.basename(file)}. Run npm run test:update.`;
    writeFileSync(file, made);
    return undefined;
  }
  const [was, is] = [await dots(readFileSync(file)), await dots(made)];
  const sameSize = was.width === is.width && was.height === is.height;
  const drawn = Buffer.alloc(is.data.length);
  const count = sameSize
    ? pixelmatch(was.data, is.data, drawn, is.width, is.height, { threshold: DIFFERENT })
    : is.width * is.height;
  if (count <= is.width * is.height * TOLERATED) return undefined;
  if (update) {
    writeFileSync(file, made);
    return undefined;
  }
  const name = path.basename(file, '.png');
  const folder = path.join(tmpdir(), 'thriving-case-page-pictures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.png`), made);
  if (!sameSize) return `The page ${name} has another size. It is in ${folder}.`;
  const raw = { width: is.width, height: is.height, channels: 4 } as const;
  await sharp(drawn, { raw })
    .png()
    .toFile(path.join(folder, `${name}-difference.png`));
  return `The page ${name} looks different: ${count} dots. See ${name}-difference.png and ${name}.png in ${folder}. If it is meant to, run npm run test:update.`;
}

async function dots(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
