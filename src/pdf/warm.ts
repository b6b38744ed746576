import type { Effects } from '../effects/effects.ts';
import { Failure } from './failure.ts';
import { type Printer, type PrinterOptions, startPrinter } from './print.ts';

/** A browser that a build borrows, perhaps while it is still starting. */
export interface Loan {
  printer: Promise<Printer>;
  giveBack(): Promise<void>;
}

/** Lends the builds of a watch their browser. */
export interface Lender {
  lend(options: PrinterOptions): Loan;
  close(): Promise<void>;
}

/**
 * Lends every build the same browser, because starting one takes as long as printing with it. Its time
 * counts only while it is lent. One that has ended in the meantime, such as on a laptop that slept, is
 * started again; so is one that ends in the middle of a print, once, and asked for the same anew.
 */
export function warmLender(effects: Effects, start = startPrinter): Lender {
  let kept: Promise<Printer> | undefined;
  /** Whether it has printed: one that fails at its first print would fail at its second. */
  let proven = false;
  let loans = 0;

  const close = async () => {
    const ended = kept;
    kept = undefined;
    proven = false;
    await ended?.then(
      (printer) => printer.close(),
      () => {},
    );
  };
  const ready = (options: PrinterOptions): Promise<Printer> => {
    const before = kept;
    kept = (async () => {
      const printer = await before?.catch(() => undefined);
      if (printer?.isReady()) {
        printer.renew();
        return printer;
      }
      await printer?.close();
      proven = false;
      return start(options, effects);
    })();
    // It is awaited when there is something to print; until then a failure is not unhandled.
    kept.catch(() => {});
    return kept;
  };
  const print = async (
    options: PrinterOptions,
    ...page: Parameters<Printer['print']>
  ): Promise<Uint8Array> => {
    const printer = kept ?? ready(options);
    try {
      const pdf = await (await printer).print(...page);
      proven = true;
      return pdf;
    } catch (error) {
      const ended = error instanceof Failure && error.diagnostic.code === 'browser-failed';
      if (!ended || !proven) throw error;
      // Of several documents in it at the time, the first to hear of its end sees to a new one.
      if (kept === printer) await close();
      return print(options, ...page);
    }
  };

  return {
    lend(options) {
      loans += 1;
      const loan = loans;
      const printer = ready(options).then((lent) => ({
        ...lent,
        print: (...page: Parameters<Printer['print']>) => print(options, ...page),
      }));
      printer.catch(() => {});
      return {
        printer,
        async giveBack() {
          // A build that is over does not wait for a browser that is still starting.
          kept?.then(
            (lent) => {
              if (loan === loans) lent.rest();
            },
            () => {},
          );
        },
      };
    },
    close,
  };
}
