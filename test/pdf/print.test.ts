import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../src/pdf/failure.ts';
import { type Printer, startPrinter } from '../../src/pdf/print.ts';
import { browserFolders, ownTemporary, proxyBrowser } from '../support/browsers.ts';
import { example } from '../support/cli.ts';
import { draftOf } from '../support/drafts.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { readPdf } from '../support/pdf.ts';
import { allGone, posix, until } from '../support/processes.ts';

interface Settings {
  browser?: string;
  seconds?: number;
  interrupted?: AbortSignal;
}

function start({ browser, seconds = 30, ...changes }: Settings = {}): Promise<Printer> {
  const effects = testEffects(process.cwd(), { env: process.env, ...changes });
  return startPrinter({ browser, seconds }, effects);
}

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>The title</title>${head}</head><body>${body}</body></html>`;

/** What differs between two prints of the same page: the moment they were made. */
const undated = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/D:\d{14}/g, 'D:now');

describe('a printed page', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await start();
  });
  afterAll(() => printer.close());

  it('is a tagged PDF with title, language and bookmarks', async () => {
    const html = page('<h1>The trust</h1><p>Words.</p><h2>Our schools</h2>');
    expect(await readPdf(await printer.print(html))).toMatchObject({
      pages: 1,
      tagged: true,
      title: 'The title',
      language: 'en-GB',
      bookmarks: ['The trust', 'Our schools'],
      text: 'The trust Words. Our schools',
    });
  });

  it('has the size and the margins that its style sheet asks for', async () => {
    const style =
      '<style>@page { size: A5; margin: 20mm; @bottom-right { content: counter(page) " of " counter(pages); } }</style>';
    const { sizes, text } = await readPdf(await printer.print(page('<p>Words.</p>', style)));
    expect(sizes).toEqual([[420, 595]]);
    expect(text).toContain('1 of 1');
  });

  it('is the same each time but for its date', async () => {
    const html = page(
      '<h1>The trust</h1><table><tr><th>Year</th></tr><tr><td>2026</td></tr></table>',
    );
    const first = await printer.print(html);
    expect(undated(await printer.print(html))).toBe(undated(first));
  });

  it('tells by its name and version what printed it', () => {
    expect(printer.browser.name).toMatch(/^(Chrome|Edg|Microsoft Edge|Chromium)$/);
    expect(Number.parseInt(printer.browser.version, 10)).toBeGreaterThanOrEqual(131);
  });
});

/** The policy that our pages carry. */
async function policy(): Promise<string> {
  const { document } = await draftOf(example);
  const tag = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(document?.html ?? '');
  if (!tag) throw new Error('The page has no policy.');
  return tag[0];
}

// Two guards, and each must hold by itself: how the browser is started, and what the page says of itself.
describe.each([
  ['any page', '', {}],
  ['our own page, in a browser without our rules,', 'policy', { drops: '--host-resolver-rules' }],
])('when %s tries to do more than be printed', (_, guard, changes) => {
  let printer: Printer;
  let server: Server;
  let folder: string;
  let origin: string;
  let head: string;
  /** Each connection too, because one that asks for nothing still says who is reading. */
  const heard: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-print-'));
    const guarded = posix ? (await proxyBrowser(folder, changes)).path : undefined;
    head = guard === 'policy' ? await policy() : '';
    printer = await start(guarded === undefined ? {} : { browser: guarded });
    server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.end();
    });
    server.on('connection', () => heard.push('a connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await printer.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('is overheard by the server of this test where something does reach it', async () => {
    await fetch(`${origin}/proof`);
    expect(heard.splice(0)).toEqual(['a connection', 'GET /proof']);
  });

  const attempts: readonly [string, (origin: string) => string][] = [
    ['a picture', (to) => `<img src="${to}/a.png"><img srcset="${to}/b.png 2x">`],
    [
      'a picture of other kinds',
      (to) =>
        `<svg><image href="${to}/a.svg"/><use href="${to}/b.svg#c"/></svg><video poster="${to}/c.png" src="${to}/d.mp4" preload="auto" autoplay></video><object data="${to}/e"></object><embed src="${to}/f">`,
    ],
    [
      'a style sheet',
      (to) =>
        `<link rel="stylesheet" href="${to}/a.css"><style>@import url(${to}/b.css); @import "${to}/c.css" print;</style>`,
    ],
    [
      'a background or a font',
      (to) =>
        `<style>@font-face { font-family: f; src: url(${to}/a.woff2); } p { font-family: f; background: url(${to}/b.png); } p::before { content: url(${to}/c.png); }</style><p>Words</p>`,
    ],
    [
      'a frame',
      (to) =>
        `<iframe src="${to}/a"></iframe><iframe srcdoc="<img src='${to}/b.png'>"></iframe><iframe src="data:text/html,<img src='${to}/c.png'>"></iframe>`,
    ],
    [
      'a script',
      (to) =>
        `<script src="${to}/a.js"></script><script type="module">import '${to}/b.js';</script><script>fetch('${to}/c'); new Image().src = '${to}/d.png'; navigator.sendBeacon('${to}/e'); new WebSocket('${to.replace('http', 'ws')}/f');</script><img src="data:," onerror="fetch('${to}/g')">`,
    ],
    [
      'a script in a frame',
      (to) =>
        `<iframe srcdoc="<script>fetch('${to}/a')</script>"></iframe><iframe src="data:text/html,<script>fetch('${to}/b')</script>"></iframe><iframe src="javascript:fetch('${to}/c')"></iframe>`,
    ],
    [
      'a hint to load early',
      (to) =>
        `<link rel="preload" as="image" href="${to}/a.png"><link rel="prefetch" href="${to}/b"><link rel="preconnect" href="${to}"><link rel="dns-prefetch" href="${to}"><link rel="icon" href="${to}/c.ico"><link rel="manifest" href="${to}/d">`,
    ],
    ['a page to go to instead', (to) => `<meta http-equiv="refresh" content="0; url=${to}/a">`],
    [
      'a form that sends itself',
      (to) =>
        `<form id="f" action="${to}/a" method="post"></form><script>document.getElementById('f').submit()</script>`,
    ],
  ];

  // A policy says where a page may load from, not where it may go; ours can hold nothing that goes.
  const forbidden = attempts.filter(([what]) => guard !== 'policy' || !what.includes('to go to'));

  it.each(forbidden)('%s: nothing is asked of any server', async (_, html) => {
    await printer.print(page(html(origin), head));
    // A request that was on its way would have arrived by now.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard.splice(0)).toEqual([]);
  });

  it('a script: it is not run', async () => {
    const html = page(
      '<p id="p">As written</p><script>document.getElementById("p").textContent = "As scripted"; document.title = "Changed";</script><img src="data:," onerror="document.body.append(\'As scripted\')"><noscript>No script</noscript>',
      head,
    );
    const { text, title } = await readPdf(await printer.print(html));
    expect(text).toContain('As written');
    expect(text).toContain('No script');
    expect(text).not.toContain('As scripted');
    expect(title).toBe('The title');
  });

  it('a picture in the page itself: it is printed', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text y="20">Drawn</text></svg>';
    const html = page(`<img alt="" src="data:image/svg+xml;base64,${btoa(drawing)}">`, head);
    expect((await readPdf(await printer.print(html))).text).toContain('Drawn');
  });

  it('a file of this machine: it is not printed', async () => {
    const folder = folderWith({
      'secret.html': '<p>The secret</p>',
      'secret.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text y="20">The secret</text></svg>',
      'secret.css': 'p::after { content: "The secret"; }',
    });
    const url = (name: string) => pathToFileURL(path.join(folder, name)).href;
    const html = page(
      `<p>Public</p><img src="${url('secret.svg')}"><iframe src="${url('secret.html')}"></iframe><object data="${url('secret.svg')}"></object><embed src="${url('secret.html')}">`,
      `${head}<link rel="stylesheet" href="${url('secret.css')}">`,
    );
    const { text } = await readPdf(await printer.print(html));
    expect(text).toContain('Public');
    expect(text).not.toContain('secret');
  });
});

describe.runIf(posix)('a browser that fails in the middle of a print', () => {
  function folders() {
    const folder = folderWith();
    const temporary = ownTemporary(folder);
    vi.stubEnv('TMPDIR', temporary);
    return { folder, temporary };
  }

  async function failureOf(printer: Printer) {
    const error: unknown = await printer.print(page('<p>Words</p>')).catch((thrown) => thrown);
    if (!(error instanceof Failure)) throw error;
    return error.diagnostic;
  }

  it('because it is killed is reported by name', async () => {
    const { folder, temporary } = folders();
    const { path: browser, pids } = await proxyBrowser(folder, { killedBy: 'Page.printToPDF' });
    const printer = await start({ browser });
    expect(await failureOf(printer)).toMatchObject({
      code: 'browser-failed',
      message: expect.stringMatching(/^Chrome stopped while it was printing: .*closed/),
    });
    await printer.close();
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('because it is killed before it has a page is reported too', async () => {
    const { folder } = folders();
    const { path: browser } = await proxyBrowser(folder, { killedBy: 'Target.createTarget' });
    const printer = await start({ browser });
    expect(await failureOf(printer)).toMatchObject({ code: 'browser-failed' });
    await printer.close();
  });

  it.each(['Target.createTarget', 'Runtime.callFunctionOn', 'Page.printToPDF'])(
    'because it never answers to %s is given up when the time is over, and killed',
    async (deafTo) => {
      const { folder, temporary } = folders();
      const { path: browser, pids, asked } = await proxyBrowser(folder, { deafTo });
      const started = performance.now();
      const printer = await start({ browser, seconds: 1.5 });
      expect(await failureOf(printer)).toMatchObject({ code: 'timed-out' });
      expect(performance.now() - started).toBeLessThan(6000);
      expect(readFileSync(asked, 'utf8')).toContain(deafTo);
      await allGone(pids);
      await printer.close();
      expect(browserFolders(temporary)).toEqual([]);
    },
  );

  it('because the user interrupts is killed at once', async () => {
    const { folder } = folders();
    const {
      path: browser,
      pids,
      asked,
    } = await proxyBrowser(folder, { deafTo: 'Page.printToPDF' });
    const user = new AbortController();
    const printer = await start({ browser, seconds: 60, interrupted: user.signal });
    const failing = failureOf(printer);
    await until(
      'it prints',
      () => existsSync(asked) && readFileSync(asked, 'utf8').includes('printToPDF'),
    );
    user.abort();
    expect(await failing).toMatchObject({ code: 'interrupted' });
    await allGone(pids);
    await printer.close();
  });
});
