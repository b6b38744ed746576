import { access } from 'node:fs/promises';
import type { Browser, PuppeteerNode } from 'puppeteer-core';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type BundledBrowser, bundledPackage, unpackBundled } from './bundled.ts';
import { type Candidate, findBrowsers, lookedFor } from './candidates.ts';
import type { Deadline } from './deadline.ts';
import { Failure } from './failure.ts';
import { lastWords } from './last-words.ts';
import { ownFolder } from './own-folder.ts';
import { whileSpawning } from './spawning.ts';
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
    const candidate = { name: '@sparticuz/chromium', path: packageFolder, configured: false };
    const bundled = await deadline
      .race(unpackBundled(packageFolder, deadline.signal, effects))
      .catch((error: unknown) => {
        if (error instanceof Failure) throw error;
        tried.push({ candidate, trouble: cannotUnpack(candidate, error) });
        return null;
      });
    if (bundled) {
      const unpacked = { ...candidate, path: bundled.path };
      const env = await withFonts(bundled, effects.env);
      const launched = await attempt(unpacked, env);
      if (launched) return launched;
      if (tried.at(-1)?.trouble.code === 'browser-libraries') {
        tried.pop();
        const again = await attempt(unpacked, withLibraries(bundled, env));
        if (again) return again;
      }
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
        whileSpawning(candidate.path, () =>
          puppeteer.launch({
            executablePath: candidate.path,
            userDataDir: folder.path,
            headless: 'shell',
            // A pipe, not a port: nobody else can connect, and the browser ends when we do.
            pipe: true,
            args: flags(sandbox),
            env: { ...env },
            timeout: deadline.limit,
            protocolTimeout: deadline.limit,
            handleSIGINT: false,
            handleSIGTERM: false,
            handleSIGHUP: false,
            defaultViewport: null,
            signal: stop.signal,
          }),
        ),
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

function cannotUnpack({ name }: Candidate, error: unknown): Trouble {
  return {
    code: 'browser-failed',
    message: `${name} could not be unpacked: ${error instanceof Error ? error.message : String(error)}.`,
    hint: 'Make room on the disk, or name another folder for it with the variable THRIVING_CASE_CACHE.',
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
