import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { diagnose, howToGetBrowser } from '../../src/pdf/trouble.ts';
import { folderWith } from '../support/folder.ts';
import { posix } from '../support/processes.ts';

const system = vi.hoisted(() => ({ name: 'ID=debian' }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    readFile: (file: string, ...others: []) =>
      file === '/etc/os-release' ? Promise.resolve(system.name) : real.readFile(file, ...others),
  };
});

/** What is made of a browser that wrote this before it stopped. */
async function troubleOf(
  said: string,
  { error = new Error('Target closed'), name = 'chrome' } = {},
) {
  const file = path.join(folderWith({ [name]: '' }), name);
  return diagnose({ name: 'Chromium', path: file, configured: false }, said, error);
}

describe('a browser that would not start', () => {
  it('for want of a library is told apart, and the package that holds it is named', async () => {
    const said =
      '/opt/chrome: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory\n';
    expect(await readFile('/etc/os-release')).toBe('ID=debian');
    expect(await troubleOf(said)).toEqual({
      code: 'browser-libraries',
      message: 'Chromium cannot start because this system has no libnss3.so.',
      hint: 'Run: sudo apt-get install chromium, which brings all that it needs; or for this library alone: sudo apt-get install libnss3',
    });
  });

  it.each([
    [
      'ID=debian',
      'libasound.so.2',
      /install chromium, .* install libasound2t64 \(libasound2 before/,
    ],
    ['ID=ubuntu', 'libasound.so.2', /^Run: sudo apt-get install libasound2t64 \(libasound2 before/],
    ['ID=ubuntu', 'libodd.so.1', /^Install the package that holds libodd\.so\.1, or a browser/],
    ['ID=alpine', 'libnss3.so', /^Run: apk add chromium$/],
  ])('on %s for want of %s is told what to run', async (name, library, hint) => {
    system.name = name;
    const said = `chrome: error while loading shared libraries: ${library}: cannot open\n`;
    expect((await troubleOf(said)).hint).toMatch(hint);
    system.name = 'ID=debian';
  });

  it.each([
    ['NAME="Alpine Linux"\nID=alpine', 'Run: apk add chromium'],
    ['NAME="Fedora Linux"\nID=fedora', 'Run: sudo dnf install chromium'],
    ['ID=debian', 'Install the package that holds libodd.so.3, or a browser'],
  ])('for want of a library is helped as %o does it', async (name, hint) => {
    system.name = name;
    const said = 'chrome: error while loading shared libraries: libodd.so.3: cannot open\n';
    expect((await troubleOf(said)).hint).toContain(hint);
    system.name = 'ID=debian';
  });

  it.each([
    '[1:1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! You probably need to enable user namespaces.',
    'Failed to move to new namespace: PID namespaces supported, Network namespace supported, but failed: errno = Operation not permitted',
    '[0101/1.2:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured correctly: setuid sandbox',
  ])('for want of a sandbox is told apart: %s', async (said) => {
    expect(await troubleOf(said)).toMatchObject({
      code: 'browser-sandbox',
      message: 'Chromium cannot start because this system does not let it make a sandbox.',
    });
  });

  it('for want of a sandbox that AppArmor forbids is told so', async () => {
    const said =
      'FATAL: No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see …';
    expect(await troubleOf(said)).toMatchObject({
      code: 'browser-sandbox',
      message:
        'Chromium cannot start because this system does not let it make a sandbox (AppArmor).',
    });
  });

  it('is not said to lack a sandbox when AppArmor only kept it from a bus', async () => {
    const said = 'ERROR:dbus: An AppArmor policy prevents this sender from sending this message.';
    expect((await troubleOf(said)).code).toBe('browser-failed');
  });

  it('is known as a pointer to a snap that is not there', async () => {
    const said =
      "\nCommand '/usr/bin/chromium-browser' requires the chromium snap to be installed.\nPlease install it with:\n\nsnap install chromium\n";
    expect(await troubleOf(said)).toEqual({
      code: 'browser-failed',
      message: 'Chromium is only a pointer to a snap package that is not installed.',
      hint: 'Install Google Chrome, or run: sudo snap install chromium',
    });
  });

  it.runIf(posix).each([
    ['chrome', '/user.slice/user-0.slice/session-1.scope is not a snap cgroup'],
    ['snap/bin/chromium', ''],
  ])('is known as a snap at %s', async (name, said) => {
    expect((await troubleOf(said, { name })).message).toBe(
      'Chromium is a snap package, which may not use the folders that printing needs.',
    );
  });

  it('is known as a file that may not be run', async () => {
    const { code, message } = await troubleOf('\nspawn /opt/chrome EACCES');
    expect(code).toBe('browser-failed');
    expect(message).toMatch(/chrome may not be run\.$/);
  });

  it('is known as a folder, such as an app on a Mac', async () => {
    const folder = folderWith({ 'Google Chrome.app/Contents/Info.plist': '' });
    const app = path.join(folder, 'Google Chrome.app');
    const trouble = await diagnose({ name: app, path: app, configured: true }, '', new Error());
    expect(trouble.message).toBe(`${app} is a folder, not a browser.`);
    expect(trouble.hint).toContain('Contents/MacOS');
  });

  it('is known not to be there at all', async () => {
    const file = path.join(folderWith(), 'chrome');
    const trouble = await diagnose({ name: 'chrome', path: file, configured: true }, '', null);
    expect(trouble).toMatchObject({
      code: 'no-browser',
      message: `There is no browser at ${file}.`,
    });
    expect(trouble.hint).toContain('--browser');
  });

  it('is otherwise quoted: its last line, cut to a length that fits a message', async () => {
    const { message } = await troubleOf(`first\nOut of cheese: ${'x'.repeat(500)}\n`);
    expect(message).toMatch(/^Chromium did not start\. It said: Out of cheese: x+$/);
    expect(message.length).toBeLessThan(260);
  });

  it('may have said nothing at all', async () => {
    expect((await troubleOf('')).message).toBe(
      'Chromium did not start; it stopped at once and said nothing.',
    );
  });
});

describe('the one line that gets a browser', () => {
  it.each([
    ['win32', /Install Google Chrome from google\.com\/chrome, or ask your IT team/],
    ['darwin', /^Install Google Chrome from google\.com\/chrome\.$/],
    [
      'linux',
      process.arch === 'x64'
        ? /^Run: npm install @sparticuz\/chromium@\d+\.\d+\.\d+$/
        : /^Run: sudo apt-get install chromium$/,
    ],
  ] as const)('is one that works on %s', (platform, line) => {
    expect(howToGetBrowser({ platform })).toMatch(line);
  });
});
