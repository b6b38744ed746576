import type { Tag } from './tags.ts';

/** Types, and elements of HTML, whose words stand in a line with what is around them. */
const INLINE = /^(?:Span|Link|Strong|Em|Code|Sub|a|abbr|b|code|em|span|strong|sub|sup)$/;

const spaced = (words: string) => words.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** What a screen reader reads of the tags, in their order; blocks stand apart. */
export function spokenTags(tag: Tag): string {
  const read = (one: Tag): string => {
    if (one.alt !== undefined) return ` ${one.alt} `;
    const words = one.kids.map((kid) => (typeof kid === 'string' ? kid : read(kid))).join('');
    return INLINE.test(one.type) ? words : ` ${words} `;
  };
  return spaced(read(tag));
}

/**
 * The words of a page of ours in the order in which they stand in it, with those for its pictures and links;
 * but nothing that is for a screen alone.
 */
export function spokenHtml(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const words = body
    .replace(/<(svg|div)\b[^>]*aria-hidden="true".*?<\/\1>/gs, ' ')
    .replace(/<svg class="[^"]*\bon-phone\b.*?<\/svg>/gs, ' ')
    .replace(/<svg\b[^>]*aria-label="([^"]*)".*?<\/svg>/gs, ' $1 ')
    .replace(/<a class="skip".*?<\/a>|<p class="notice">.*?<\/p>/gs, ' ')
    .replace(/<a\b[^>]*aria-label="([^"]*)".*?<\/a>/gs, ' $1 ')
    .replace(/<img\b[^>]*alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<\/?(\w+)[^>]*>/g, (_, name: string) => (INLINE.test(name) ? '' : ' '))
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  return spaced(words);
}
