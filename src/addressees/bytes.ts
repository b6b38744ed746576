/**
 * The text of a table, whatever program saved it: UTF-8 with or without a byte order mark, UTF-16, or
 * the Windows code page in which Excel and the register of schools write CSV.
 */
export function textOf(bytes: Uint8Array): string {
  const wide = utf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Decoded at one go, Node takes this for Latin 1, which has no curly quotation marks:
    // https://github.com/nodejs/node/issues/56542
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}

/** By its mark, or without one by where the noughts of its Latin letters stand. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first = -1, second = -1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first > 0 && second === 0) return 'utf-16le';
  if (first === 0 && second > 0) return 'utf-16be';
  return undefined;
}
