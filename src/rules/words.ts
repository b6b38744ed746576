import { textsOf } from '../profile/fields.ts';
import { rule } from './rule.ts';

/** An opening, closing or comment tag; `<5 pupils` and `a < b` are not. */
const TAG = /<(?:!--|\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>)/i;

export const htmlInText = rule({
  code: 'html-in-text',
  severity: 'warning',
  title: 'HTML in a text',
  why: 'The document prints it as it was typed, with its angle brackets, which is seldom what was meant.',
  remedy: 'Take the tags out. For bold type **two asterisks** round the words.',
  wrong: 'growth:\n  why_now: We have <b>time</b>.\n',
  right: 'growth:\n  why_now: We have **time**.\n',
  *check(profile) {
    for (const { path, text } of textsOf(profile)) {
      const tag = TAG.exec(text);
      if (tag) {
        yield {
          path,
          message: `The text holds an HTML tag (${tag[0].slice(0, 40)}); it will be printed as it was typed.`,
          hint: 'Take the tag out. For bold, type **two asterisks** round the words.',
        };
      }
    }
  },
});
