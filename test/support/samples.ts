/* Pages with all that finishing has to put right. */

const RED =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';

/** Every kind of content that a document of ours may hold, and what themes may do to it. */
export const everyKind = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Every “kind” of content</title>
<meta name="author" content="Quillbrook &amp; Sons"><meta name="description" content="A sample">
<meta name="keywords" content="first, second"><meta name="date" content="2026-11-01">
<style>
@page { size: A5; margin: 18mm; @top-right { content: "Running head" } @bottom-left { content: "Foot " counter(page) } }
body { font: 12pt/1.4 sans-serif; }
h1 { width: 60mm; }
.narrow { width: 45mm; background: #eee; border-top: 1mm solid; }
.shadow { text-shadow: 1px 1px red; }
.chart svg { display: block; width: 80mm; }
td, th { border: 1px solid; padding: 3mm; }
tr { break-inside: avoid; }
.pair { display: grid; grid-template-columns: 20mm 1fr; }
</style></head><body>
<main>
<h1>A heading that wraps over two lines</h1>
<p class="narrow">Self-contained and so-called well-being, at <a href="mailto:someone.with.a.very.long.name@quillbrook.example">someone.with.a.very.long.name@quillbrook.example</a>, and more words that wrap.<sup><a href="#source-1" aria-label="Source 1">1</a></sup></p>
<section><h2>Emphasis</h2><p>Some <strong>strong and</strong> <em>stressed</em> words, and <a href="https://quillbrook.example">a link whose words are long enough to stand on two lines of the page</a>.</p></section>
<section><h4>A skipped level</h4><p class="shadow">Words with a shadow</p></section>
<ul><li>One</li><li>Two<ul><li>Within two</li></ul></li></ul>
<ol><li>First</li><li>Second</li></ol>
<div class="chart"><svg role="img" aria-label="Bars: 3 and 5." viewBox="0 0 100 40"><rect width="20" height="30"/><g opacity="0.5"><rect x="30" width="20" height="38"/><text x="30" y="39" font-size="6">five</text></g><text y="39" font-size="6">three</text><path d="M0 0H90" stroke="red"/></svg></div>
<p>A picture <img alt="A red square" width="20" height="20" src="${RED}"> in words, and one that says nothing: <img alt="" width="9" height="9" src="${RED}"></p>
<div aria-hidden="true"><svg viewBox="0 0 10 10" width="20" height="20"><circle r="9"/></svg></div>
<table><caption>Numbers</caption><thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
<tbody>${Array.from({ length: 14 }, (_, row) => `<tr><th scope="row">Row ${row + 1}</th><td>${row === 2 ? '&nbsp;' : row * 7}</td></tr>`).join('\n')}</tbody></table>
<blockquote><p>Said by someone.</p></blockquote>
<p class="pair" id="source-1"><span>1</span> <span>A source</span></p>
</main></body></html>`;

/** Words and pictures that browsers paint in groups of their own, which become forms of the PDF. */
export const inGroups = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Groups</title><style>
@page { size: A5; margin: 18mm; @top-right { content: "Running head" } }
.faint { opacity: 0.5; background: #eee; }
.dropped { filter: drop-shadow(2px 2px 2px #888); }
.masked { mask-image: linear-gradient(black, transparent); }
.clipped { background: linear-gradient(90deg, red, blue); background-clip: text; color: transparent; }
.mixed { mix-blend-mode: multiply; background: #fdd; }
.boxed { box-shadow: 0 0 10px #000; border-radius: 3mm; overflow: hidden; }
</style></head><body>
<h1>Words in groups</h1>
<p class="faint">Faint words, in <a href="https://quillbrook.example">a group</a> of their own, that go on until they wrap</p>
<p class="dropped">Words that drop a shadow</p>
<p class="masked">Masked words</p>
<p class="clipped">Words that are a picture</p>
<p class="mixed">Mixed words</p>
<p class="boxed">Words in a box with a shadow</p>
<div class="faint"><svg role="img" aria-label="A faint bar" viewBox="0 0 10 10" width="30" height="30"><rect width="5" height="9"/><text y="9" font-size="3">bar</text></svg></div>
</body></html>`;
