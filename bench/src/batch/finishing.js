// A bare loop over finished pages: the same prints and the same finishing as a build, and nothing else.
//   node finishing.js printer.mjs folder-of-pages folder-for-pdfs how-many-at-a-time
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const [printerFile, pages, out, jobs] = process.argv.slice(2);
const { startPrinter, nodeEffects } = await import(printerFile);

mkdirSync(out, { recursive: true });
const queue = readdirSync(pages).values();
const effects = nodeEffects(new AbortController().signal);
const printer = await startPrinter({ browser: undefined, seconds: 3600 }, effects);
const worker = async () => {
  for (const name of queue) {
    const pdf = await printer.print(await readFile(path.join(pages, name), 'utf8'));
    await writeFile(path.join(out, name.replace(/html$/, 'pdf')), pdf);
  }
};
await Promise.all(Array.from({ length: Number(jobs) }, worker));
await printer.close();
