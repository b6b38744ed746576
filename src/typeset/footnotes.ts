import type { TokenizerAndRendererExtension, Tokens } from 'marked';

/*
 * GitHub’s footnotes, which marked does not read: `[^3]` in the text and `[^3]: …` in the list of
 * sources. Numbers are written as text, because Chromium leaves the numbers of lists out of a
 * tagged PDF. Their ids begin with a capital letter, as no heading’s does.
 */

interface Reference extends Tokens.Generic {
  label: string;
}

const reference: TokenizerAndRendererExtension = {
  name: 'source-reference',
  level: 'inline',
  start: (source) => source.indexOf('[^'),
  tokenizer(source) {
    const match = /^\[\^([\w-]+)\]/.exec(source);
    if (!match) return undefined;
    return { type: 'source-reference', raw: match[0], label: match[1] };
  },
  renderer(token) {
    const { label } = token as Reference;
    return `<sup class="cite"><a href="#Source-${label}" aria-label="Source ${label}">${label}</a></sup>`;
  },
};

const definition: TokenizerAndRendererExtension = {
  name: 'source-definition',
  level: 'block',
  start: (source) => /^\[\^[\w-]+\]:/m.exec(source)?.index,
  tokenizer(source) {
    const match = /^\[\^([\w-]+)\]:[^\S\n]+([^\n]+)(?:\n|$)/.exec(source);
    if (!match) return undefined;
    const [raw, label, text = ''] = match;
    return { type: 'source-definition', raw, label, tokens: this.lexer.inlineTokens(text) };
  },
  renderer(token) {
    const { label, tokens = [] } = token as Reference;
    const words = this.parser.parseInline(tokens);
    return `<p class="source" id="Source-${label}"><span class="source-number">${label}</span> <span class="source-words">${words}</span></p>\n`;
  },
};

export const footnotes = [reference, definition];
