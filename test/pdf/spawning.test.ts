import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { whileSpawning } from '../../src/pdf/spawning.ts';
import { folderWith } from '../support/folder.ts';

/** Lets what was asked of the system be answered. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('while a driver starts an executable', () => {
  it('one that cannot be run does not end this process', async () => {
    // Nobody else listens here: unheard, the event would fail this run.
    const missing = path.join(folderWith(), 'chrome');
    const child = await whileSpawning(missing, async () => {
      const started = spawn(missing);
      await soon();
      return started;
    });
    expect(child.pid).toBeUndefined();
    expect(child.listenerCount('error')).toBe(1);
  });

  it('what others start is left to them', async () => {
    const missing = path.join(folderWith(), 'other');
    await whileSpawning('chrome', async () => {
      const child = spawn(missing);
      const [error] = await once(child, 'error');
      expect(error).toMatchObject({ code: 'ENOENT' });
      expect(child.listenerCount('error')).toBe(0);
    });
  });

  it('nothing is listened to any more when it is done', async () => {
    const missing = path.join(folderWith(), 'chrome');
    await whileSpawning(missing, async () => {});
    const child = spawn(missing);
    const [error] = await once(child, 'error');
    expect(error).toMatchObject({ code: 'ENOENT' });
    expect(child.listenerCount('error')).toBe(0);
  });
});
