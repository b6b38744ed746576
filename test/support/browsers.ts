import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { bundledPackage, unpackBundled } from '../../src/pdf/bundled.ts';
import { findBrowsers } from '../../src/pdf/candidates.ts';
import { testEffects } from './effects.ts';

/** An executable file in a folder: a shell script with these lines. */
export function script(folder: string, name: string, ...lines: string[]): string {
  return executable(path.join(folder, name), ['#!/bin/sh', ...lines]);
}

/** A browser that starts, says nothing and never ends, and nor does a process it starts. */
export function hangingBrowser(folder: string): { path: string; pids: string } {
  const pids = path.join(folder, 'hangs.pids');
  const file = script(
    folder,
    'hangs',
    `echo $$ >> '${pids}'`,
    'sleep 300 &',
    `echo $! >> '${pids}'`,
    'wait',
  );
  return { path: file, pids };
}

interface RealBrowser {
  path: string;
  /** Where its libraries are, if it brings its own. */
  libraries: string | null;
}

let found: Promise<RealBrowser> | undefined;

/** The browser of this machine that the tool would find. */
export function realBrowser(): Promise<RealBrowser> {
  found ??= findRealBrowser();
  return found;
}

async function findRealBrowser(): Promise<RealBrowser> {
  const effects = testEffects(process.cwd(), { env: process.env });
  const [installed] = await findBrowsers(undefined, effects);
  if (installed) return { path: installed.path, libraries: null };
  const packageFolder = bundledPackage(effects);
  if (!packageFolder) throw new Error('These tests need a browser, and none was found.');
  const signal = new AbortController().signal;
  const { path: file, libraries } = await unpackBundled(packageFolder, signal, effects);
  return { path: file, libraries };
}

export interface ProxyChanges {
  /** The browser is killed outright when it is asked for this, such as `Page.printToPDF`. */
  killedBy?: string;
  /** It is never told that it was asked for this, so it never answers. */
  deafTo?: string;
  /** It takes this many milliseconds longer to hear that it was asked for a print. */
  slowBy?: number;
  /** The version it gives as its own. */
  version?: string;
  /** Arguments that begin like this are not passed on to it. */
  drops?: string;
  /** It does not start with its sandbox, and says so as Chrome does. */
  needsNoSandbox?: boolean;
}

/**
 * The real browser behind a script that passes on what it is told and what it answers, changed in one
 * way. Its process ids are noted in `pids`; what it was asked for in `asked`, one method a line.
 */
export async function proxyBrowser(
  folder: string,
  changes: ProxyChanges = {},
): Promise<{ path: string; pids: string; asked: string }> {
  const pids = path.join(folder, 'proxy.pids');
  const asked = path.join(folder, 'proxy.asked');
  const settings = { ...(await realBrowser()), ...changes, pids, asked };
  const file = executable(path.join(folder, 'proxy'), [
    `#!${process.execPath}`,
    `const settings = ${JSON.stringify(settings)};`,
    PROXY,
  ]);
  return { path: file, pids, asked };
}

/** CommonJS, because it has no file name ending. Messages end in a NUL character, in both directions. */
const PROXY = `
const { spawn } = require('node:child_process');
const { appendFileSync } = require('node:fs');
const { Socket } = require('node:net');

const sandboxed = !process.argv.includes('--no-sandbox');
if (settings.needsNoSandbox && sandboxed) {
  process.stderr.write('[1:1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! If you are running on Ubuntu 23.10+\\n');
  process.exit(1);
}
const env = { ...process.env };
if (settings.libraries) env.LD_LIBRARY_PATH = settings.libraries;
const args = process.argv.slice(2).filter((arg) => !settings.drops || !arg.startsWith(settings.drops));
const real = spawn(settings.path, args, {
  env,
  stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'],
});
appendFileSync(settings.pids, process.pid + '\\n' + real.pid + '\\n');
real.on('exit', () => process.exit());

const messages = (stream, each) => {
  let rest = Buffer.alloc(0);
  stream.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      each(rest.subarray(0, end).toString());
      rest = rest.subarray(end + 1);
    }
  });
};
const commands = new Socket({ fd: 3, readable: true, writable: false });
const answers = new Socket({ fd: 4, readable: false, writable: true });
commands.on('error', () => {});
answers.on('error', () => {});
real.stdio[3].on('error', () => {});
messages(commands, (message) => {
  const { method } = JSON.parse(message);
  appendFileSync(settings.asked, method + '\\n');
  if (method === settings.deafTo) return;
  if (method === settings.killedBy) return void real.kill('SIGKILL');
  const pass = () => real.stdio[3].write(message + '\\0');
  if (settings.slowBy && method === 'Page.printToPDF') setTimeout(pass, settings.slowBy);
  else pass();
});
commands.on('close', () => real.stdio[3].end());
messages(real.stdio[4], (message) => {
  const changed = settings.version
    ? message.replace(/(Headless)?Chrome\\/[\\d.]+/, 'HeadlessChrome/' + settings.version)
    : message;
  answers.write(changed + '\\0');
});
`;

function executable(file: string, lines: readonly string[]): string {
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A temporary folder of a test's own, below another: what is left in it was left behind. */
export function ownTemporary(folder: string): string {
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return temporary;
}

/** The folders that browsers were given and that are still there. */
export function browserFolders(temporary: string): string[] {
  return readdirSync(temporary).filter((name) => name.startsWith('thriving-case-browser-'));
}
