import { readFile, stat } from 'node:fs/promises';
import type { Code } from '../diagnostics/catalogue.ts';
import type { Effects } from '../effects/effects.ts';
import type { Candidate } from './candidates.ts';

/** Why a browser would not start, in words a person can act on. */
export interface Trouble {
  code: Code;
  message: string;
  hint: string;
}

/** Recognises the usual reasons by what the browser wrote before it stopped. */
export async function diagnose(
  { name, path }: Candidate,
  said: string,
  error: unknown,
): Promise<Trouble> {
  const file = await stat(path).catch(() => null);
  if (!file) {
    return {
      code: 'no-browser',
      message: `There is no browser at ${path}.`,
      hint: 'Correct --browser (or the variable THRIVING_CASE_BROWSER), or leave it out to use the one that is installed.',
    };
  }
  if (file.isDirectory()) {
    return {
      code: 'browser-failed',
      message: `${path} is a folder, not a browser.`,
      hint: 'Name the program inside it (of an app on a Mac, the one in Contents/MacOS), or leave --browser out to use the browser that is installed.',
    };
  }
  const library = /error while loading shared libraries: (\S+?):/.exec(said)?.[1];
  if (library) {
    return {
      code: 'browser-libraries',
      message: `${name} cannot start because this system has no ${library}.`,
      hint: await libraryHint(library),
    };
  }
  if (/No usable sandbox|namespace sandbox|setuid sandbox|move to new namespace/i.test(said)) {
    return {
      code: 'browser-sandbox',
      message: `${name} cannot start because this system does not let it make a sandbox${/apparmor/i.test(said) ? ' (AppArmor)' : ''}.`,
      hint: 'Install Chrome or Chromium from your system’s packages, which bring their own permission.',
    };
  }
  if (/\/snap\/|snap-confine|is not a snap cgroup/i.test(`${path} ${said}`)) {
    return {
      code: 'browser-failed',
      message: `${name} is a snap package, which may not use the folders that printing needs.`,
      hint: 'Install Google Chrome instead, or name another browser with --browser.',
    };
  }
  if (/requires the chromium snap|snap install chromium/i.test(said)) {
    return {
      code: 'browser-failed',
      message: `${name} is only a pointer to a snap package that is not installed.`,
      hint: 'Install Google Chrome, or run: sudo snap install chromium',
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (/EACCES|permission denied/i.test(`${reason} ${said}`)) {
    return {
      code: 'browser-failed',
      message: `${path} may not be run.`,
      hint: 'Check that it is a browser and that you may run it.',
    };
  }
  const lastLine = said.trim().split('\n').at(-1)?.slice(0, 200);
  return {
    code: 'browser-failed',
    message: `${name} did not start${lastLine ? `. It said: ${lastLine}` : '; it stopped at once and said nothing.'}`,
    hint: 'Start it by hand to see whether it works, or name another browser with --browser.',
  };
}

/** Where each system's packages keep the libraries that browsers need. */
async function libraryHint(library: string): Promise<string> {
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (/alpine/i.test(system)) return 'Run: apk add chromium';
  if (/fedora|rhel|centos|amzn/i.test(system)) return 'Run: sudo dnf install chromium';
  const named = packages[library];
  // Ubuntu’s package of this name is only a pointer to a snap.
  const browser = /ubuntu/i.test(system) ? null : 'sudo apt-get install chromium';
  if (named) {
    const only = `sudo apt-get install ${named}`;
    return browser
      ? `Run: ${browser}, which brings all that it needs; or for this library alone: ${only}`
      : `Run: ${only}`;
  }
  return `Install the package that holds ${library}, or a browser from your system’s packages, which brings all it needs${browser ? `: ${browser}` : ''}.`;
}

/** Debian’s and Ubuntu’s packages; those whose name changed with 64-bit times have both names. */
const packages: Readonly<Record<string, string>> = {
  'libnss3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2t64 (libasound2 before Debian 13 and Ubuntu 24.04)',
  'libatk-1.0.so.0': 'libatk1.0-0t64 (libatk1.0-0 before Debian 13 and Ubuntu 24.04)',
  'libcups.so.2': 'libcups2t64 (libcups2 before Debian 13 and Ubuntu 24.04)',
};

/** The one line that gets a browser on this system. */
export function howToGetBrowser({ platform }: Pick<Effects, 'platform'>): string {
  switch (platform) {
    case 'win32':
      return 'Install Google Chrome from google.com/chrome, or ask your IT team for Microsoft Edge.';
    case 'darwin':
      return 'Install Google Chrome from google.com/chrome.';
    default:
      return process.arch === 'x64'
        ? 'Run: npm install @sparticuz/chromium@143.0.4'
        : 'Run: sudo apt-get install chromium';
  }
}
