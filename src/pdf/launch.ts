import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, PuppeteerNode } from 'puppeteer-core';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type BundledBrowser, bundledPackage, unpackBundled } from './bundled.ts';
import { type Candidate, findBrowsers, lookedFor } from './candidates.ts';
import type { Deadline } from './deadline.ts';
import { Failure } from './failure.ts';
import { diagnose, howToGetBrowser, type Trouble } from './trouble.ts';

/** A browser that is running, and how to be rid of it. */
export interface Launched {
  browser: Browser;
  /** As in “Chrome 143”. */
  name: string;
  version: string;
  notes: Diagnostic[];
  /** Kills the browser and removes its folder. Safe to call twice. */
  close(): Promise<void>;
}

/** Margin boxes, which hold page numbers and running heads, came in Chrome 131. */
export const MINIMUM_VERSION = 131;

/**
 * Starts the first browser that works. The one that the user named is the only one tried; of those
 * found, one that does not start makes way for the next, and all that was learnt is in the failure.
 */
export async function launchBrowser(
  wanted: string | undefined,
  deadline: Deadline,
  effects: Effects,
): Promise<Launched> {
  // Looking for browsers and loading the library that drives them take about as long as each other.
  const [puppeteer, found] = await Promise.all([
    import('puppeteer-core'),
    findBrowsers(wanted, effects),
  ]);
  const tried: { candidate: Candidate; trouble: Trouble }[] = [];
  const attempt = async (candidate: Candidate, env: Effects['env'] = effects.env) => {
    const result = await start(puppeteer, candidate, env, deadline, effects);
    if ('trouble' in result) {
      tried.push({ candidate, trouble: result.trouble });
      return undefined;
    }
    return result;
  };

  for (const candidate of found) {
    const launched = await attempt(candidate);
    if (launched) return launched;
  }
  const packageFolder = found[0]?.configured ? null : bundledPackage(effects);
  if (packageFolder) {
    const bundled = await deadline.race(unpackBundled(packageFolder, effects));
    const candidate = { name: '@sparticuz/chromium', path: bundled.path, configured: false };
    const env = await withFonts(bundled, effects.env);
    const launched = await attempt(candidate, env);
    if (launched) return launched;
    if (tried.at(-1)?.trouble.code === 'browser-libraries') {
      tried.pop();
      const again = await attempt(candidate, withLibraries(bundled, env));
      if (again) return again;
    }
  }
  throw noBrowser(tried, effects);
}

async function start(
  puppeteer: Pick<PuppeteerNode, 'launch'>,
  candidate: Candidate,
  env: Effects['env'],
  deadline: Deadline,
  effects: Effects,
): Promise<Launched | { trouble: Trouble }> {
  const root = process.getuid?.() === 0 && effects.platform === 'linux';
  let sandbox = !root;
  for (;;) {
    const folder = await ownFolder(effects);
    const stop = new AbortController();
    const closeAll = async () => {
      stop.abort();
      await folder.remove();
    };
    deadline.signal.addEventListener('abort', () => stop.abort(), { once: true });
    try {
      const browser = await deadline.race(
        puppeteer.launch({
          executablePath: candidate.path,
          userDataDir: folder.path,
          headless: 'shell',
          // A pipe, not a port: nobody else can connect, and the browser ends when we do.
          pipe: true,
          args: flags(sandbox),
          env: { ...env },
          timeout: deadline.remaining,
          protocolTimeout: deadline.remaining,
          handleSIGINT: false,
          handleSIGTERM: false,
          handleSIGHUP: false,
          defaultViewport: null,
          signal: stop.signal,
        }),
      );
      const [name = 'Chrome', version = ''] = (await deadline.race(browser.version())).split('/');
      if (Number.parseInt(version, 10) < MINIMUM_VERSION) {
        await closeAll();
        return { trouble: tooOld(candidate, version) };
      }
      const notes = sandbox ? [] : [withoutSandbox(root)];
      return { browser, name: name.replace('Headless', ''), version, notes, close: closeAll };
    } catch (error) {
      await closeAll();
      if (error instanceof Failure) throw error;
      const trouble = await diagnose(
        candidate,
        await lastWords(candidate.path, flags(sandbox), env, deadline, effects),
        error,
      );
      if (trouble.code === 'browser-sandbox' && sandbox) {
        sandbox = false;
        continue;
      }
      return { trouble };
    }
  }
}

