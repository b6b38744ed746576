import type { Browser, Page } from 'puppeteer-core';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { Deadline } from './deadline.ts';
import { Failure } from './failure.ts';
import { type Launched, launchBrowser } from './launch.ts';

/** A browser ready to print. */
export interface Printer {
  /** Such as “Chrome 143.0.7499.0”. */
  browser: { name: string; version: string };
  /** What should be said about how the browser runs. */
  notes: Diagnostic[];
  /** Prints one of our pages as a tagged PDF with bookmarks. Throws a `Failure`. */
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** The browser the user named. */
  browser: string | undefined;
  /** For everything the browser does, from its start on. */
  seconds: number;
}

/** Starts a browser. Throws a `Failure` where none can be started in time. */
export async function startPrinter(
  { browser: wanted, seconds }: PrinterOptions,
  effects: Effects,
): Promise<Printer> {
  const deadline = new Deadline(seconds, effects.interrupted);
  const launched = await launchBrowser(wanted, deadline, effects);
  // The first page is made ready while there is still nothing to print.
  const first = deadline.race(newPage(launched.browser, deadline));
  first.catch(() => {});
  let ready: Promise<Page> | null = first;
  const nextPage = () => {
    const page = ready ?? newPage(launched.browser, deadline);
    ready = null;
    return page;
  };
  return {
    browser: { name: launched.name, version: launched.version },
    notes: launched.notes,
    print: (html) => printPage(launched, nextPage, html, deadline),
    close: launched.close,
  };
}

async function printPage(
  { name }: Launched,
  nextPage: () => Promise<Page>,
  html: string,
  deadline: Deadline,
): Promise<Uint8Array> {
  try {
    return await deadline.race(printWith(await nextPage(), html, deadline));
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (deadline.signal.aborted) throw deadline.failure();
    throw new Failure(
      {
        code: 'browser-failed',
        message: `${name} stopped while it was printing: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'Try again; if it happens each time, name another browser with --browser.',
      },
      { cause: error },
    );
  }
}

async function newPage(browser: Browser, deadline: Deadline): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(deadline.limit);
  // The page's own policy forbids both already; this holds even for a page that has none.
  await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true)]);
  return page;
}

async function printWith(page: Page, html: string, deadline: Deadline): Promise<Uint8Array> {
  try {
    await page.setContent(html, { waitUntil: 'load', timeout: deadline.limit });
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      waitForFonts: true,
      timeout: deadline.limit,
    });
  } finally {
    await page.close().catch(() => {});
  }
}
