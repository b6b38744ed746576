import { describe, expect, it } from 'vitest';
import { Failure, timedOut } from '../../src/pdf/failure.ts';
import type { Printer, startPrinter } from '../../src/pdf/print.ts';
import { warmLender } from '../../src/pdf/warm.ts';
import { testEffects } from '../support/effects.ts';

const OPTIONS = { browser: undefined, seconds: 60 };
const stopped = () => new Failure({ code: 'browser-failed', message: 'It stopped.', hint: '' });

/** Browsers that do what the test says, and the log of what was asked of them, by their number. */
function ground(fails: Record<string, () => Failure> = {}) {
  const log: string[] = [];
  const ready = new Map<number, boolean>();
  let started = 0;
  const start: typeof startPrinter = async () => {
    started += 1;
    const number = started;
    const note = (what: string) => log.push(`${number} ${what}`);
    note('start');
    const failure = fails[`${number} start`];
    if (failure) throw failure();
    ready.set(number, true);
    const printer: Printer = {
      browser: { name: 'Chrome', version: '143' },
      notes: [],
      async print(html) {
        note(html);
        const broken = fails[`${number} ${html}`];
        if (broken) {
          ready.set(number, false);
          throw broken();
        }
        return new TextEncoder().encode(`${number} printed ${html}`);
      },
      isReady: () => ready.get(number) === true,
      rest: () => void note('rest'),
      renew: () => void note('renew'),
      async close() {
        note('close');
      },
    };
    return printer;
  };
  const lender = warmLender(testEffects('/trust'), start);
  const build = async (...pages: string[]) => {
    const loan = lender.lend(OPTIONS);
    try {
      const printer = await loan.printer;
      for (const page of pages) await printer.print(page);
    } finally {
      await loan.giveBack();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, lender, build, die: (number: number) => ready.set(number, false) };
}

describe('a browser that is kept warm', () => {
  it('prints for one build after another, and its clock runs only meanwhile', async () => {
    const { log, lender, build } = ground();
    await build('a', 'b');
    await build('c');
    await lender.close();
    expect(log).toEqual([
      ...['1 start', '1 a', '1 b', '1 rest'],
      ...['1 renew', '1 c', '1 rest', '1 close'],
    ]);
  });

  it('is not waited for by a build that has nothing to print', async () => {
    const { log, lender } = ground();
    await lender.lend(OPTIONS).giveBack();
    // The next build has it, and the clock is not stopped behind its back.
    const loan = lender.lend(OPTIONS);
    await (await loan.printer).print('a');
    expect(log.filter((entry) => entry !== '1 renew')).toEqual(['1 start', '1 a']);
  });

  it('is started again where it has ended in the meantime', async () => {
    const { log, build, die } = ground();
    await build('a');
    die(1);
    await build('b');
    expect(log).toEqual(['1 start', '1 a', '1 rest', '1 close', '2 start', '2 b', '2 rest']);
  });

  it('is started again, and asked anew, where it ends in the middle of a print', async () => {
    const { log, build } = ground({ '1 b': stopped });
    await build('a', 'b', 'c');
    expect(log).toEqual(['1 start', '1 a', '1 b', '1 close', '2 start', '2 b', '2 c', '2 rest']);
  });

  it('is not asked again and again for what it cannot print', async () => {
    const { build } = ground({ '1 a': stopped });
    await expect(build('a')).rejects.toThrow('It stopped.');
    const often = ground({ '1 b': stopped, '2 b': stopped });
    await expect(often.build('a', 'b')).rejects.toThrow('It stopped.');
    expect(often.log.filter((entry) => entry.endsWith('start'))).toHaveLength(2);
  });

  it('does not hide that the time is over', async () => {
    const { log, build } = ground({ '1 b': () => timedOut(60) });
    await expect(build('a', 'b')).rejects.toThrow('not finished within 60 seconds');
    await build('c');
    expect(log).toEqual(expect.arrayContaining(['1 close', '2 start', '2 c']));
  });

  it('is looked for again by the next build where there was none', async () => {
    const { log, build } = ground({ '1 start': stopped });
    await expect(build('a')).rejects.toThrow('It stopped.');
    await build('a');
    expect(log).toEqual(['1 start', '2 start', '2 a', '2 rest']);
  });
});
