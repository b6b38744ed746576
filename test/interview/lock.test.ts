import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { nodeFiles } from '../../src/effects/files.ts';
import { FOLDER } from '../../src/interview/journal.ts';
import { type Machine, takeLock } from '../../src/interview/lock.ts';
import { folderWith } from '../support/folder.ts';

const files = nodeFiles(() => ({ release() {} }));

const machine = (pid: number, running: number[], changes: Partial<Machine> = {}): Machine => ({
  pid,
  host: 'office',
  runs: (other) => running.includes(other),
  now: Date.now,
  ...changes,
});

const lockIn = (folder: string) => path.join(folder, FOLDER, 'interview.lock');

describe('takeLock', () => {
  it('gives a folder to one process, and to the next when it is given back', async () => {
    const folder = folderWith();
    const first = await takeLock(folder, files, machine(1, [1, 2]));
    expect(first).toHaveProperty('lock');
    expect(await takeLock(folder, files, machine(2, [1, 2]))).toMatchObject({ holder: { pid: 1 } });
    if ('lock' in first) await first.lock.release();
    expect(existsSync(lockIn(folder))).toBe(false);
    expect(await takeLock(folder, files, machine(2, [2]))).toHaveProperty('lock');
  });

  it('takes it from a process that is no more', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1]));
    expect(await takeLock(folder, files, machine(2, [2]))).toHaveProperty('lock');
  });

  const later = { now: () => Date.now() + 60_000 };

  it('takes it from a process that is silent, though another has its number now', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1]));
    expect(await takeLock(folder, files, machine(2, [1, 2], later))).toHaveProperty('lock');
  });

  it('takes it from another computer only when that is silent, for it cannot tell', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1], { host: 'home' }));
    expect(await takeLock(folder, files, machine(2, [2]))).toMatchObject({
      holder: { host: 'home' },
    });
    expect(await takeLock(folder, files, machine(2, [2], later))).toHaveProperty('lock');
  });

  it('is kept by saying so from time to time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = folderWith();
    let ahead = 0;
    const first = await takeLock(folder, files, machine(1, [1], { now: () => Date.now() + ahead }));
    ahead = 60_000;
    await vi.advanceTimersByTimeAsync(10_000);
    await expect
      .poll(() => readFileSync(lockIn(folder), 'utf8').slice(-30))
      .toContain(new Date(Date.now() + ahead).toISOString().slice(0, 15));
    expect(await takeLock(folder, files, machine(2, [1, 2], later))).toMatchObject({
      holder: { pid: 1 },
    });
    if ('lock' in first) expect(await first.lock.isHeld()).toBe(true);
  });

  it('is known to be lost by one who slept', async () => {
    const folder = folderWith();
    const first = await takeLock(folder, files, machine(1, [1]));
    await takeLock(folder, files, machine(2, [1, 2], later));
    if ('lock' in first) expect(await first.lock.isHeld()).toBe(false);
  });

  it('takes one that says nothing', async () => {
    const folder = folderWith();
    mkdirSync(path.join(folder, FOLDER));
    writeFileSync(lockIn(folder), '');
    expect(await takeLock(folder, files, machine(1, [1]))).toHaveProperty('lock');
  });

  it('is had by one of many who find it abandoned at once', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1]));
    const pids = [2, 3, 4, 5, 6, 7, 8];
    const taken = await Promise.all(pids.map((pid) => takeLock(folder, files, machine(pid, pids))));
    expect(taken.filter((result) => 'lock' in result)).toHaveLength(1);
  });

  it('does not give back what somebody else has taken', async () => {
    const folder = folderWith();
    const first = await takeLock(folder, files, machine(1, [1]));
    await takeLock(folder, files, machine(2, [2]));
    if ('lock' in first) await first.lock.release();
    expect(existsSync(lockIn(folder))).toBe(true);
  });
});
