import { inlineSvg } from '../charts/drawing.ts';
import type { Picture } from '../charts/gallery.ts';
import { pageStyle } from '../charts/style.ts';
import type { FrontMatter } from '../compose/front-matter.ts';
import type { Assets } from '../pictures/prepare.ts';
import { readMarkdown, type TypesetSection } from './markdown.ts';
import { paletteOf } from './palette.ts';
import type { Theme } from './theme.ts';

/**
 * Sets a document of ours as one HTML file that needs no other: style, faces and pictures are inside,
 * and its content security policy forbids scripts and every request.
 */
export async function typeset(
  markdown: string,
  theme: Theme,
  assets: Assets,
  drawn: ReadonlyMap<string, Picture> = new Map(),
): Promise<string> {
  const { front, sections, foreign } = readMarkdown(markdown);
  const clean = foreign ? (await import('./clean.ts')).cleanHtml : (html: string) => html;
  const pictures = new Map([...assets.values()].map((asset) => [asset.path, asset]));
  const picture = (html: string) =>
    html.replace(IMAGE, (image) => {
      const place = attributeOf(image, 'src');
      const chart = drawn.get(place);
      // As an image of its own it could see neither the page’s faces nor its colours.
      if (chart) return bothDrawings(chart, attributeOf(image, 'alt'));
      const asset = pictures.get(place);
      const data = asset && Buffer.from(asset.bytes).toString('base64');
      const source = asset ? `data:${asset.type};base64,${data}` : '';
      return image.replace(/ src="[^"]*"/, () => ` src="${source}"`);
    });

  const written = sections.map((section) => ({
    ...section,
    html: sectionHtml({ ...section, html: picture(clean(section.html)) }, theme, front),
  }));
  const of = (...kinds: string[]) =>
    written
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ html }) => html)
      .join('\n');
  const text = written
    .filter(({ kind }) => !['cover', 'masthead', 'contents'].includes(kind))
    .map(({ html }) => html)
    .join('\n');

  const title = escapeHtml(`${front.title} ${front.trust}`);
  // What a search, a shared link and the properties of a PDF show below the title.
  const description = [front.footer, front.notice].filter((part) => part).join(' · ');
  const notice = front.notice ? `<p class="notice">${escapeHtml(front.notice)}</p>\n` : '';
  const banner = `${notice}${of('cover', 'masthead')}`;
  return `<!doctype html>
<html lang="${escapeHtml(front.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<meta name="author" content="${escapeHtml(front.trust)}">
<meta name="description" content="${escapeHtml(description)}">
<meta name="keywords" content="${escapeHtml(`academy trust, joining a trust, ${front.trust}`)}">
<meta name="date" content="${escapeHtml(front.date)}">
<style>
${text.includes('class="drawing') ? `${pageStyle()}\n` : ''}${styleSafe(theme.css)}
${styleSafe(tokens(paletteOf(front)))}
${styleSafe(marginBoxes(front, of('masthead') !== ''))}
</style>
</head>
<body>
<a class="skip" href="#Main">Skip to the main text</a>
${banner && `<header>\n${banner}</header>`}
${of('contents')}
<main id="Main">
${text}
</main>
</body>
</html>
`;
}

const IMAGE = /<img(?:[^>"]|"[^"]*")*>/g;

function attributeOf(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Both drawings of a chart; the style sheet shows one of them. */
function bothDrawings({ page, phone }: Picture, alt: string): string {
  return `${inlineSvg(page, 'on-page', alt)}\n${inlineSvg(phone, 'on-phone', alt)}`;
}

/** A title of more letters than this would push what stands below it off the cover; it is set smaller. */
const LONG_TITLE = 36;

function sectionHtml(
  { kind, name, headingId, html }: TypesetSection,
  theme: Theme,
  { title }: FrontMatter,
): string {
  const labelled = headingId ? ` aria-labelledby="${headingId}"` : '';
  const long = kind === 'cover' && title.length > LONG_TITLE;
  const classes = ['section', kind, name && `${kind}-${name}`, long && 'long-title']
    .filter(Boolean)
    .join(' ');
  const sign = kind === 'principle' && name ? theme.signs.get(name) : undefined;
  switch (kind) {
    case 'cover':
      return `<div class="${classes}">\n${html}${signsRow(theme)}</div>\n`;
    case 'masthead':
      return `<div class="${classes}">\n${html}</div>\n`;
    case 'contents':
      return `<nav class="${classes}"${labelled}>\n${html}</nav>`;
    case 'principle':
      return `<section class="${classes}"${labelled}>\n${withOpener(`${sign ? signHtml(sign) : ''}${html}`)}</section>`;
    default:
      return `<section class="${classes}"${labelled}>\n${html}</section>`;
  }
}

/** How a chapter opens, all that stands before its first part, is one block that a theme can keep together. */
function withOpener(html: string): string {
  const end = html.indexOf('<div class="part">');
  if (end === -1) return html;
  return `<div class="opener">\n${html.slice(0, end)}</div>\n${html.slice(end)}`;
}

const signHtml = (sign: string) => `<div class="sign" aria-hidden="true">${sign}</div>\n`;

function signsRow(theme: Theme): string {
  return `<div class="signs" aria-hidden="true">${[...theme.signs.values()].join('')}</div>\n`;
}

function tokens(palette: ReturnType<typeof paletteOf>): string {
  const lines = Object.entries(palette).map(([name, colour]) => `  --${name}: ${colour};`);
  return `:root {\n${lines.join('\n')}\n}`;
}

/**
 * The head and foot of every printed page, in the margin boxes of CSS. A paper without a cover has
 * narrower margins: to give it a page of a name of its own would part tables from their captions.
 */
function marginBoxes({ notice, footer }: FrontMatter, isPaper: boolean): string {
  return `@page {
${isPaper ? '  margin: 14mm 19mm;\n' : ''}  @top-right { content: ${cssString(notice ?? '')}; }
  @bottom-left { content: ${cssString(footer)}; }
}`;
}

function cssString(text: string): string {
  const safe = text.replace(/[\\"<>\p{Cc}]/gu, (character) => {
    return `\\${character.codePointAt(0)?.toString(16)} `;
  });
  return `"${safe}"`;
}

/** A style sheet cannot end its element, whatever it holds. */
function styleSafe(css: string): string {
  return css.replace(/<\/(?=style)/gi, '<\\/');
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
