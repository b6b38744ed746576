import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { themeNames } from '../../src/knowledge/themes.ts';
import { Deadline } from '../../src/pdf/deadline.ts';
import { launchBrowser } from '../../src/pdf/launch.ts';
import { cli, root } from './cli.ts';
import { testEffects } from './effects.ts';

/** A page that the examples make, as a file. */
export interface BuiltPage {
  /** As in `wayfold/prospectus.html`. */
  name: string;
  file: string;
}

/** Every HTML page of every example, and of one in every theme, built into a folder of its own. */
export async function builtPages(): Promise<{ pages: BuiltPage[]; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-screens-'));
  const builds = [
    ...themeNames.map((theme) => ({ example: 'quillbrook', options: ['--theme', theme] })),
    ...['wayfold', 'minimal.yaml'].map((example) => ({ example, options: [] })),
  ];
  for (const { example, options } of builds) {
    const profile = path.join(root, 'examples', example);
    const out = path.join(folder, example, ...options.slice(1));
    const build = ['build', profile, '--format', 'html', '--out', out, ...options];
    const { code, stderr } = await cli(build, root);
    if (code !== 0) throw new Error(stderr);
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = names
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({ name, file: path.join(folder, name) }));
  return { pages, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The widths of a small phone, a phone and a desk, in CSS pixels. */
export const WIDTHS = [320, 390, 1280] as const;

export interface Screens {
  /**
   * Shows a page. What a test runs in it comes through the debugging protocol, past its content
   * security policy, which forbids every script.
   */
  show(page: BuiltPage, size: { width: number; height?: number }): Promise<Page>;
  close(): Promise<void>;
}

/** A browser with a screen of any size. */
export async function openScreens(): Promise<Screens> {
  const effects = testEffects(process.cwd(), { env: process.env });
  const deadline = new Deadline(600, new AbortController().signal);
  const { browser, close } = await launchBrowser(undefined, deadline, effects);
  let last: Page | undefined;
  return {
    async show({ file }, { width, height = 800 }) {
      await last?.close();
      const page = await browser.newPage();
      last = page;
      await page.setBypassCSP(true);
      await page.setViewport({ width, height });
      await page.goto(pathToFileURL(file).href);
      return page;
    },
    close,
  };
}
