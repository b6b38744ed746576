import { symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/effects/effects.ts';
import { findPictures } from '../../src/pictures/find.ts';
import { defaultLimits } from '../../src/profile/limits.ts';
import { readProfile } from '../../src/profile/read.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { pngClaiming } from '../support/pictures.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);
const gif = Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1');
const webp = Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1');

type Files = Record<string, string | Uint8Array>;

/** Reads the pictures of a profile whose logo is this file, in a folder of a folder. */
async function readLogo(
  file: string,
  files: Files = {},
  {
    prepare,
    changes,
    limits,
  }: {
    prepare?: (folder: string) => void;
    changes?: (effects: Effects) => Partial<Effects>;
    limits?: typeof defaultLimits;
  } = {},
) {
  const trust = `trust:\n  name: A\n  logo:\n    file: ${JSON.stringify(file)}\n    alt: Logo\n`;
  const folder = folderWith({ ...files, 'ours/trust.yaml': trust });
  prepare?.(folder);
  const effects = testEffects(folder);
  const { value } = await readProfile('ours', effects);
  if (!value) throw new Error('Not readable');
  const found = await findPictures(value, { ...effects, ...changes?.(effects) }, limits);
  return { ...found, picture: found.pictures.get(file), folder };
}

describe('findPictures', () => {
  it.each([
    ['PNG', 'logo.png', png, 'png'],
    ['JPEG', 'logo.jpg', jpeg, 'jpeg'],
    ['JPEG by a longer ending', 'logo.jpeg', jpeg, 'jpeg'],
    ['GIF', 'logo.gif', gif, 'gif'],
    ['WebP', 'logo.webp', webp, 'webp'],
    ['SVG', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    ['one whose name says something else', 'logo.gif', png, 'png'],
  ])('knows a %s picture by what it is', async (_, name, bytes, kind) => {
    const { picture, diagnostics } = await readLogo(name, { [`ours/${name}`]: bytes });
    expect(diagnostics).toEqual([]);
    expect(picture).toMatchObject({ name, kind, use: 'logo' });
  });

  it('finds a picture that is named in Windows’ way', async () => {
    const { picture } = await readLogo('images\\logo.png', { 'ours/images/logo.png': png });
    expect(picture?.kind).toBe('png');
  });

  it('makes a picture that is named twice ready for the larger use, once', async () => {
    const folder = folderWith({
      'logo.png': png,
      'trust.yaml':
        'trust:\n  name: A\n  logo: {file: logo.png, alt: B}\n  cover_photo: {file: logo.png, alt: C}\n',
    });
    const effects = testEffects(folder);
    const { value } = await readProfile(folder, effects);
    if (!value) throw new Error('Not readable');
    const { pictures } = await findPictures(value, effects);
    expect([...pictures.values()]).toMatchObject([{ name: 'logo.png', use: 'cover' }]);
  });

  it('opens no more of a picture than its start', async () => {
    const read = () => Promise.reject(new Error('Read whole'));
    const { picture } = await readLogo(
      'logo.png',
      { 'ours/logo.png': Buffer.concat([png, Buffer.alloc(2_000_000)]) },
      { changes: (effects) => ({ files: { ...effects.files, read } }) },
    );
    expect(picture?.kind).toBe('png');
  });

  it('reads a picture through a link that stays in the folder', async () => {
    const { picture } = await readLogo(
      'logo.png',
      { 'ours/images/logo.png': png },
      {
        prepare: (folder) => symlinkSync('images/logo.png', path.join(folder, 'ours', 'logo.png')),
      },
    );
    expect(picture?.kind).toBe('png');
  });

  it('reads pictures of a profile that is itself behind a link', async () => {
    const folder = folderWith({
      'real/logo.png': png,
      'real/trust.yaml': 'trust:\n  name: A\n  logo: {file: logo.png, alt: B}\n',
    });
    symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'), 'dir');
    const effects = testEffects(folder);
    const { value } = await readProfile('link', effects);
    if (!value) throw new Error('Not readable');
    expect((await findPictures(value, effects)).diagnostics).toEqual([]);
  });
});

describe('a picture is refused', () => {
  it.each<[string, string, Files, string]>([
    ['that is not there', 'images/logo.png', {}, 'missing-image'],
    ['that is a folder', 'images', { 'ours/images/x.png': png }, 'missing-image'],
    ['below a file', 'trust.yaml/logo.png', {}, 'missing-image'],
    [
      'that is outside the folder by ..',
      '../logo.png',
      { 'logo.png': png },
      'image-outside-folder',
    ],
    [
      'that is outside by a detour',
      'a/../../logo.png',
      { 'logo.png': png },
      'image-outside-folder',
    ],
    [
      'that is outside by Windows’ way of writing it',
      '..\\logo.png',
      { 'logo.png': png },
      'image-outside-folder',
    ],
    [
      'in a folder that begins with the same letters',
      '../ours2/logo.png',
      { 'ours2/logo.png': png },
      'image-outside-folder',
    ],
    ['that is the folder itself', '.', {}, 'image-outside-folder'],
    ['on the web', 'https://quillbrook.example/logo.png', {}, 'image-outside-folder'],
    ['on the web without saying how', '//quillbrook.example/logo.png', {}, 'image-outside-folder'],
    [
      'in the text of its own address',
      'data:image/png;base64,iVBORw0KGgo=',
      {},
      'image-outside-folder',
    ],
    ['by a file address', 'file:///etc/hostname', {}, 'image-outside-folder'],
    [
      'that is text, whatever it is called',
      'logo.png',
      { 'ours/logo.png': 'not a picture' },
      'not-an-image',
    ],
    ['that has nothing in it', 'logo.png', { 'ours/logo.png': '' }, 'not-an-image'],
    [
      'of a kind that browsers do not show alike',
      'logo.tiff',
      { 'ours/logo.tiff': 'II*\u0000' },
      'not-an-image',
    ],
    ['whose name no disk may hold', 'a\u0000b.png', {}, 'unreadable-file'],
  ])('%s', async (_, file, files, code) => {
    const { pictures, diagnostics } = await readLogo(file, files);
    expect(pictures.size).toBe(0);
    expect(diagnostics).toMatchObject([
      {
        code,
        severity: 'error',
        file: 'ours/trust.yaml',
        range: { start: { line: 4, column: 11 } },
      },
    ]);
    expect(diagnostics[0]?.hint).not.toBe('');
  });

  it('that is outside by its whole path', async () => {
    const elsewhere = folderWith({ 'logo.png': png });
    const { diagnostics } = await readLogo(path.join(elsewhere, 'logo.png'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['image-outside-folder']);
  });

  it.each([
    [
      'a link to a file',
      (folder: string) => symlinkSync('../logo.png', path.join(folder, 'ours', 'in.png')),
    ],
    [
      'a link to a link',
      (folder: string) => {
        symlinkSync('../logo.png', path.join(folder, 'ours', 'step.png'));
        symlinkSync('step.png', path.join(folder, 'ours', 'in.png'));
      },
    ],
  ])('that is outside by %s', async (_, prepare) => {
    const { pictures, diagnostics } = await readLogo('in.png', { 'logo.png': png }, { prepare });
    expect(pictures.size).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual(['image-outside-folder']);
  });

  it('that is outside by a link to a folder', async () => {
    const { diagnostics } = await readLogo(
      'images/logo.png',
      { 'theirs/logo.png': png },
      {
        prepare: (folder) => symlinkSync('../theirs', path.join(folder, 'ours', 'images'), 'dir'),
      },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['image-outside-folder']);
  });

  it('that a link leads to nowhere', async () => {
    const { diagnostics } = await readLogo(
      'in.png',
      {},
      {
        prepare: (folder) => symlinkSync('gone.png', path.join(folder, 'ours', 'in.png')),
      },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-image']);
  });

  it('that is too large, without being opened', async () => {
    const limits = { ...defaultLimits, imageBytes: 100 };
    const large = Buffer.concat([png, Buffer.alloc(200)]);
    const readStart = () => Promise.reject(new Error('Opened'));
    const { diagnostics } = await readLogo(
      'logo.png',
      { 'ours/logo.png': large },
      {
        limits,
        changes: (effects) => ({ files: { ...effects.files, readStart } }),
      },
    );
    expect(diagnostics).toMatchObject([{ code: 'image-too-large' }]);
  });

  it('that the system does not let us read', async () => {
    const readStart = () => Promise.reject(new Error('EIO: i/o error, read'));
    const { diagnostics } = await readLogo(
      'logo.png',
      { 'ours/logo.png': png },
      {
        changes: (effects) => ({ files: { ...effects.files, readStart } }),
      },
    );
    expect(diagnostics).toMatchObject([{ code: 'unreadable-file' }]);
    expect(diagnostics[0]?.message).toContain('EIO');
  });

  it('that has more pixels than a page could ever need', async () => {
    const { diagnostics } = await readLogo('logo.png', {
      'ours/logo.png': pngClaiming(30_000, 30_000),
    });
    expect(diagnostics).toMatchObject([{ code: 'image-too-large' }]);
    expect(diagnostics[0]?.message).toContain('30000 by 30000 pixels');
    expect(diagnostics[0]?.hint).toContain('--limit picture-megapixels=');
  });

  it('with a word on what it may have been meant for', async () => {
    const { diagnostics } = await readLogo('images/lgoo.png', { 'ours/images/logo.png': png });
    expect(diagnostics[0]?.hint).toBe('Did you mean images/logo.png?');
  });

  it('at each place that names it', async () => {
    const folder = folderWith({
      'trust.yaml':
        'trust:\n  name: A\n  logo: {file: x.png, alt: B}\n  cover_photo: {file: x.png, alt: C}\n',
    });
    const effects = testEffects(folder);
    const { value } = await readProfile(folder, effects);
    if (!value) throw new Error('Not readable');
    const { diagnostics } = await findPictures(value, effects);
    expect(diagnostics.map(({ range }) => range?.start.line)).toEqual([3, 4]);
  });

  // Windows says of such a name that nothing is there.
  it.runIf(process.platform !== 'win32')('whose name no disk can hold', async () => {
    const { diagnostics } = await readLogo('x'.repeat(5_000));
    expect(diagnostics.map(({ code }) => code)).toEqual(['unreadable-file']);
  });

  it.runIf(process.platform === 'linux')(
    'that differs in capitals, where these count',
    async () => {
      const { diagnostics } = await readLogo('Logo.png', { 'ours/logo.png': png });
      expect(diagnostics[0]?.hint).toBe('Did you mean logo.png?');
    },
  );

  it.each([
    ['a folder', 'logo.png', { 'ours/logo.png/x.txt': '' }, 'That is a folder.'],
    ['an empty file', 'logo.png', { 'ours/logo.png': '' }, 'Copy it into the folder again'],
  ])('says of %s what to do', async (_, name, files, hint) => {
    const { diagnostics } = await readLogo(name, files);
    expect(diagnostics[0]?.hint).toContain(hint);
  });
});
