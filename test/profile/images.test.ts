import { symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/effects/effects.ts';
import { readImages } from '../../src/profile/images.ts';
import { defaultLimits } from '../../src/profile/limits.ts';
import { readProfile } from '../../src/profile/read.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

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
  const read = await readImages(value, { ...effects, ...changes?.(effects) }, limits);
  return { ...read, asset: read.assets.get(file), folder };
}

describe('readImages', () => {
  it.each([
    ['PNG', 'logo.png', png, 'image/png', 'png'],
    ['JPEG', 'logo.jpg', jpeg, 'image/jpeg', 'jpg'],
    ['JPEG by a longer ending', 'logo.jpeg', jpeg, 'image/jpeg', 'jpg'],
    ['GIF', 'logo.gif', gif, 'image/gif', 'gif'],
    ['WebP', 'logo.webp', webp, 'image/webp', 'webp'],
    ['one whose name says something else', 'logo.gif', png, 'image/png', 'png'],
  ])('reads a %s picture by what it is', async (_, name, bytes, type, ending) => {
    const { asset, diagnostics } = await readLogo(name, { [`ours/${name}`]: bytes });
    expect(diagnostics).toEqual([]);
    expect(asset).toMatchObject({ type });
    expect(asset?.path).toMatch(new RegExp(`^assets/logo-[0-9a-f]{8}\\.${ending}$`));
    expect(Buffer.from(asset?.bytes ?? [])).toEqual(bytes);
  });

  it.each([
    ['images/Our Logo (final).PNG', 'our-logo-final'],
    ['./images/../logo.png', 'logo'],
    ['學校.png', 'picture'],
    ['images\\logo.png', 'logo'],
  ])('names %s for anyone’s disk', async (file, stem) => {
    const place = path.posix.join('ours', file.replaceAll('\\', '/'));
    const { asset, diagnostics } = await readLogo(file, { [place]: png, 'ours/images/x': '' });
    expect(diagnostics).toEqual([]);
    expect(asset?.path).toMatch(new RegExp(`^assets/${stem}-[0-9a-f]{8}\\.png$`));
  });

  it('names pictures by what is in them', async () => {
    const one = await readLogo('logo.png', { 'ours/logo.png': png });
    const same = await readLogo('logo.png', { 'ours/logo.png': png });
    const other = await readLogo('logo.png', { 'ours/logo.png': Buffer.concat([png, png]) });
    expect(same.asset?.path).toBe(one.asset?.path);
    expect(other.asset?.path).not.toBe(one.asset?.path);
  });

  it('reads a picture that is named twice once', async () => {
    const folder = folderWith({
      'logo.png': png,
      'trust.yaml':
        'trust:\n  name: A\n  logo: {file: logo.png, alt: B}\n  cover_photo: {file: logo.png, alt: C}\n',
    });
    const effects = testEffects(folder);
    const { value } = await readProfile(folder, effects);
    if (!value) throw new Error('Not readable');
    const opened: string[] = [];
    const read = (file: string) => {
      opened.push(file);
      return effects.files.read(file);
    };
    const { assets } = await readImages(value, { ...effects, files: { ...effects.files, read } });
    expect(opened).toHaveLength(1);
    expect([...assets.keys()]).toEqual(['logo.png']);
  });

  it('reads a picture through a link that stays in the folder', async () => {
    const { asset } = await readLogo(
      'logo.png',
      { 'ours/images/logo.png': png },
      {
        prepare: (folder) => symlinkSync('images/logo.png', path.join(folder, 'ours', 'logo.png')),
      },
    );
    expect(asset?.type).toBe('image/png');
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
    expect((await readImages(value, effects)).diagnostics).toEqual([]);
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
      'that could hold scripts',
      'logo.svg',
      { 'ours/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      'not-an-image',
    ],
    [
      'of a kind that browsers do not show alike',
      'logo.tiff',
      { 'ours/logo.tiff': 'II*\u0000' },
      'not-an-image',
    ],
    ['whose name no disk may hold', 'a\u0000b.png', {}, 'unreadable-file'],
  ])('%s', async (_, file, files, code) => {
    const { assets, diagnostics } = await readLogo(file, files);
    expect(assets.size).toBe(0);
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
    const { assets, diagnostics } = await readLogo('in.png', { 'logo.png': png }, { prepare });
    expect(assets.size).toBe(0);
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
    const read = () => Promise.reject(new Error('Opened'));
    const { diagnostics } = await readLogo(
      'logo.png',
      { 'ours/logo.png': large },
      {
        limits,
        changes: (effects) => ({ files: { ...effects.files, read } }),
      },
    );
    expect(diagnostics).toMatchObject([{ code: 'image-too-large' }]);
  });

  it('that the system does not let us read', async () => {
    const read = () => Promise.reject(new Error('EIO: i/o error, read'));
    const { diagnostics } = await readLogo(
      'logo.png',
      { 'ours/logo.png': png },
      {
        changes: (effects) => ({ files: { ...effects.files, read } }),
      },
    );
    expect(diagnostics).toMatchObject([{ code: 'unreadable-file' }]);
    expect(diagnostics[0]?.message).toContain('EIO');
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
    const { diagnostics } = await readImages(value, effects);
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
});
