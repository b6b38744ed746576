import path from 'node:path';
import process from 'node:process';
import { PDFDict, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { build, formats } from '../../src/build/build.ts';
import { readers } from '../../src/knowledge/readers.ts';
import { readFile } from '../../src/pdf/finish/file.ts';
import { contentsOf } from '../support/batch.ts';
import { canariedTrust, TRACES } from '../support/canaried-trust.ts';
import { testEffects } from '../support/effects.ts';

/** All of it takes minutes: before a release, `LONG_TESTS=1`. */
const isLong = process.env.LONG_TESTS !== undefined;
const audiences = isLong ? readers : (['governors'] as const);
const editions = isLong ? ['all'] : ['full-governors', 'full-families'];

/** All that another program can find in a PDF, and every string and stream of it besides. */
async function everythingIn(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const found: unknown[] = [
    await document.getMetadata(),
    await document.getOutline(),
    await document.getAttachments(),
    await document.getDestinations(),
  ];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    found.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    found.push(await page.getStructTree(), await page.getAnnotations());
  }
  await task.destroy();
  const { objects } = await readFile(pdf);
  for (const [, object] of objects.context.enumerateIndirectObjects()) {
    found.push(String(object));
    if (object instanceof PDFDict) {
      for (const value of object.values()) {
        if (value instanceof PDFString || value instanceof PDFHexString)
          found.push(value.decodeText());
      }
    }
    const stream = objects.stream(object);
    const bytes = stream && objects.decode(stream);
    if (bytes) found.push(Buffer.from(bytes).toString('latin1'));
  }
  return found.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');
}

const BYTES = /base64,[\w+/=]+/g;

describe.each(audiences)('canaries in every part of a large profile, for %s alone', (reader) => {
  it('are in no file that anybody else reads, in any format, nor in its name', {
    timeout: 600_000,
  }, async () => {
    const folder = await canariedTrust([reader]);
    const { outcome, manifest } = await build(
      { profile: folder, formats, editions, timeout: 120 },
      testEffects(folder, { env: process.env }),
    );
    expect(outcome).toBe('done');
    const traces: Record<string, number> = {};
    const files = contentsOf(path.join(folder, 'output'));
    for (const [name, content] of Object.entries(files)) {
      const text = name.endsWith('.pdf')
        ? await everythingIn(Buffer.from(content, 'latin1'))
        : content.replace(BYTES, '');
      const found = new Set(`${name}\n${text}`.match(TRACES));
      if (found.size > 0) traces[name] = found.size;
    }
    const theirs = manifest?.documents.filter(({ edition }) => edition.endsWith(reader)) ?? [];
    const beside = theirs.flatMap((document) => document.files.map((file) => file.path));
    expect(Object.keys(traces).filter((name) => !beside.includes(name))).toEqual([]);
    // That they are found where they may be shows that they would be found elsewhere.
    for (const format of formats) expect(traces[`full-${reader}.${format}`]).toBeGreaterThan(60);
    expect(Object.keys(files).some((name) => /assets\/picture-/.test(name))).toBe(true);
  });
});