/** No network of its own, no first-run chores; and the sandbox unless it cannot work here. */
function flags(sandbox: boolean): string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--no-default-browser-check',
    '--no-pings',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // The same glyph positions on every machine: https://github.com/puppeteer/puppeteer/issues/2410
    '--font-render-hinting=none',
    ...(sandbox ? [] : ['--no-sandbox']),
  ];
}

const PREFIX = 'thriving-case-browser-';

/** A folder for the browser's own files, removed in whatever way the process ends. */
async function ownFolder(
  effects: Pick<Effects, 'onExit'>,
): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 40 } as const;
  const cleanup = effects.onExit(() => rmSync(folder, options));
  void removeAbandoned();
  return {
    path: folder,
    async remove() {
      await rm(folder, options).catch(() => {});
      cleanup.release();
    },
  };
}

/** Folders of runs that were killed outright, before they could clean up. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : NaN;
    if (Number.isInteger(pid) && pid !== process.pid && !isRunning(pid)) {
      await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a browser that would not start says when it is simply run: drivers keep its words to themselves. */
async function lastWords(
  executable: string,
  args: readonly string[],
  env: Effects['env'],
  deadline: Deadline,
  effects: Pick<Effects, 'onExit'>,
): Promise<string> {
  const folder = await ownFolder(effects);
  try {
    return await deadline.race(
      new Promise<string>((resolve) => {
        const child = spawn(
          executable,
          ['--headless', `--user-data-dir=${folder.path}`, ...args, '--dump-dom', 'about:blank'],
          {
            env: { ...env },
            stdio: ['ignore', 'ignore', 'pipe'],
            timeout: 5000,
            killSignal: 'SIGKILL',
          },
        );
        let said = '';
        child.stderr.on('data', (bytes: Buffer) => {
          if (said.length < 20_000) said += bytes.toString();
        });
        child.on('error', (error) => resolve(`${said}\n${error.message}`));
        child.on('close', () => resolve(said));
      }),
    );
  } finally {
    await folder.remove();
  }
}

async function withFonts(bundled: BundledBrowser, env: Effects['env']): Promise<Effects['env']> {
  const configured = await access('/etc/fonts/fonts.conf').then(
    () => true,
    () => false,
  );
  return configured || env.FONTCONFIG_FILE ? env : { ...env, FONTCONFIG_FILE: bundled.fontConfig };
}

function withLibraries(bundled: BundledBrowser, env: Effects['env']): Effects['env'] {
  const before = env.LD_LIBRARY_PATH;
  return {
    ...env,
    LD_LIBRARY_PATH: before ? `${bundled.libraries}:${before}` : bundled.libraries,
  };
}

function tooOld(candidate: Candidate, version: string): Trouble {
  return {
    code: 'browser-too-old',
    message: `${candidate.name} is version ${version}; printing needs ${MINIMUM_VERSION} or later.`,
    hint: 'Update it, or name a newer browser with --browser.',
  };
}

function withoutSandbox(root: boolean): Diagnostic {
  return {
    code: 'browser-sandbox',
    severity: 'info',
    message: root
      ? 'Printed without the browser’s sandbox, because browsers refuse it to the root user.'
      : 'Printed without the browser’s sandbox, which this system does not allow.',
    hint: root
      ? 'Run the command as an ordinary user to print with the sandbox.'
      : 'To print with it, install Chrome or Chromium from your system’s packages, which bring their own permission.',
    file: null,
    range: null,
  };
}

function noBrowser(
  tried: readonly { candidate: Candidate; trouble: Trouble }[],
  effects: Effects,
): Failure {
  const [only] = tried;
  if (only && tried.length === 1) return new Failure(only.trouble);
  if (only) {
    const list = tried.map(({ candidate, trouble }) => `${candidate.name}: ${trouble.message}`);
    return new Failure({
      code: only.trouble.code,
      message: `None of the ${tried.length} browsers found would print. ${list.join(' ')}`,
      hint: only.trouble.hint,
    });
  }
  return new Failure({
    code: 'no-browser',
    message: `The PDF needs a browser, and none was found. Looked for: ${lookedFor.join('; ')}.`,
    hint: `${howToGetBrowser(effects)} Or name one with --browser. The Markdown and HTML need none: --format md,html`,
  });
}
