import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { ownFolder } from '../../src/pdf/own-folder.ts';
import { browserFolders, ownTemporary } from '../support/browsers.ts';
import { folderWith } from '../support/folder.ts';
import { until } from '../support/processes.ts';

/** A temporary folder for this test alone. */
function temporary(): string {
  const folder = ownTemporary(folderWith());
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  return folder;
}

/** The id of a process that has ended. */
const endedPid = () => spawnSync(process.execPath, ['--version']).pid;

describe('a folder for the browser’s own files', () => {
  it('is below the temporary one, and removed with all that is in it', async () => {
    const where = temporary();
    const folder = await ownFolder({ onExit: () => ({ release() {} }) });
    expect(path.dirname(folder.path)).toBe(where);
    mkdirSync(path.join(folder.path, 'Default'));
    writeFileSync(path.join(folder.path, 'Default', 'History'), '');
    await folder.remove();
    expect(readdirSync(where)).toEqual([]);
  });

  it('is removed when the process ends before anyone could', async () => {
    const where = temporary();
    const cleanups = new Set<() => void>();
    const folder = await ownFolder({
      onExit(clean) {
        cleanups.add(clean);
        return { release: () => cleanups.delete(clean) };
      },
    });
    expect(existsSync(folder.path)).toBe(true);
    for (const clean of cleanups) clean();
    expect(readdirSync(where)).toEqual([]);
    await folder.remove();
    expect(cleanups.size).toBe(0);
  });

  it('goes with those that runs killed outright have left, and with no others', async () => {
    const where = temporary();
    const named = (name: string) => mkdirSync(path.join(where, name));
    named(`thriving-case-browser-${endedPid()}-Xa1b2c`);
    named(`thriving-case-browser-${process.ppid}-Xa1b2c`);
    named('thriving-case-browser-notes');
    named('somebody-else');
    const folder = await ownFolder({ onExit: () => ({ release() {} }) });
    await until('the abandoned folder goes', () => readdirSync(where).length === 4);
    await folder.remove();
    expect(browserFolders(where)).toEqual([
      `thriving-case-browser-${process.ppid}-Xa1b2c`,
      'thriving-case-browser-notes',
    ]);
    expect(readdirSync(where)).toContain('somebody-else');
  });
});
