import { access } from 'node:fs/promises';
import type { Browser, PuppeteerNode } from 'puppeteer-core';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type BundledBrowser, bundledPackage, unpackBundled } from './bundled.ts';
import { type Candidate, findBrowsers, lookedFor } from './candidates.ts';
import { Deadline } from './deadline.ts';
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

/** A browser of this machine, not yet started. */
export interface Attempt {
  candidate: Candidate;
  /**
   * Starts it within `patience`; from then on it ends with `deadline`. Throws a `Failure` where that
   * is over or the user interrupts.
   */
  start(deadline: Deadline, patience: Deadline): Promise<Launched | { trouble: Trouble }>;
}

/**
 * Starts the first browser that works. The one that the user named is the only one tried; of those
 * found, one that does not start makes way for the next, and all that was learnt is in the failure.
 */
export async function launchBrowser(
  wanted: string | undefined,
  deadline: Deadline,
  effects: Effects,
): Promise<Launched> {
  const tried: { candidate: Candidate; trouble: Trouble }[] = [];
  const attempts = await attemptsOn(wanted, effects);
  for (const [index, { candidate, start }] of attempts.entries()) {
    const others = attempts.length - index - 1;
    // One that hangs must leave the others their share, and time to print.
    const share = deadline.left / 1000 / (others + 2);
    const patience = others === 0 ? deadline : new Deadline(share, deadline.signal);
    const result = await start(deadline, patience);
    if (!('trouble' in result)) return result;
    tried.push({ candidate, trouble: result.trouble });
  }
  throw noBrowser(tried, effects);
}

/** The browsers of this machine, in the order in which they are tried. */
export async function attemptsOn(wanted: string | undefined, effects: Effects): Promise<Attempt[]> {
  // Looking for browsers and loading the library that drives them take about as long as each other.
  const [puppeteer, found] = await Promise.all([
    import('puppeteer-core'),
    findBrowsers(wanted, effects),
  ]);
  const attempts = found.map(
    (candidate): Attempt => ({
      candidate,
      start: (deadline, patience) =>
        within(patience, deadline, candidate, () =>
          start(puppeteer, candidate, effects.env, deadline, patience, effects),
        ),
    }),
  );
  const packageFolder = found[0]?.configured ? null : bundledPackage(effects);
  if (packageFolder) {
    const candidate = { name: '@sparticuz/chromium', path: packageFolder, configured: false };
    attempts.push({
      candidate,
      start: (deadline, patience) =>
        within(patience, deadline, candidate, () =>
          startBundled(puppeteer, candidate, deadline, patience, effects),
        ),
    });
  }
  return attempts;
}

/** Tells patience that is over, which makes way for another browser, from the end of all time. */
async function within(
  patience: Deadline,
  deadline: Deadline,
  { name }: Candidate,
  starting: () => Promise<Launched | { trouble: Trouble }>,
): Promise<Launched | { trouble: Trouble }> {
  try {
    const result = await starting();
    if (patience !== deadline) patience.rest();
    return result;
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.failure();
    if (!patience.signal.aborted) throw error;
    return {
      trouble: {
        code: 'timed-out',
        message: `${name} had not started after ${Math.max(1, Math.round(patience.seconds))} seconds.`,
        hint: 'Start it by hand to see whether it works, or name another browser with --browser.',
      },
    };
  }
}

type Puppeteer = Pick<PuppeteerNode, 'launch'>;

/** The browser of the npm package, with its own libraries where the system has none. */
async function startBundled(
  puppeteer: Puppeteer,
  candidate: Candidate,
  deadline: Deadline,
  patience: Deadline,
  effects: Effects,
): Promise<Launched | { trouble: Trouble }> {
  let bundled: BundledBrowser;
  try {
    bundled = await patience.race(unpackBundled(candidate.path, patience.signal, effects));
  } catch (error) {
    if (error instanceof Failure) throw error;
    return { trouble: cannotUnpack(candidate, error) };
  }
  const unpacked = { ...candidate, path: bundled.path };
  const env = await withFonts(bundled, effects.env);
  const result = await start(puppeteer, unpacked, env, deadline, patience, effects);
  return 'trouble' in result && result.trouble.code === 'browser-libraries'
    ? start(puppeteer, unpacked, withLibraries(bundled, env), deadline, patience, effects)
    : result;
}

async function start(
  puppeteer: Puppeteer,
  candidate: Candidate,
  env: Effects['env'],
  deadline: Deadline,
  patience: Deadline,
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
    // It is over with the deadline too, which it goes on to hear when it rests.
    patience.signal.addEventListener('abort', () => stop.abort(), { once: true });
    try {
      const browser = await patience.race(
        whileSpawning(candidate.path, () =>
          puppeteer.launch({
            executablePath: candidate.path,
            userDataDir: folder.path,
            headless: 'shell',
            // A pipe, not a port: nobody else can connect, and the browser ends when we do.
            pipe: true,
            args: flags(sandbox),
            env: { ...env },
            timeout: patience.limit,
            protocolTimeout: deadline.limit,
            handleSIGINT: false,
            handleSIGTERM: false,
            handleSIGHUP: false,
            defaultViewport: null,
            signal: stop.signal,
          }),
        ),
      );
      const [name = 'Chrome', version = ''] = (await patience.race(browser.version())).split('/');
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
        await lastWords(candidate.path, flags(sandbox), env, patience, effects),
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
  return new Failure(noBrowserFound(effects));
}

/** What to say where there is no browser at all. */
export function noBrowserFound(effects: Pick<Effects, 'platform'>): Trouble {
  return {
    code: 'no-browser',
    message: `The PDF needs a browser, and none was found. Looked for: ${lookedFor.join('; ')}.`,
    hint: `${howToGetBrowser(effects)} Or name one with --browser. The Markdown and HTML need none: --format md,html`,
  };
}
