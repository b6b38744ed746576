import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './measure.js';

/** @import { Contender } from './measure.js' */

/**
 * The browser as the tool started it.
 *
 * @typedef {object} StartedBrowser
 * @property {string} file
 * @property {string[]} args its flags, without those that are for one run alone
 * @property {NodeJS.ProcessEnv} env what the tool changed in its environment for it
 */

/**
 * What a first, untimed build leaves for the others to work on.
 *
 * @typedef {object} Ground
 * @property {string} folder
 * @property {StartedBrowser} browser
 * @property {string} browserName such as “Chrome 143.0.7499.0”
 * @property {string} markdown
 * @property {string} html
 */

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const tool = path.join(root, 'bin', 'thriving-case.js');
export const minimalProfile = path.join(root, 'examples', 'minimal.yaml');
const example = exampleFolder('quillbrook');

/** @param {string} name */
export function exampleFolder(name) {
  return path.join(root, 'examples', name);
}

/**
 * Builds the example once and notes which browser the tool chose and how it started it.
 *
 * @param {string} folder
 * @returns {Promise<Ground>}
 */
export async function prepare(folder) {
  if (!existsSync(path.join(root, 'dist', 'main.js'))) {
    throw new Error('the tool is not built yet. First: npm ci');
  }
  const out = path.join(folder, 'ground');
  const record = path.join(folder, 'browser.json');
  const { code, said } = await run(
    [
      '--import',
      new URL('record-browser.js', import.meta.url).href,
      tool,
      'build',
      example,
      ...['--out', out],
    ],
    { env: { ...process.env, BENCH_BROWSER_RECORD: record } },
  );
  if (code !== 0) throw new Error(`the example could not be built.\n${said.trim()}`);
  const { browser } = JSON.parse(await readFile(path.join(out, 'build.json'), 'utf8'));
  return {
    folder,
    browser: JSON.parse(await readFile(record, 'utf8')),
    browserName: `${browser.name} ${browser.version}`,
    markdown: path.join(out, 'prospectus.md'),
    html: path.join(out, 'prospectus.html'),
  };
}

/**
 * Ours first, then the bare script and the peers, each with the browser that the tool chose.
 *
 * @param {Ground} ground
 * @returns {Contender[]}
 */
export function buildContenders({ folder, browser, markdown, html }) {
  const out = path.join(folder, 'ours');
  const barePdf = path.join(folder, 'bare.pdf');
  const marpPdf = path.join(folder, 'marp.pdf');
  const env = { ...process.env, ...browser.env };
  return [
    {
      name: 'build, three formats',
      args: [tool, 'build', example, '--force', '--out', out],
      pdf: path.join(out, 'prospectus.pdf'),
    },
    {
      name: 'bare puppeteer-core',
      args: [path.join(here, 'bare.js'), html, barePdf, JSON.stringify(launchOptions(browser))],
      pdf: barePdf,
      env,
    },
    {
      name: `md-to-pdf ${packageOf('md-to-pdf').version}`,
      args: [
        binOf('md-to-pdf', 'md-to-pdf'),
        markdown,
        ...['--basedir', path.dirname(markdown)],
        ...['--launch-options', JSON.stringify(launchOptions(withLocalhost(browser)))],
      ],
      pdf: markdown.replace(/\.md$/, '.pdf'),
      env,
    },
    {
      name: `Marp CLI ${packageOf('@marp-team/marp-cli').version}`,
      args: [
        binOf('@marp-team/marp-cli', 'marp'),
        markdown,
        ...['--browser', 'chrome', '--browser-path', browser.file],
        ...['--no-config-file', '--allow-local-files', '--output', marpPdf],
      ],
      pdf: marpPdf,
      // It takes no flags for the browser; this makes it start it in the same way as the others.
      env: { ...env, PUPPETEER_HEADLESS_MODE: 'shell', CHROME_DISABLE_GPU: '1' },
    },
  ];
}

/**
 * An empty program first, then ours.
 *
 * @returns {Contender[]}
 */
export function commandContenders() {
  return [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: '--help', args: [tool, '--help'] },
    { name: 'check', args: [tool, 'check', example] },
  ];
}

/** @param {StartedBrowser} browser */
export function launchOptions({ file, args }) {
  return { executablePath: file, args, ignoreDefaultArgs: true, headless: 'shell', pipe: true };
}

/**
 * md-to-pdf hands its page to the browser through a server on localhost, so the tool's rule against
 * every name needs an exception.
 *
 * @param {StartedBrowser} browser
 * @returns {StartedBrowser}
 */
export function withLocalhost(browser) {
  const rule = '--host-resolver-rules=MAP * ~NOTFOUND';
  return {
    ...browser,
    args: browser.args.map((flag) => (flag === rule ? `${rule}, EXCLUDE localhost` : flag)),
  };
}

/**
 * @param {string} name of a package in bench/node_modules
 * @returns {{ version: string, bin: string | Record<string, string>, file: string }}
 */
function packageOf(name) {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`${name}/package.json`);
  return { ...require(file), file };
}

/**
 * @param {string} name
 * @param {string} command
 * @returns {string} the script that the command runs
 */
export function binOf(name, command) {
  const { bin, file } = packageOf(name);
  return path.join(path.dirname(file), typeof bin === 'string' ? bin : bin[command]);
}
