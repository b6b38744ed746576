import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/pdf/failure.ts';
import { openPress } from '../../src/pdf/press.ts';
import type { Printer } from '../../src/pdf/print.ts';
import type { Loan } from '../../src/pdf/warm.ts';

const crash = () => new Failure({ code: 'browser-failed', message: 'It stopped.', hint: '' });
const OPTIONS = { browser: undefined, seconds: 60 };

/** A press whose browsers do as the test says, and the log of what was asked of them, by their number. */
function ground(
  print: (browser: number, html: string) => Promise<void> = async () => {},
  { life = 100, seconds = 60, unable }: { life?: number; seconds?: number; unable?: Failure } = {},
) {
  const log: string[] = [];
  let started = 0;
  const lend = (): Loan => {
    started += 1;
    const number = started;
    log.push(`${number} start`);
    const printer: Printer = {
      browser: { name: 'Chrome', version: '143' },
      notes: [],
      async print(html) {
        await print(number, html);
        log.push(`${number} ${html}`);
        return new TextEncoder().encode(html);
      },
      isReady: () => true,
      rest: () => void log.push(`${number} rest`),
      renew() {},
      async close() {},
    };
    return {
      printer: unable ? Promise.reject(unable) : Promise.resolve(printer),
      giveBack: async () => void log.push(`${number} end`),
    };
  };
  return { log, press: openPress({ ...OPTIONS, seconds }, { lend, life }) };
}

const meets = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: Failure) => error.diagnostic.code,
  );

describe('a press', () => {
  it('starts no browser until there is something to print, and then one', async () => {
    const { log, press } = ground();
    expect(log).toEqual([]);
    await press.print('a');
    await press.print('b');
    await press.close();
    expect(log).toEqual(['1 start', '1 a', '1 rest', '1 b', '1 rest', '1 end']);
  });

  it('takes a new browser after so many documents, and ends the old one when it is done', async () => {
    const { log, press } = ground(undefined, { life: 2 });
    for (const page of ['a', 'b', 'c']) await press.print(page);
    await press.close();
    expect(log).toEqual([
      '1 start',
      '1 a',
      '1 rest',
      '1 b',
      '1 end',
      '2 start',
      '2 c',
      '2 rest',
      '2 end',
    ]);
  });

  it('does not end a browser that still has a document in hand', async () => {
    let go = () => {};
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { log, press } = ground((_, html) => (html === 'slow' ? waiting : Promise.resolve()), {
      life: 2,
    });
    const slow = press.print('slow');
    await press.print('b');
    await press.print('c');
    expect(log).toEqual(['1 start', '1 b', '2 start', '2 c', '2 rest']);
    go();
    await slow;
    expect(log.slice(-2)).toEqual(['1 slow', '1 end']);
    await press.close();
  });

  it('prints once more by a new browser what was in one that crashed, all of it', async () => {
    const { log, press } = ground(async (browser) => {
      if (browser === 1) throw crash();
    });
    const printed = await Promise.all(['a', 'b'].map((page) => press.print(page)));
    expect(printed.map((pdf) => new TextDecoder().decode(pdf))).toEqual(['a', 'b']);
    expect(log.filter((line) => line.endsWith('start'))).toEqual(['1 start', '2 start']);
    await press.close();
    expect(log.filter((line) => line.endsWith('end')).sort()).toEqual(['1 end', '2 end']);
  });

  it('gives up a document that crashes two browsers, and prints the next', async () => {
    const { press } = ground(async (_, html) => {
      if (html === 'bad') throw crash();
    });
    expect(await meets(press.print('bad'))).toBe('browser-failed');
    expect(await meets(press.print('good'))).toBeNull();
    expect(press.broken()).toBeNull();
    await press.close();
  });

  it('gives each document its own time, and none that was too slow another', async () => {
    const never = new Promise<void>(() => {});
    const { log, press } = ground((_, html) => (html === 'hangs' ? never : Promise.resolve()), {
      seconds: 0.05,
    });
    expect(await meets(press.print('hangs'))).toBe('timed-out');
    expect(await meets(press.print('good'))).toBeNull();
    expect(log).toEqual(['1 start', '1 end', '2 start', '2 good', '2 rest']);
    await press.close();
  });

  it('says why where no browser can be started', async () => {
    const unable = new Failure({ code: 'no-browser', message: 'None.', hint: '' });
    const { press } = ground(undefined, { unable });
    expect(await meets(press.print('a'))).toBe('no-browser');
    expect(press.broken()).toBe(unable);
  });
});
