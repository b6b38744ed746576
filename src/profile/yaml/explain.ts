import {
  type Document,
  type ErrorCode,
  isCollection,
  isScalar,
  type Node,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { Code } from '../../diagnostics/catalogue.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import { lookalike } from './lookalikes.ts';

/** What a person is told of a problem with their YAML. */
export interface Words {
  code: Code;
  message: string;
  hint: string;
}

/** Words for a mistake in the grammar. */
export interface SyntaxWords extends Words {
  /** The offset of the mistake, where the parser noticed it only later. */
  at?: number;
}

/** The parser's complaint in the words of someone who has only ever seen the line, not the grammar. */
export function explainSyntax(
  error: YAMLParseError,
  source: SourceText,
  document: Document.Parsed,
): SyntaxWords {
  const [start] = error.pos;
  const number = source.position(start).line;
  const line = source.line(number).slice(0, MOST_LOOKED_AT);
  const seen = UNEXPLAINED.has(error.code) ? lookalike(line) : undefined;
  if (seen) return seen;
  const above = source.line(number - 1).slice(-MOST_LOOKED_AT);
  const below = source.line(number + 1).slice(0, MOST_LOOKED_AT);
  const syntax = (message: string, hint: string): Words => ({ code: 'yaml-syntax', message, hint });

  switch (error.code satisfies ErrorCode) {
    case 'TAB_AS_INDENT':
      return {
        code: 'yaml-tab',
        message: 'This line is set in with a tab. YAML counts spaces only.',
        hint: 'Replace each tab by two spaces for each level. Most editors can do it for the whole file at once.',
      };
    case 'MULTIPLE_DOCS':
      return {
        code: 'yaml-documents',
        message: line.startsWith('---')
          ? 'A line of three hyphens (---) starts a second document here.'
          : 'A line of three full stops (...) ends the document above this line.',
        hint: 'Delete the line. Hyphens or full stops inside a text must be set in like the text.',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:(?:\s|$)/.test(line.replace(/^[\s-]*[^\s:][^:]*:\s/, ''))) {
        return syntax(
          'There is a second colon in this line, so YAML takes its end for another key.',
          `Put the text in quotation marks: ${quoteAfterColon(line)}`,
        );
      }
      if (IS_KEY.test(line) && indentOf(below) > indentOf(line)) {
        return {
          ...syntax(
            'This line is set in further than the one above it, so YAML takes both for one text.',
            'Line it up with the key above, using spaces. If it belongs to the text above, put the whole text in quotation marks.',
          ),
          at: source.text.indexOf('\n', start) + 1 + indentOf(below),
        };
      }
      if (/[|>][-+\d]*\s*$/.test(above)) {
        return syntax(
          'This line belongs to the text that begins above, and is not set in further than the key of that text.',
          'Set in each line of the text by two spaces more than its key.',
        );
      }
      if (/^ *- /.test(line)) {
        return syntax(
          'This hyphen begins an item where there is no list.',
          'Line it up with the other hyphens of its list. The keys of an item are set in by two spaces more than its hyphen.',
        );
      }
      if (/^ *(?:- )?[a-z]\w*$/i.test(line) && indentOf(below) > indentOf(line)) {
        return syntax('This key has no colon.', `Type one: ${line.trim()}:`);
      }
      return syntax(
        'This line is neither a key with a colon and a space after it, nor a part of the text above.',
        'Write “key: value”, with a space after the colon. To go on with a long text, set its lines in further than its key and start it with “|”.',
      );
    case 'BAD_SCALAR_START': {
      const character = source.text[start] ?? '';
      return syntax(
        `A text may not begin with ${character} unless it is in quotation marks.`,
        `Put the text in quotation marks: ${quoteAfterColon(line)}`,
      );
    }
    case 'MISSING_CHAR':
      if (/quote/.test(error.message)) {
        return {
          ...syntax(
            'A quotation mark is opened here and never closed.',
            'Close it at the end of the text. To print a quotation mark inside quoted text, type it twice, or use the other kind round it.',
          ),
          at: openedBefore(start, document) ?? start,
        };
      }
      if (/between flow/.test(error.message)) {
        return syntax(
          'Inside brackets, a comma is missing before this.',
          'Type a comma at the end of what stands before it.',
        );
      }
      if (IS_KEY.test(line)) return syntax(...notInLine);
      return syntax(
        'A key without a colon, or a text that is not set in far enough.',
        'Write “key: value”, with a space after the colon, and set the lines of a long text in further than its key.',
      );
    case 'BAD_INDENT':
      if (/\b(flow|\]|\})/i.test(error.message)) {
        return {
          ...syntax(
            'A square or curly bracket is opened here and never closed.',
            'Close it, or put the text in quotation marks if the bracket belongs to it.',
          ),
          at: openedBefore(start, document) ?? start,
        };
      }
      return syntax(...notInLine);
    case 'UNEXPECTED_TOKEN': {
      const special = /^[\s-]*[^\s:]+:\s+([*&[{])/.exec(line)?.[1];
      if (special) {
        return syntax(
          `A text may not begin with ${special} unless it is in quotation marks.`,
          `Put the text in quotation marks: ${quoteAfterColon(line)}`,
        );
      }
      if (/^\s*[^\s:]+:\s+-\s/.test(line)) {
        return syntax(
          'A list cannot begin on the line of its key.',
          'Begin it on the next line, set in by two spaces: “- ” and the first item.',
        );
      }
      if (/['"]/.test(line)) {
        return syntax(
          'There is more text after the closing quotation mark.',
          'Take the quotation marks away, or put them round the whole text. An apostrophe inside single quotation marks is typed twice.',
        );
      }
      return syntax(
        'YAML cannot make sense of this line, often because it is not set in like its neighbours.',
        'Line it up with the other keys of its group, using spaces; write “key: value”.',
      );
    }
    case 'BAD_DQ_ESCAPE':
      return syntax(
        'A backslash in double quotation marks must be one of YAML’s escapes.',
        'Use single quotation marks instead, or type the backslash twice.',
      );
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return syntax(
        'An asterisk or ampersand at the start of a text means something special in YAML.',
        `Put the text in quotation marks: ${quoteAfterColon(line)}`,
      );
    default:
      return syntax(
        'YAML cannot make sense of this line.',
        'Compare it with the lines round it: a space after each colon and hyphen, the same indent for keys of one group.',
      );
  }
}

/** A line can have millions of characters; its beginning and its end tell what it is. */
const MOST_LOOKED_AT = 2000;

/** What the parser says of a line that it cannot place, rather than of what stands in it. */
const UNEXPLAINED = new Set<ErrorCode>([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

const IS_KEY = /^[\s-]*[^\s:#'"]+:(?:\s|$)/;

const indentOf = (line: string) => line.search(/\S|$/);

const notInLine = [
  'This line is not set in like its neighbours.',
  'Line it up with the other keys of its group, using spaces.',
] as const;

/** Where the quotation or brackets begin that reach to an offset or beyond. */
function openedBefore(offset: number, document: Document.Parsed): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Node(_, node: Node) {
      const [start, end] = node.range ?? [0, 0];
      const opens = isCollection(node)
        ? node.flow
        : isScalar(node) && /^QUOTE/.test(node.type ?? '');
      if (opens && start < offset && end >= offset) opened = start;
    },
  });
  return opened;
}

/** The line as it might have been meant: everything after its first colon in quotation marks. */
function quoteAfterColon(line: string): string {
  const match = /^[\s-]*([^\s:][^:]*):\s+(.*)$/.exec(line);
  if (!match) return 'key: "text"';
  const [, key, text = ''] = match;
  const value = text
    .replace(/\s+#.*$/, '')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"');
  const whole = `${key}: "${value}"`;
  return whole.length <= 90 ? whole : `${key}: "${value.slice(0, 60)}…"`;
}
