import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPictures } from '../../src/pictures/find.ts';
import { svgOnGround } from '../../src/pictures/ground.ts';
import { preparePictures } from '../../src/pictures/prepare.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { profileOf } from '../support/profile.ts';

const BRAND = '#3b3a78';

const disc = (fill: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><circle cx="100" cy="50" r="40" fill="${fill}"/>${more}</svg>`;
const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer();

/** The colour in the corner and in the middle of what becomes of a logo, as `#rrggbb`. */
async function shown(content: Uint8Array | string, use = 'logo') {
  const file = typeof content === 'string' ? 'logo.svg' : 'logo.png';
  const folder = folderWith();
  const effects = testEffects(folder, { env: { THRIVING_CASE_CACHE: folder } });
  const profile = await profileOf({
    'trust.yaml': `trust:\n  name: A\n  brand:\n    colour: "${BRAND}"\n  ${use}:\n    file: ${file}\n    alt: A\n`,
    [file]: content,
  });
  const { pictures } = await findPictures(profile, effects);
  const once = await preparePictures(pictures, profile, effects);
  const again = await preparePictures(pictures, profile, effects);
  const [first, second] = [once, again].map(({ assets }) => assets.get(file)?.bytes ?? []);
  expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
  expect(once.diagnostics).toEqual([]);
  const { data, info } = await sharp(once.assets.get(file)?.bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray((y * info.width + x) * 4);
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
    return opacity === 0 ? 'none' : `#${hex}`;
  };
  return [at(1, 1), at(info.width >> 1, info.height >> 1)];
}

describe('a logo in white for a dark ground', () => {
  it('stands on the trust’s colour', async () => {
    expect(await shown(await png(disc('#ffffff')))).toEqual([BRAND, '#ffffff']);
    expect(await shown(await png(disc('#fff2b0')))).toEqual([BRAND, '#fff2b0']);
  });

  it('does so as SVG, with or without a viewBox', async () => {
    expect(await shown(disc('#ffffff'))).toEqual([BRAND, '#ffffff']);
    const sized = disc('#ffffff').replace('viewBox="0 0 200 100"', 'width="200" height="100"');
    expect(await shown(sized)).toEqual([BRAND, '#ffffff']);
  });

  it('has some room around it, and its own proportions no longer bind', () => {
    expect(svgOnGround('<svg viewBox="0 0 200 100" width="2" height="1"><g/></svg>', BRAND)).toBe(
      `<svg viewBox="-15 -15 230 130"><rect x="-15" y="-15" width="230" height="130" fill="${BRAND}"/><g/></svg>`,
    );
  });
});

describe('no ground is given', () => {
  it('to a logo that can be seen on white, or that has some words that can', async () => {
    expect(await shown(await png(disc('#0b5351')))).toEqual(['none', '#0b5351']);
    const words = '<rect x="10" y="40" width="40" height="20" fill="#000"/>';
    expect(await shown(await png(disc('#ffffff', words)))).toEqual(['none', '#ffffff']);
  });

  it('to one with a ground of its own, nor to a photograph', async () => {
    const own = '<rect width="200" height="100" fill="#fff"/>';
    expect(await shown(await png(disc('#ffffff', own)))).toEqual(['#ffffff', '#ffffff']);
    expect(await shown(await png(disc('#ffffff')), 'cover_photo')).toEqual(['none', '#ffffff']);
  });
});
