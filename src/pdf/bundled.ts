import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { access, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { removeAbandoned } from '../effects/abandoned.ts';
import type { Effects } from '../effects/effects.ts';
import { cacheFolder } from '../effects/folders.ts';

/*
 * The browser that the npm package @sparticuz/chromium carries, for Linux machines that have Node and
 * npm and nothing else. We do not use the package's own `args` (one process, web security off) nor its
 * `executablePath()` (a shared temporary folder that anyone may have filled before us).
 */

export interface BundledBrowser {
  path: string;
  /** Shared libraries for systems that have none, such as libnss3. */
  libraries: string;
  /** What fontconfig should read where the system has no configuration of its own. */
  fontConfig: string;
}

const PACKAGE = '@sparticuz/chromium';
const NAME = 'sparticuz-chromium';
const ABANDONED = /^sparticuz-chromium-.+\.[0-9a-f]{12}\.tmp$/;

/** Where the package is installed, if it is: beside the user's project or beside us. */
export function bundledPackage({
  cwd,
  platform,
}: Pick<Effects, 'cwd' | 'platform'>): string | null {
  // Its files are for Linux on x64 alone.
  if (platform !== 'linux' || process.arch !== 'x64') return null;
  for (const from of [import.meta.url, path.join(cwd, 'package.json')]) {
    try {
      // build/cjs/index.cjs, three folders down.
      return path.resolve(createRequire(from).resolve(PACKAGE), '../../..');
    } catch {
      // Not there; perhaps in the other place.
    }
  }
  return null;
}

/**
 * The unpacked browser, unpacking it first where no earlier run has. It is unpacked into a folder of
 * its own and renamed when whole, so a second process or an interruption never leaves half of one.
 */
export async function unpackBundled(
  packageFolder: string,
  signal: AbortSignal,
  effects: Pick<Effects, 'env' | 'platform' | 'onExit'>,
): Promise<BundledBrowser> {
  const { version } = JSON.parse(
    await readFile(path.join(packageFolder, 'package.json'), 'utf8'),
  ) as { version: string };
  const cache = await writableCache(effects);
  const target = path.join(cache, `${NAME}-${version}`);
  const browser: BundledBrowser = {
    path: path.join(target, 'chromium'),
    libraries: path.join(target, 'al2023', 'lib'),
    fontConfig: path.join(target, 'fonts.conf'),
  };
  await removeAbandoned(cache, ABANDONED);
  if (await exists(target)) return browser;

  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 40 } as const;
  const cleanup = effects.onExit(() => rmSync(temporary, options));
  try {
    await mkdir(temporary, { recursive: true });
    await unpack(packageFolder, temporary, browser, signal);
    await rename(temporary, target).catch(async (error: unknown) => {
      // Another process was first: its copy is as good.
      if (!(await exists(browser.path))) throw error;
    });
  } finally {
    await rm(temporary, options).catch(() => {});
    cleanup.release();
  }
  return browser;
}

async function unpack(
  packageFolder: string,
  temporary: string,
  browser: BundledBrowser,
  signal: AbortSignal,
): Promise<void> {
  const packed = (name: string) => path.join(packageFolder, 'bin', name);
  const { extract } = createRequire(path.join(packageFolder, 'package.json'))('tar-fs') as {
    extract(folder: string): NodeJS.WritableStream;
  };
  const unfold = (name: string, into: NodeJS.WritableStream) =>
    pipeline(
      createReadStream(packed(name), { highWaterMark: 2 ** 22 }),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      into,
      { signal },
    );
  const program = path.join(temporary, 'chromium');
  const parts = await Promise.allSettled([
    unfold('chromium.br', createWriteStream(program, { mode: 0o755, flush: true })),
    ...['al2023', 'fonts'].map((name) =>
      unfold(`${name}.tar.br`, extract(path.join(temporary, name))),
    ),
  ]);
  // Only when all have stopped may the folder be renamed or removed.
  const failed = parts.find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
  const folder = path.dirname(browser.path);
  await writeFile(
    path.join(temporary, 'fonts.conf'),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`,
  );
}

/**
 * Our cache, or where there is none or it cannot be written, a folder below the temporary one that
 * belongs to this user: what is run from it must not have been put there by another.
 */
async function writableCache(effects: Pick<Effects, 'env' | 'platform'>): Promise<string> {
  const cache = cacheFolder(effects);
  if (cache !== null) {
    try {
      await mkdir(cache, { recursive: true });
      await access(cache, constants.W_OK);
      return cache;
    } catch {
      // Then the other place.
    }
  }
  const own = path.join(tmpdir(), `thriving-case-${process.getuid?.() ?? 'user'}`);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const { uid } = await stat(own);
  if (process.getuid && uid !== process.getuid()) {
    throw new Error(`${own} belongs to another user`);
  }
  return own;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
