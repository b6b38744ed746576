/** The kinds of picture a profile may name. */
export type PictureKind = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'svg';

/** What a file is by its first bytes, whatever it is called; undefined where it is none of ours. */
export function kindOf(start: Uint8Array): PictureKind | undefined {
  const starts = (...signature: number[]) => signature.every((byte, at) => start[at] === byte);
  const ascii = (from: number, text: string) =>
    [...text].every((character, at) => start[from + at] === character.charCodeAt(0));
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (ascii(0, 'GIF8')) return 'gif';
  if (ascii(0, 'RIFF') && ascii(8, 'WEBP')) return 'webp';
  if (ascii(4, 'ftypavif') || ascii(4, 'ftypavis')) return 'avif';
  return isSvg(start) ? 'svg' : undefined;
}

/** An SVG begins with its element, after what XML allows before it. */
function isSvg(start: Uint8Array): boolean {
  const text = new TextDecoder().decode(start.slice(0, 4096)).trimStart();
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<svg[\s>]/i.test(
    text,
  );
}

/** What a file is called by its own standard, for pictures we cannot use but people often have. */
export function otherKindOf(start: Uint8Array): string | undefined {
  const ascii = (from: number, text: string) =>
    [...text].every((character, at) => start[from + at] === character.charCodeAt(0));
  if (ascii(4, 'ftyphei') || ascii(4, 'ftypmif1') || ascii(4, 'ftypmsf1')) return 'HEIC';
  if (ascii(0, 'II*\0') || ascii(0, 'MM\0*')) return 'TIFF';
  if (ascii(0, 'BM')) return 'BMP';
  if (ascii(0, '%PDF')) return 'PDF';
  if (ascii(0, '8BPS')) return 'Photoshop';
  return undefined;
}
