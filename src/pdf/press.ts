import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { Failure, timedOut } from './failure.ts';
import type { Printer, PrinterOptions } from './print.ts';
import { underway } from './spawning.ts';
import type { Lender, Loan } from './warm.ts';

/** What prints the documents of a run, several at a time; it starts a browser when there is need of one. */
export interface Press {
  /** Starts a browser; resolves when it is on its way. */
  start(): Promise<void>;
  /** The browser, once it has started. Throws a `Failure` where none can be. */
  browser(): Promise<Printer['browser']>;
  /**
   * Prints a page within the time that the browser has. Where the browser ends meanwhile, the page is
   * printed once more by a new one. `meanwhile` is called, perhaps twice, when there is nothing to do until
   * the browser is through. Throws a `Failure`.
   */
  print(html: string, meanwhile?: () => void): Promise<Uint8Array>;
  /** What should be said about how the browsers ran, each once. */
  notes(): Diagnostic[];
  /** Why no browser can be started: there is nothing to wait for then. */
  broken(): Failure | null;
  close(): Promise<void>;
}

/** How many documents a browser prints before a new one takes its place: it grows with each. */
const LIFE = 100;

interface Running {
  loan: Loan;
  /** How many documents it was given. */
  given: number;
  inHand: number;
  /** Whether it is given no more. */
  retired: boolean;
}

/** Without a lender, browsers are started by `lend`, and end when they have done their part. */
export function openPress(
  options: PrinterOptions,
  { lend, life = LIFE }: { lend: Lender['lend']; life?: number },
): Press {
  const all = new Set<Running>();
  const notes = new Map<string, Diagnostic>();
  let current: Running | undefined;
  let known: Printer['browser'] | undefined;
  let broken: Failure | null = null;

  const giveBack = (running: Running) => {
    all.delete(running);
    return running.loan.giveBack();
  };
  const retire = async (running: Running) => {
    running.retired = true;
    if (current === running) current = undefined;
    if (running.inHand === 0) await giveBack(running);
  };
  const running = (): Running => {
    if (!current) {
      current = { loan: lend(options), given: 0, inHand: 0, retired: false };
      current.loan.printer.catch(() => {});
      all.add(current);
    }
    return current;
  };
  const ready = async ({ loan }: Running): Promise<Printer> => {
    try {
      const printer = await loan.printer;
      known ??= printer.browser;
      for (const note of printer.notes) notes.set(note.code, note);
      return printer;
    } catch (error) {
      if (error instanceof Failure) broken ??= error;
      throw error;
    }
  };
  const printOn = async (
    on: Running,
    html: string,
    meanwhile?: () => void,
  ): Promise<Uint8Array> => {
    on.given += 1;
    on.inHand += 1;
    if (on.given >= life) void retire(on);
    let printer: Printer | undefined;
    try {
      printer = await ready(on);
      printer.renew();
      return await within(options.seconds, printer.print(html, meanwhile));
    } catch (error) {
      // What is left of a browser that has failed once is not trusted with another document.
      void retire(on);
      throw error;
    } finally {
      on.inHand -= 1;
      if (on.inHand === 0) {
        if (on.retired) await giveBack(on);
        // Its clock stands while others are drafted, or found to be unchanged.
        else printer?.rest();
      }
    }
  };

  return {
    start: () => underway(running().loan.printer),
    browser: async () => known ?? (await ready(running())).browser,
    async print(html, meanwhile) {
      try {
        return await printOn(running(), html, meanwhile);
      } catch (error) {
        const crashed = error instanceof Failure && error.diagnostic.code === 'browser-failed';
        if (!crashed || broken) throw error;
        return printOn(running(), html, meanwhile);
      }
    },
    notes: () => [...notes.values()],
    broken: () => broken,
    close: async () => void (await Promise.all([...all].map(giveBack))),
  };
}

/** Several print at a time, so each has a clock of its own. */
async function within<T>(seconds: number, printing: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(seconds)), seconds * 1000);
    timer.unref();
  });
  try {
    return await Promise.race([printing, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lends a browser of its own each time. Given back before it has started, it is given up at once. */
export function ownBrowsers(effects: Effects): Lender['lend'] {
  return ({ browser, seconds }) => {
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    if (effects.interrupted.aborted) interrupt();
    else effects.interrupted.addEventListener('abort', interrupt, { once: true });
    const printer = import('./print.ts').then((pdf) =>
      pdf.startPrinter({ browser, seconds }, { ...effects, interrupted: stop.signal }),
    );
    // It is awaited when there is something to print; until then a failure is not unhandled.
    printer.catch(() => {});
    return {
      printer,
      async giveBack() {
        effects.interrupted.removeEventListener('abort', interrupt);
        stop.abort();
        await printer.then(
          (started) => started.close(),
          () => {},
        );
      },
    };
  };
}
