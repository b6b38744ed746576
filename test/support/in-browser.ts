import process from 'node:process';
import type { Page } from 'puppeteer-core';
import { Deadline } from '../../src/pdf/deadline.ts';
import { launchBrowser } from '../../src/pdf/launch.ts';
import { testEffects } from './effects.ts';

/** A page in the browser of this machine, to look at documents in. */
export async function openPage(): Promise<{
  page: Page;
  version: string;
  close(): Promise<void>;
}> {
  const effects = testEffects(process.cwd(), { env: process.env });
  const deadline = new Deadline(60, new AbortController().signal);
  const { browser, version, close } = await launchBrowser(undefined, deadline, effects);
  return { page: await browser.newPage(), version, close };
}

/**
 * Words of the page that are hard to read on what is behind them: less than 4.5 to 1 by WCAG 2.2, 1.4.3,
 * computed here and not by the product. Words in drawings are left out.
 */
export function faintWords(page: Page): Promise<string[]> {
  return page.evaluate(FAINT) as Promise<string[]>;
}

const FAINT = `(() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const linear = (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const luminance = (colour) => {
    const [r, g, b] = parts(colour).map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const seen = (colour) => colour !== 'transparent' && parts(colour)[3] !== 0;
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (seen(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const faint = new Set();
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg') || !element.checkVisibility()) continue;
    const words = [...element.childNodes].filter(({ nodeType }) => nodeType === 3)
      .map(({ data }) => data.trim()).join(' ').trim();
    if (words === '') continue;
    const [one, two] = [getComputedStyle(element).color, behind(element)];
    const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faint.add(one + ' on ' + two + ': ' + words.slice(0, 40));
  }
  return [...faint];
})()`;
