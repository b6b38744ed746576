// A bare loop over finished pages that only prints them, once each.
//   node printing.js folder-of-pages folder-for-pdfs how-many-at-a-time '{ "executablePath": … }'
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';

const [pages, out, jobs, launchOptions] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const queue = readdirSync(pages).values();
const browser = await puppeteer.launch(JSON.parse(launchOptions));
const worker = async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  for (const name of queue) {
    await page.setContent(await readFile(path.join(pages, name), 'utf8'));
    await page.pdf({
      path: path.join(out, name.replace(/html$/, 'pdf')),
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    });
  }
};
await Promise.all(Array.from({ length: Number(jobs) }, worker));
await browser.close();
