import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { Deadline } from '../../src/pdf/deadline.ts';
import { Failure } from '../../src/pdf/failure.ts';
import { root } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

const never = () => new Promise<never>(() => {});
const calm = () => new AbortController().signal;
const code = (error: unknown) => (error instanceof Failure ? error.diagnostic.code : error);

describe('a deadline', () => {
  it('lets work pass that is done in time', async () => {
    expect(await new Deadline(5, calm()).race(Promise.resolve('printed'))).toBe('printed');
  });

  it('passes on why the work failed', async () => {
    const broken = Promise.reject(new Error('broken'));
    await expect(new Deadline(5, calm()).race(broken)).rejects.toThrow('broken');
  });

  it('gives up work that never answers, and says how long it waited', async () => {
    const started = performance.now();
    const error = await new Deadline(0.05, calm()).race(never()).catch((thrown) => thrown);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(code(error)).toBe('timed-out');
    expect(error).toMatchObject({
      interrupted: false,
      message: 'The PDF was not finished within 0.05 seconds, so the browser was stopped.',
    });
  });

  it('gives up at once when the user interrupts', async () => {
    const user = new AbortController();
    const waiting = new Deadline(60, user.signal).race(never()).catch((thrown) => thrown);
    user.abort();
    const error = await waiting;
    expect(code(error)).toBe('interrupted');
    expect(error).toMatchObject({ interrupted: true });
  });

  it('is over before it begins when the user has interrupted already', async () => {
    const deadline = new Deadline(60, AbortSignal.abort());
    expect(deadline.signal.aborted).toBe(true);
    const error = await deadline.race(Promise.resolve('printed')).catch((thrown) => thrown);
    expect(code(error)).toBe('interrupted');
  });

  it('lets work that fails too late fail in silence', async () => {
    // Vitest fails a run in which a rejection is heard by nobody.
    const late = (after: Promise<void>) => after.then(() => Promise.reject(new Error('late')));
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const deadline = new Deadline(0.01, calm());
    expect(code(await deadline.race(late(gate)).catch((thrown) => thrown))).toBe('timed-out');
    expect(code(await deadline.race(late(gate)).catch((thrown) => thrown))).toBe('timed-out');
    release();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('leaves each call a little more than is left, so that its own failure is the one reported', () => {
    const deadline = new Deadline(3, calm());
    expect(deadline.limit).toBeGreaterThan(3500);
    expect(deadline.limit).toBeLessThanOrEqual(4000);
  });

  it('stands still while it rests, and has all of its time again when it is renewed', async () => {
    const deadline = new Deadline(0.2, calm());
    await new Promise((resolve) => setTimeout(resolve, 120));
    deadline.rest();
    expect(deadline.left).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(deadline.signal.aborted).toBe(false);
    deadline.renew();
    expect(deadline.left).toBeGreaterThan(150);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await deadline.race(Promise.resolve('printed'))).toBe('printed');
    expect(code(await deadline.race(never()).catch((thrown) => thrown))).toBe('timed-out');
  });

  it('is not brought back when it is over', async () => {
    const deadline = new Deadline(0.01, calm());
    await deadline.race(never()).catch(() => {});
    deadline.renew();
    expect(deadline.signal.aborted).toBe(true);
  });

  it('still ends when memory has been tidied in the meantime', async () => {
    // https://github.com/nodejs/node/issues/57736
    const folder = folderWith({
      'tidy.ts': `
        import { Deadline } from ${JSON.stringify(path.join(root, 'src/pdf/deadline.ts'))};
        const signal = new AbortController().signal;
        const stay = setTimeout(() => { console.log('never ended'); process.exit(1); }, 3000);
        new Deadline(0.3, signal).race(new Promise(() => {})).catch((error) => {
          console.log(error.diagnostic.code);
          clearTimeout(stay);
        });
        for (let times = 0; times < 5; times++) setTimeout(() => globalThis.gc(), times * 40);
      `,
    });
    const outfile = path.join(folder, 'tidy.mjs');
    await build({
      entryPoints: [path.join(folder, 'tidy.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', outfile], { encoding: 'utf8' });
    expect(stdout).toBe('timed-out\n');
  });
});
