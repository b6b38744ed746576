import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const SECRETS = ['47.3', '61.7', '93.1', '38.9'];

/** Four pupils at East, and every other way to say or to work out how they did. */
const profile = `trust: { name: Otterwick Learning Trust }
schools:
  - { name: North, metrics: [north] }
  - { name: East, metrics: [east] }
growth:
  why_us: At East $east met it, $east.previous before, of $east.pupils. In all it was $all.
  why_now: At the expected standard in reading, writing and maths were 47.3%.
principles:
  improvement:
    headline: east
    metrics: [all, north]
    claims:
      - text: 47.3% of our four pupils at East passed.
        limits: Of these four pupils 47.3% passed.
weaknesses:
  - { what: Few pupils., metric: east }
metrics:
  all:
    measure: key stage 2 expected standard
    schools: 2
    pupils: 64
    series: { 2024/25: 61.7% }
  north:
    measure: key stage 2 expected standard
    pupils: 60
    series: { 2024/25: 62.5% }
    comparators: [{ name: East, series: { 2024/25: 47.3% } }]
  east:
    measure: key stage 2 expected standard
    pupils: 4
    does_not_show: that 47.3% of those four pupils passed.
    series:
      2023/24: 38.9%
      2024/25: { value: 47.3%, lower: 38.9%, upper: 93.1%, note: between 38.9% and 93.1% }
`;

async function textOfPdf(file: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)) }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join('\n');
}

describe('a result of four pupils', () => {
  it('stands in no document of a draft, nor in its record', async () => {
    const folder = folderWith({ 'trust.yaml': profile });
    const result = await build(
      { profile: folder, formats: ['md', 'html', 'pdf'], timeout: 50 },
      testEffects(folder),
    );
    expect(result.outcome).toBe('done');
    const output = path.join(folder, 'output');
    const files = readdirSync(output);
    expect(files).toEqual(['build.json', 'prospectus.html', 'prospectus.md', 'prospectus.pdf']);
    for (const file of files) {
      const name = path.join(output, file);
      const text = file.endsWith('.pdf') ? await textOfPdf(name) : readFileSync(name, 'utf8');
      for (const secret of SECRETS) expect([file, text.includes(secret)]).toEqual([file, false]);
      if (file === 'build.json') continue;
      expect(text).toContain('not shown (small group)');
      expect(text).toContain('62.5%');
    }
  });

  it('keeps a release from being written', async () => {
    const folder = folderWith({ 'trust.yaml': profile });
    const result = await build(
      { profile: folder, formats: ['md'], release: true, timeout: 5 },
      testEffects(folder),
    );
    expect(result.outcome).toBe('refused');
    expect(readdirSync(folder)).toEqual(['trust.yaml']);
  });
});
