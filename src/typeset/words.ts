import type { Token, Tokens } from 'marked';

/** The words of inline Markdown as a reader reads them, without their marks. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'source-reference') return (token as Tokens.Generic).label as string;
      if (token.type === 'html') return '';
      const { tokens: inside, text = '' } = token as Partial<Tokens.Strong>;
      if (inside) return wordsOf(inside);
      return token.type === 'text' ? text.replace(REFERENCE, (_, name) => named[name] ?? '') : text;
    })
    .join('');
}

// marked has read those that are numbers; of the others, these are the ones a template may need.
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const REFERENCE = /&(amp|lt|gt|quot|nbsp);/g;
