import sanitizeHtml from 'sanitize-html';

/**
 * Leaves of a document's HTML only what a document needs. Our own renderer writes nothing else, but a
 * template may come from anybody.
 *
 * sanitize-html 2.17.5 is the newest that runs on Node 20. What later versions mend concerns
 * `textarea`, `xmp` and SVG, none of which is let through here.
 */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, options);
}

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'span', 'blockquote', 'ul', 'ol', 'li'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img', 'strong', 'em', 'sup'],
    ...['sub', 'br', 'hr', 'abbr', 'dl', 'dt', 'dd', 'code', 'pre'],
  ],
  allowedAttributes: {
    '*': ['id', 'class', 'lang', 'dir'],
    // A table that scrolls, for the keyboard.
    div: [{ name: 'role', values: ['group'] }, { name: 'tabindex', values: ['0'] }, 'aria-label'],
    a: ['href', 'aria-label'],
    img: ['src', 'alt', 'width', 'height'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
    abbr: ['title'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  // Pictures are put in after cleaning; until then they are named by their place beside the Markdown.
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // Whatever is inside these is not text.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'iframe',
    'svg',
    'math',
  ],
  parser: { decodeEntities: true },
};
