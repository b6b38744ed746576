import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../src/typeset/clean.ts';

describe('cleaning', () => {
  it('keeps what our own renderer writes', () => {
    const html = [
      '<div class="part"><h3 id="a-b">A <em>b</em></h3>',
      '<div class="callout callout-note"><p>c<sup class="cite"><a href="#Source-1" aria-label="Source 1">1</a></sup></p></div>',
      '<div class="table" role="group" tabindex="0" aria-label="d"><table><caption>d</caption><thead><tr><th scope="col" class="n">e</th></tr></thead>',
      '<tbody><tr><th scope="row">f</th><td class="n"><span class="label label-g">g</span></td></tr></tbody></table></div>',
      '<ol start="2"><li>h</li></ol><div class="voice"><blockquote><p>i</p></blockquote></div>',
      '<p lang="cy" dir="ltr"><a href="https://a.example">j</a> <a href="mailto:a@b.example">k</a> <a href="tel:123">l</a></p></div>',
    ].join('\n');
    expect(cleanHtml(html)).toBe(html);
  });

  it('keeps the place of a picture', () => {
    expect(cleanHtml('<img src="assets/a-1.png" alt="“a” &amp; b">')).toBe(
      '<img src="assets/a-1.png" alt="“a” &amp; b" />',
    );
  });

  it.each([
    ['<script>a</script>b', 'b'],
    ['<style>a</style>b', 'b'],
    ['<iframe src="https://a.example">a</iframe>b', 'b'],
    ['<svg><script>a</script></svg>b', 'b'],
    ['<textarea>a</textarea><template>c</template>b', 'b'],
    ['<p onclick="a" style="color: red">b</p>', '<p>b</p>'],
    ['<a href="javascript:a">b</a>', '<a>b</a>'],
    ['<a href="java&#10;script:a">b</a>', '<a>b</a>'],
    ['<a href="data:text/html,a">b</a>', '<a>b</a>'],
    ['<a href="//a.example" target="_blank">b</a>', '<a>b</a>'],
    ['<img src="https://a.example/a.png" srcset="b.png 2x" onerror="a">', '<img />'],
    ['<img src="data:image/png;base64,AA==">', '<img />'],
    ['<form action="a"><input><button>b</button></form>', 'b'],
    ['<b>b</b><!-- c -->', 'b'],
    [
      '<div role="alert" tabindex="5"><p role="group">b</p></div>',
      '<div role tabindex><p>b</p></div>',
    ],
    ['<base href="https://a.example"><link href="a"><meta charset="b">', ''],
    ['<div><p>b', '<div><p>b</p></div>'],
  ])('makes %s into %s', (dirty, clean) => expect(cleanHtml(dirty)).toBe(clean));
});
