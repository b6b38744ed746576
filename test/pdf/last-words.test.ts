import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Deadline } from '../../src/pdf/deadline.ts';
import { lastWords } from '../../src/pdf/last-words.ts';
import { browserFolders, hangingBrowser, ownTemporary, script } from '../support/browsers.ts';
import { folderWith } from '../support/folder.ts';
import { allGone, notedPids, posix, until } from '../support/processes.ts';

const effects = { onExit: () => ({ release() {} }) };
const within = (seconds: number) => new Deadline(seconds, new AbortController().signal);

function folders() {
  const folder = folderWith();
  const temporary = ownTemporary(folder);
  vi.stubEnv('TMPDIR', temporary);
  return { folder, temporary };
}

describe.runIf(posix)('what a browser says before it stops', () => {
  it('is what it wrote to standard error', async () => {
    const { folder, temporary } = folders();
    const browser = script(folder, 'chrome', 'echo out', 'echo "no display: $1 $DISPLAY" >&2');
    const said = await lastWords(browser, [], { DISPLAY: ':7' }, within(10), effects);
    expect(said).toBe('no display: --headless :7\n');
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('is the system’s reason where it cannot be run', async () => {
    const { folder, temporary } = folders();
    const said = await lastWords(path.join(folder, 'chrome'), [], {}, within(10), effects);
    expect(said).toContain('ENOENT');
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('is waited for no longer than the deadline, and nothing of the browser stays', async () => {
    const { folder, temporary } = folders();
    const { path: browser, pids } = hangingBrowser(folder);
    const waiting = lastWords(browser, [], process.env, within(1), effects);
    await expect(waiting).rejects.toThrow('not finished within 1 seconds');
    expect(notedPids(pids)).toHaveLength(2);
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('is not waited for when the process ends', async () => {
    const { folder } = folders();
    const { path: browser, pids } = hangingBrowser(folder);
    const cleanups = new Set<() => void>();
    const user = new AbortController();
    const waiting = lastWords(browser, [], process.env, new Deadline(30, user.signal), {
      onExit(clean) {
        cleanups.add(clean);
        return { release: () => cleanups.delete(clean) };
      },
    });
    waiting.catch(() => {});
    await until('the browser runs', () => notedPids(pids).length === 2);
    for (const clean of cleanups) clean();
    await allGone(pids);
    user.abort();
    await waiting.catch(() => {});
    expect(cleanups.size).toBe(0);
  });
});
