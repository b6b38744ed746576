import path from 'node:path';

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const FORBIDDEN = /[<>:"|?*\u0000-\u001f]/;

/** Why Windows cannot have a folder or file at this path; null where it can. */
export function windowsRefusal(file: string): string | null {
  const { root } = path.win32.parse(file);
  for (const name of file.slice(root.length).split(/[\\/]/)) {
    if (name === '' || name === '.' || name === '..') continue;
    if (RESERVED.test(name)) return `Windows keeps the name “${name}” for a device`;
    const sign = FORBIDDEN.exec(name)?.[0];
    if (sign !== undefined) {
      return sign < ' '
        ? `the name “${name}” holds an invisible character`
        : `Windows allows no ${sign} in a name, as in “${name}”`;
    }
    if (/[. ]$/.test(name)) return `on Windows no name may end as “${name}” does`;
  }
  return null;
}
