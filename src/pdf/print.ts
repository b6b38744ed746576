import { setImmediate } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { tool } from '../tool.ts';
import { Deadline } from './deadline.ts';
import { Failure } from './failure.ts';
import type { PrintedDocument } from './finish/document.ts';
import { makeReady, readFacts, writePageNumbers } from './in-page.ts';
import { type Launched, launchBrowser } from './launch.ts';
import { notePages } from './pages.ts';

/** A browser ready to print. */
export interface Printer {
  /** Such as “Chrome 143.0.7499.0”. */
  browser: { name: string; version: string };
  /** What should be said about how the browser runs. */
  notes: Diagnostic[];
  /**
   * Prints one of our pages as an accessible PDF with bookmarks. `meanwhile` is called when the browser
   * has been asked and there is nothing to do until it is through. Throws a `Failure`.
   */
  print(html: string, meanwhile?: () => void): Promise<Uint8Array>;
  /** Whether it can be asked to print: it has not ended, nor run out of time. */
  isReady(): boolean;
  /** Stops the clock, while there is nothing to print. */
  rest(): void;
  /** Gives it all of its time again. */
  renew(): void;
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
  return printerOf(await launchBrowser(wanted, deadline, effects), deadline);
}

/** A browser that has been started, made ready to print within this limit. */
export function printerOf(launched: Launched, deadline: Deadline): Printer {
  // The first page is made ready while there is still nothing to print.
  const first = deadline.race(newPage(launched.browser));
  first.catch(() => {});
  // A page that has printed prints the next document: making one takes as long as printing.
  const idle = [first];
  const print = async (html: string, meanwhile: () => void) => {
    const page = await (idle.pop() ?? newPage(launched.browser));
    const pdf = await printWith(page, html, deadline, meanwhile);
    idle.push(Promise.resolve(page));
    return pdf;
  };
  return {
    browser: { name: launched.name, version: launched.version },
    notes: launched.notes,
    print: (html, meanwhile = () => {}) => orFailure(print(html, meanwhile), launched, deadline),
    isReady: () => launched.browser.connected && !deadline.signal.aborted,
    rest: () => deadline.rest(),
    renew: () => deadline.renew(),
    close: launched.close,
  };
}

async function orFailure<T>(
  printing: Promise<T>,
  { name }: Launched,
  deadline: Deadline,
): Promise<T> {
  try {
    return await deadline.race(printing);
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

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await Promise.all([
    // The page's own policy forbids both already; this holds even for a page that has none.
    page.setJavaScriptEnabled(false),
    page.setOfflineMode(true),
    // What is read in the page is what stands on paper.
    page.emulateMediaType('print'),
  ]);
  return page;
}

async function printWith(
  page: Page,
  html: string,
  deadline: Deadline,
  meanwhile: () => void,
): Promise<Uint8Array> {
  page.setDefaultTimeout(deadline.limit);
  await page.setContent(html, { waitUntil: 'load', timeout: deadline.limit });
  const slots = await page.evaluate(makeReady);
  // The library that finishes a file is loaded while the browser prints; and when it has painted, the
  // page can be read while the file is made.
  const [first, facts, { numbersToWrite }, { finish }] = await Promise.all([
    printPdf(page, deadline),
    page.evaluate(readFacts),
    import('./finish/page-numbers.ts'),
    import('./finish/finish.ts'),
    setImmediate().then(meanwhile),
  ]);
  const { name, version } = tool();
  const creator = `${name} ${version}`;
  const numbers = numbersToWrite(first, slots);
  const printed = numbers ? first : await printNumbered(page, first.places, deadline);
  const said = numbers ? facts : await page.evaluate(readFacts);
  const pdf = await finish(printed, said, creator, numbers ?? []);
  notePages(pdf, { count: printed.pages.length, places: printed.places });
  return pdf;
}

async function printPdf(page: Page, deadline: Deadline): Promise<PrintedDocument> {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: deadline.limit,
  });
  const { readDocument } = await import('./finish/document.ts');
  return readDocument(pdf);
}

/** How often the numbers of pages may be wrong before they are left out. */
const ROUNDS = 3;

/**
 * Prints a page with the numbers of its pages, known from a print before. They have room already, so
 * that nothing should move; if it does, rather no numbers than wrong ones.
 */
async function printNumbered(
  page: Page,
  before: ReadonlyMap<string, number>,
  deadline: Deadline,
): Promise<PrintedDocument> {
  let places = before;
  for (let round = 0; ; round += 1) {
    await page.evaluate(writePageNumbers, Object.fromEntries(round < ROUNDS ? places : []));
    const printed = await printPdf(page, deadline);
    const moved = [...printed.places].some(([place, number]) => places.get(place) !== number);
    if (!moved || round >= ROUNDS) return printed;
    places = printed.places;
  }
}
