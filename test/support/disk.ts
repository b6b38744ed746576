import type { Effects } from '../../src/effects/effects.ts';
import type { Files } from '../../src/effects/files.ts';

/**
 * A disk that holds nothing but these files, on a machine of this platform: to look at, not to read or
 * write. Paths are written as that platform writes them.
 */
function diskWith(platform: NodeJS.Platform, files: readonly string[]): Files {
  const separator = platform === 'win32' ? '\\' : '/';
  const below = (folder: string) =>
    files.filter((file) => file.startsWith(`${folder}${separator}`));
  const missing = (): never => {
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  };
  return {
    async look(file) {
      if (files.includes(file)) return { kind: 'file', bytes: 1 };
      return below(file).length > 0 ? { kind: 'folder', bytes: 0 } : null;
    },
    async list(folder) {
      const names = below(folder).map(
        (file) => file.slice(folder.length + 1).split(separator)[0] ?? '',
      );
      return names.length > 0 ? [...new Set(names)].sort() : missing();
    },
    read: missing,
    readStart: missing,
    resolve: missing,
    write: missing,
    append: missing,
    create: missing,
    remove: missing,
  };
}

/** A machine that has these files and this environment. */
export function machine(
  platform: NodeJS.Platform,
  env: Effects['env'],
  files: readonly string[],
): Pick<Effects, 'cwd' | 'env' | 'platform' | 'files'> {
  return { cwd: '/work', env, platform, files: diskWith(platform, files) };
}
