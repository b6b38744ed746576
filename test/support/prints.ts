import path from 'node:path';
import process from 'node:process';
import { Deadline } from '../../src/pdf/deadline.ts';
import type { DocumentFacts } from '../../src/pdf/finish/facts.ts';
import { readFacts } from '../../src/pdf/in-page.ts';
import { launchBrowser } from '../../src/pdf/launch.ts';
import { testEffects } from './effects.ts';

/**
 * The browsers to print with: the one that the tool would find, and those that `TEST_BROWSERS` names, as
 * `PATH` names folders. Newer ones tag differently.
 */
export const browsers: { name: string; browser: string | undefined }[] = [
  { name: 'the browser of this machine', browser: undefined },
  ...(process.env.TEST_BROWSERS ?? '')
    .split(path.delimiter)
    .filter((browser) => browser !== '')
    .map((browser) => ({ name: browser, browser })),
];

/** A page as the browser prints it, before anything is put right. */
export interface RawPrint {
  pdf: Uint8Array;
  facts: DocumentFacts;
}

/** A browser that prints pages raw. */
export async function rawPrinter(
  browser: string | undefined,
): Promise<{ print(html: string): Promise<RawPrint>; close(): Promise<void> }> {
  const effects = testEffects(process.cwd(), { env: process.env });
  const interrupted = new AbortController().signal;
  const launched = await launchBrowser(browser, new Deadline(60, interrupted), effects);
  return {
    async print(html) {
      const page = await launched.browser.newPage();
      await page.emulateMediaType('print');
      await page.setContent(html);
      const facts = await page.evaluate(readFacts);
      const settings = { preferCSSPageSize: true, printBackground: true, tagged: true };
      const pdf = await page.pdf({ ...settings, outline: true });
      await page.close();
      return { pdf, facts };
    },
    close: launched.close,
  };
}
