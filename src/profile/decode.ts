/** UTF-8 with or without a byte order mark; undefined where the bytes are anything else. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The line (from 1) of the first character that is not UTF-8, in bytes that are not all of it. */
export function lineOfFault(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  return text.slice(0, text.search(/[\ufffd\0]/)).split('\n').length;
}
