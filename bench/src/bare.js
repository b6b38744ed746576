// The least that prints a finished page: what `build` is held against.
//   node bare.js page.html page.pdf '{ "executablePath": … }'
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import puppeteer from 'puppeteer-core';

const [html, pdf, launchOptions] = process.argv.slice(2);
const browser = await puppeteer.launch(JSON.parse(launchOptions));
const page = await browser.newPage();
await page.setContent(await readFile(html, 'utf8'));
// The same kind of PDF as ours, tags and bookmarks included.
await page.pdf({
  path: pdf,
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
});
await browser.close();
