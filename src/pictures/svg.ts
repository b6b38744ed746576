import sanitizeHtml from 'sanitize-html';

/**
 * Leaves of an SVG only what draws: no script, no event, no foreign content, nothing that points
 * outside the file. It is shown as a picture, which could run none of it anyway; but the file beside
 * the Markdown may be opened on its own.
 *
 * Throws where nothing that could be drawn is left.
 */
export async function cleanSvg(svg: string): Promise<string> {
  const clean = sanitizeHtml(withoutDoctype(svg), options)
    .replace(STYLE, (_, open: string, css: string) => `${open}${cleanCss(css)}</style>`)
    .trim();
  if (!/^<svg[\s>]/.test(clean)) throw new Error('it holds nothing that could be drawn');
  return /^<svg[^>]*\sxmlns=/.test(clean)
    ? clean
    : clean.replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"');
}

/**
 * Illustrator declares the addresses of SVG as entities: they are put back, and the declarations left
 * out, which may hold anything and which the sanitiser cannot read.
 */
function withoutDoctype(svg: string): string {
  const doctype = /<!DOCTYPE[^>[]*(?:\[([^\]]*)\])?\s*>/i.exec(svg);
  if (!doctype) return svg;
  const addresses = new Map(
    [
      ...(doctype[1] ?? '').matchAll(
        /<!ENTITY\s+([\w.-]+)\s+"(http:\/\/www\.w3\.org\/[\w/]+)"\s*>/g,
      ),
    ].map(([, name, address]) => [name, address]),
  );
  return svg
    .replace(doctype[0], '')
    .replace(/(\sxmlns(?::\w+)?=")&([\w.-]+);"/g, (_, start: string, name: string) =>
      addresses.has(name) ? `${start}${addresses.get(name)}"` : '',
    );
}

const STYLE = /(<style[^>]*>)([\s\S]*?)<\/style>/g;

/** Style rules may colour shapes and refer to parts of the same file, and nothing else. */
function cleanCss(css: string): string {
  // An escape can spell any of the words below in a way that is not looked for; drawings need none.
  if (css.includes('\\')) return '';
  return css
    .replace(/@(?:import|font-face|namespace)[^;{}]*(?:;|\{[^}]*\})?/gi, '')
    .replace(OUTSIDE, 'none');
}

/** A reference to anything but a part of the same file, however it is spelt. */
const OUTSIDE = /(?:url|src|image|image-set|expression)\s*\((?!\s*["']?#)[^)]*\)/gi;

const shapes = [
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style', 'path', 'rect', 'circle'],
  ...['ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'clipPath', 'mask'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'marker', 'image', 'filter', 'switch'],
  ...[
    'feGaussianBlur',
    'feOffset',
    'feBlend',
    'feColorMatrix',
    'feComposite',
    'feFlood',
    'feMerge',
  ],
  ...['feMergeNode', 'feMorphology', 'feTurbulence', 'feDisplacementMap', 'feComponentTransfer'],
  ...['feFuncR', 'feFuncG', 'feFuncB', 'feFuncA', 'feDropShadow'],
];

const options: sanitizeHtml.IOptions = {
  allowedTags: shapes,
  // Every attribute but those that run something or lead somewhere; see `transformTags`.
  allowedAttributes: false,
  allowVulnerableTags: true,
  allowedSchemes: ['data'],
  allowedSchemesAppliedToAttributes: ['href', 'xlink:href', 'src'],
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'foreignObject',
    'iframe',
    'object',
    'embed',
    'audio',
    'video',
    'metadata',
  ],
  parseStyleAttributes: false,
  parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  transformTags: {
    '*': (tagName, attribs) => ({
      tagName,
      attribs: Object.fromEntries(
        Object.entries(attribs)
          .filter(([name, value]) => !/^on/i.test(name) && !leadsOutside(name, value))
          .map(([name, value]) => [name, name === 'd' ? value : cleanCss(value)]),
      ),
    }),
  },
};

const PICTURE = /^data:image\/(?:png|jpeg|webp|gif);base64,[a-z0-9+/=\s]*$/i;

function leadsOutside(name: string, value: string): boolean {
  if (!/(?:^|:)(?:href|src|base)$/i.test(name)) return false;
  return !value.trim().startsWith('#') && !PICTURE.test(value.trim());
}
