import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Effects } from '../../src/effects/effects.ts';
import { findPictures } from '../../src/pictures/find.ts';
import { preparePictures } from '../../src/pictures/prepare.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { grain } from '../support/pictures.ts';
import { profileOf } from '../support/profile.ts';

let effects: Effects;
let cache: string;

beforeEach(() => {
  cache = folderWith();
  effects = testEffects(cache, { env: { THRIVING_CASE_CACHE: cache } });
});

/** What becomes of one picture, used as a cover unless the profile says otherwise. */
async function prepare(content: Uint8Array, use = 'cover_photo', name = 'picture.png') {
  const profile = await profileOf({
    'trust.yaml': `trust:\n  name: A\n  ${use}:\n    file: ${name}\n    alt: A picture\n`,
    [name]: content,
  });
  const { pictures } = await findPictures(profile, effects);
  const { assets, diagnostics } = await preparePictures(pictures, profile, effects);
  return { asset: assets.get(name), diagnostics };
}

const sizeOf = async (bytes: Uint8Array) => {
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
};

describe('preparePictures', () => {
  it('makes a photograph as large as the page needs, as JPEG', async () => {
    const { asset } = await prepare(await grain(4000, 3000).png().toBuffer());
    expect(asset?.type).toBe('image/jpeg');
    expect(await sizeOf(asset?.bytes ?? new Uint8Array())).toEqual({ width: 1820, height: 1365 });
  });

  it('names one by what it is called, but one for some readers by its content alone', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>';
    const person = (photo: string, tag: string) =>
      `  - name: Ann Ing\n    role: Head\n    group: executive\n    photo: {file: ${photo}, alt: Ann}\n${tag}`;
    const profile = await profileOf({
      'trust.yaml': `trust:\n  name: A\npeople:\n${person('Our Head.svg', '')}${person('leaving.svg', '    for: [staff]\n')}${person('Our Head.svg', '    for: [staff]\n')}`,
      'Our Head.svg': drawing,
      'leaving.svg': drawing.replace('rect', 'circle'),
    });
    const { pictures } = await findPictures(profile, effects);
    const { assets } = await preparePictures(pictures, profile, effects);
    expect(assets.get('Our Head.svg')?.path).toMatch(/^assets\/our-head-[0-9a-f]{8}\.svg$/);
    expect(assets.get('leaving.svg')?.path).toMatch(/^assets\/picture-[0-9a-f]{8}\.svg$/);
  });

  it('leaves a small one at its size', async () => {
    const { asset } = await prepare(await grain(300, 200).jpeg().toBuffer());
    expect(await sizeOf(asset?.bytes ?? new Uint8Array())).toEqual({ width: 300, height: 200 });
  });

  it('compresses one that is full of detail more than others, at the same size', async () => {
    const usual = (picture: Uint8Array) =>
      sharp(picture).jpeg({ quality: 80, mozjpeg: true }).toBuffer();
    const detailed = await grain(1600, 1200).png().toBuffer();
    const { asset } = await prepare(detailed);
    const bytes = asset?.bytes ?? new Uint8Array();
    expect(await sizeOf(bytes)).toEqual({ width: 1600, height: 1200 });
    expect(bytes.byteLength).toBeLessThan(0.6 * (await usual(detailed)).byteLength);

    const calm = await grain(1600, 1200).blur(20).png().toBuffer();
    const { asset: other } = await prepare(calm, 'cover_photo', 'calm.png');
    expect(Buffer.from(other?.bytes ?? []).equals(await usual(calm))).toBe(true);
  });

  it('turns it the right way up and forgets what the camera wrote', async () => {
    const taken = await grain(300, 200)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: 'Canary Lane 7' }, IFD3: { GPSLatitudeRef: 'N' } })
      .toBuffer();
    expect(taken.toString('latin1')).toContain('Canary Lane 7');
    const { asset } = await prepare(taken);
    const bytes = asset?.bytes ?? new Uint8Array();
    expect(await sizeOf(bytes)).toEqual({ width: 200, height: 300 });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Canary');
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it('turns the colours of printers into those of screens', async () => {
    const { asset } = await prepare(await grain(60, 40).toColourspace('cmyk').jpeg().toBuffer());
    expect((await sharp(asset?.bytes).metadata()).space).toBe('srgb');
  });

  it.each(['webp', 'avif'] as const)(
    'turns %s into JPEG, which every reader shows',
    async (kind) => {
      const { asset } = await prepare(await grain(60, 40).toFormat(kind).toBuffer());
      expect(asset?.type).toBe('image/jpeg');
    },
  );

  it('keeps what is transparent so, and a drawn logo sharp', async () => {
    const glass = { width: 40, height: 20, channels: 4, background: '#0a525980' } as const;
    const clear = await prepare(await sharp({ create: glass }).webp().toBuffer());
    expect(clear.asset?.type).toBe('image/png');
    expect((await sharp(clear.asset?.bytes).metadata()).hasAlpha).toBe(true);
    const logo = await prepare(await grain(40, 20).png().toBuffer(), 'logo');
    expect(logo.asset?.type).toBe('image/png');
  });

  it('says of a picture that is cut short where the profile names it', async () => {
    const whole = await grain(900, 600).jpeg().toBuffer();
    const { asset, diagnostics } = await prepare(whole.subarray(0, whole.length / 2));
    expect(asset).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'image-damaged',
        message: '“picture.png” cannot be read as a picture: it is cut short or damaged.',
        range: { start: { line: 4 } },
      },
    ]);
  });

  it('names a picture by what it holds, so that the same one has the same name', async () => {
    const content = await grain(40, 20).png().toBuffer();
    const one = await prepare(content, 'logo', 'Our Logo (new).png');
    const other = await prepare(content, 'logo', 'Our Logo (new).png');
    expect(one.asset?.path).toMatch(/^assets\/our-logo-new-[0-9a-f]{8}\.png$/);
    expect(other.asset?.path).toBe(one.asset?.path);
  });

  it('keeps what it made for the next time, and makes it again where that is cut short', async () => {
    const content = await grain(900, 600).jpeg().toBuffer();
    const first = await prepare(content);
    const kept = path.join(cache, 'pictures');
    const [name = ''] = readdirSync(kept);
    truncateSync(path.join(kept, name), 100);
    const second = await prepare(content);
    expect(second.asset?.bytes).toEqual(first.asset?.bytes);
  });

  it('does without a cache that cannot be written', async () => {
    const nowhere = path.join(folderWith({ file: '' }), 'file', 'cache');
    effects = testEffects(cache, { env: { THRIVING_CASE_CACHE: nowhere } });
    const { asset, diagnostics } = await prepare(await grain(40, 20).jpeg().toBuffer());
    expect(diagnostics).toEqual([]);
    expect(asset?.type).toBe('image/jpeg');
  });

  it('cleans an SVG and leaves it one', async () => {
    const svg = '<svg viewBox="0 0 1 1"><script>1</script><rect width="1" height="1"/></svg>';
    const { asset } = await prepare(new TextEncoder().encode(svg), 'logo', 'logo.svg');
    expect(asset?.type).toBe('image/svg+xml');
    expect(new TextDecoder().decode(asset?.bytes)).not.toContain('script');
  });
});
