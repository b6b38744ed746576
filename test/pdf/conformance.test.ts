import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { findVeraPdf } from '../../scripts/verapdf.js';
import { readDocument } from '../../src/pdf/finish/document.ts';
import { finish } from '../../src/pdf/finish/finish.ts';
import { cli, root } from '../support/cli.ts';
import { browsers, rawPrinter } from '../support/prints.ts';
import { everyKind, inGroups } from '../support/samples.ts';

const veraPdf = findVeraPdf({ fetch: false });
const reason = 'reason' in veraPdf ? veraPdf.reason : undefined;
if (reason) process.stderr.write(`NOT CHECKED against PDF/UA-1: ${reason}.\n`);
const brokenRules = 'validate' in veraPdf ? veraPdf.validate : () => [];

const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-conformance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(reason)('veraPDF finds no rule of PDF/UA-1 broken', () => {
  describe.each(browsers)('in what $name prints:', ({ browser }) => {
    it('the examples', async () => {
      const files: string[] = [];
      for (const example of ['quillbrook', 'wayfold', 'minimal.yaml']) {
        const out = path.join(
          folder,
          String(browsers.findIndex((one) => one.browser === browser)),
          example,
        );
        const profile = path.join(root, 'examples', example);
        const named = browser ? ['--browser', browser] : [];
        const { code, stderr } = await cli(
          ['build', profile, '--format', 'pdf', '--out', out, ...named],
          root,
          { env: process.env },
        );
        expect(code, stderr).toBe(0);
        files.push(path.join(out, 'prospectus.pdf'));
      }
      expect(brokenRules(files)).toEqual([]);
    });

    it('pages with every kind of content, and with words in groups', async () => {
      const printer = await rawPrinter(browser);
      const files: string[] = [];
      for (const html of [everyKind, inGroups]) {
        const { pdf, facts } = await printer.print(html);
        const file = path.join(folder, `${files.length}.pdf`);
        writeFileSync(file, await finish(await readDocument(pdf), facts, 'thriving-case'));
        files.push(file);
      }
      await printer.close();
      expect(brokenRules(files)).toEqual([]);
    });
  });

  it('but does in what no one has finished', async () => {
    const printer = await rawPrinter(undefined);
    const { pdf } = await printer.print(everyKind);
    await printer.close();
    const file = path.join(folder, 'raw.pdf');
    writeFileSync(file, pdf);
    expect(brokenRules([file]).map(({ rule }) => rule)).toContain('7.1-3');
  });
});
