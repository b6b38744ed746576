import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { type Printer, startPrinter } from '../../src/pdf/print.ts';
import { cli, example, root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { browsers } from '../support/prints.ts';
import { spokenHtml, spokenTags } from '../support/spoken.ts';
import { allTags, readAloud, readTags } from '../support/tags.ts';

/** A page of ours as it is written; the numbers of its pages are the printer's to write. */
async function typesetPage(profile: string): Promise<string> {
  const out = folderWith();
  const { code } = await cli(['build', profile, '--format', 'html', '--out', out], root);
  expect(code).toBe(0);
  const html = readFileSync(path.join(out, 'prospectus.html'), 'utf8');
  return html.replace(/<span class="page-reference">.*?<\/span><\/span>/g, '');
}

async function print(html: string, browser: string | undefined): Promise<Uint8Array> {
  const effects = testEffects(process.cwd(), { env: process.env });
  const printer: Printer = await startPrinter({ browser, seconds: 60 }, effects);
  try {
    return await printer.print(html);
  } finally {
    await printer.close();
  }
}

describe.each(browsers)('the tags of a document that $name printed', ({ browser }) => {
  it.each([example, path.join(root, 'examples', 'minimal.yaml')])(
    'read aloud every word of %s in its order, and nothing else',
    async (profile) => {
      const html = await typesetPage(profile);
      const spoken = spokenTags(await readTags(await print(html, browser)));
      expect(spoken.length).toBeGreaterThan(1000);
      expect(spoken).toBe(spokenHtml(html));
    },
  );

  it('give every row of a table as many cells, and every heading its place', async () => {
    const tags = allTags(await readTags(await print(await typesetPage(example), browser)));
    for (const table of tags.filter(({ type }) => type === 'Table')) {
      const rows = allTags(table).filter(({ type }) => type === 'TR');
      const widths = new Set(rows.map(({ kids }) => kids.length));
      expect([...widths], readAloud(table)).toHaveLength(1);
    }
    const levels = tags.flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const steps = levels.map((level, index) => level - (levels[index - 1] ?? 0));
    expect(Math.max(...steps)).toBe(1);
  });
});
