import { type Document, type ErrorCode, type Node, parseDocument, type YAMLParseError } from 'yaml';
import type { Code } from '../../diagnostics/catalogue.ts';
import type { Diagnostic, Range } from '../../diagnostics/diagnostic.ts';
import { SourceText } from '../../diagnostics/source-text.ts';
import {
  nodeAt,
  type Path,
  type Value,
  type ValueLimits,
  type ValueProblem,
  valuesOf,
} from './values.ts';

/** One YAML file: what it holds, and where each part of it stands. */
export interface ParsedFile {
  /** As shown to the user: relative to the folder the command was run in. */
  name: string;
  source: SourceText;
  /** Undefined where the file is empty or could not be read as YAML. */
  value: Value | undefined;
  diagnostics: Diagnostic[];
  /**
   * Where a path stands: its value, or its key. Where the path leads to something that is not there,
   * the place of the deepest part that is.
   */
  rangeOf(path: Path, at: 'key' | 'value'): Range;
}

const MOST_SYNTAX_PROBLEMS = 10;

export function parseYaml(name: string, text: string, limits: ValueLimits): ParsedFile {
  const source = new SourceText(text);
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const at = (start: number, end: number) => source.range(start, Math.max(end, start + 1));
  const report = (code: Code, range: Range, message: string, hint: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    hint,
    file: name,
    range,
  });

  const syntax = onePerLine(document.errors, source)
    .slice(0, MOST_SYNTAX_PROBLEMS)
    .map((error) => {
      const { code, message, hint } = explainSyntax(error, source);
      return report(code, at(...error.pos), message, hint);
    });

  const failed = syntax.length > 0;
  const { value, problems } = failed
    ? { value: undefined, problems: [] }
    : valuesOf(document, limits);

  return {
    name,
    source,
    value,
    diagnostics: [
      ...syntax,
      ...problems.map((problem) => {
        const { code, message, hint } = explainValue(problem, limits);
        return report(code, rangeOfNode(problem.node, source), message, hint);
      }),
    ],
    rangeOf: (path, wanted) => locate(document, source, path, wanted),
  };
}

function locate(
  document: Document.Parsed,
  source: SourceText,
  path: Path,
  wanted: 'key' | 'value',
): Range {
  const found = nodeAt(document, path);
  const whole = found.depth === path.length;
  if (whole && wanted === 'value' && found.node?.range) return rangeOfNode(found.node, source);
  const node = found.key ?? found.node;
  return node?.range ? rangeOfNode(node, source) : source.range(0, 0);
}

/** A scalar is marked whole; a list or a group by its first line, which is where a person looks. */
function rangeOfNode(node: Node, source: SourceText): Range {
  const [start, end] = node.range ?? [0, 0];
  const text = source.text.slice(start, end);
  const block = /^[|>]/.test(text);
  const firstLine = text.search(/\r?\n/);
  if (firstLine === -1) return source.range(start, end);
  // The header of a block scalar says nothing: mark the first line of the text itself.
  if (block) {
    const body = start + firstLine + (text[firstLine] === '\r' ? 2 : 1);
    const indent = /^[ \t]*/.exec(source.text.slice(body))?.[0].length ?? 0;
    const stop = source.text.slice(body).search(/\r?\n/);
    return source.range(body + indent, stop === -1 ? end : body + stop);
  }
  return source.range(start, start + firstLine);
}

/** One mistake makes the parser stumble several times on its line; the first says most. */
function onePerLine(errors: readonly YAMLParseError[], source: SourceText): YAMLParseError[] {
  const seen = new Set<number>();
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter((error) => {
      const { line } = source.position(error.pos[0]);
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    });
}

interface Words {
  code: Code;
  message: string;
  hint: string;
}

function explainSyntax(error: YAMLParseError, source: SourceText): Words {
  const [start] = error.pos;
  const line = source.line(source.position(start).line);
  const syntax = (message: string, hint: string): Words => ({ code: 'yaml-syntax', message, hint });

  switch (error.code satisfies ErrorCode) {
    case 'TAB_AS_INDENT':
      return {
        code: 'yaml-tab',
        message: 'This line is set in with a tab. YAML counts spaces only.',
        hint: 'Replace the tab by two spaces for each level.',
      };
    case 'DUPLICATE_KEY': {
      const key = source.text.slice(...error.pos).trim();
      return {
        code: 'duplicate-key',
        message: `“${key}” stands here a second time; only one of them would count.`,
        hint: 'Join the two, or delete one.',
      };
    }
    case 'MULTIPLE_DOCS':
      return {
        code: 'yaml-documents',
        message: 'A line of three hyphens (---) starts a second document here.',
        hint: 'Delete the line. A line of hyphens inside a text must be set in like the text.',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:\s/.test(line.replace(/^[\s-]*[^\s:][^:]*:\s/, ''))) {
        return syntax(
          'There is a second colon in this line, so YAML takes its end for another key.',
          `Put the text in quotation marks: ${quoteAfterColon(line)}`,
        );
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
        return syntax(
          'A quotation mark is opened and never closed.',
          'Close it at the end of the text. To print a quotation mark inside quoted text, type it twice, or use the other kind round it.',
        );
      }
      return syntax(
        'A key without a colon, or a text that is not set in far enough.',
        'Write “key: value”, with a space after the colon, and set the lines of a long text in further than its key.',
      );
    case 'BAD_INDENT':
      if (/\b(flow|\]|\})/i.test(error.message)) {
        return syntax(
          'A square or curly bracket is opened and never closed.',
          'Close it, or put the text in quotation marks if the bracket belongs to it.',
        );
      }
      return syntax(
        'This line is not set in like its neighbours.',
        'Line it up with the other keys of its group, using spaces.',
      );
    case 'UNEXPECTED_TOKEN':
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

function explainValue(problem: ValueProblem, limits: ValueLimits): Words {
  switch (problem.kind) {
    case 'alias-unknown':
      return {
        code: 'yaml-alias',
        message: `*${problem.name} refers to something that is not marked &${problem.name} above it.`,
        hint: 'Put the text in quotation marks if the asterisk belongs to it.',
      };
    case 'alias-too-many':
      return {
        code: 'yaml-alias',
        message: 'References with * repeat so much of the profile that it would become too large.',
        hint: 'Write the repeated parts out, or repeat less.',
      };
    case 'too-many':
      return {
        code: 'profile-too-large',
        message: `The profile holds more than ${limits.nodes.toLocaleString('en-GB')} values.`,
        hint: 'Leave out what the document does not need. To allow more: --limit values=1000000',
      };
    case 'too-deep':
      return {
        code: 'profile-too-deep',
        message: `Groups stand inside groups more than ${limits.depth} deep.`,
        hint: 'No part of a profile needs more than 8: look for a line that is set in too far, or brackets in brackets.',
      };
    case 'key-not-text':
      return {
        code: 'yaml-syntax',
        message: 'A key must be a word or a few.',
        hint: 'Write “key: value”. Put a text that begins with { or [ in quotation marks.',
      };
    case 'key-unsafe':
      return {
        code: 'unknown-key',
        message: `“${problem.name}” cannot be used as a key.`,
        hint: 'Delete it.',
      };
    case 'tag':
      return {
        code: 'yaml-tag',
        message: `“${problem.name.replace('tag:yaml.org,2002:', '!!')}” is a YAML tag. A profile holds text only, never instructions.`,
        hint: 'Delete the tag, or put the text in quotation marks if the exclamation mark belongs to it.',
      };
  }
}
