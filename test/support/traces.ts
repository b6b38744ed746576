import Slugger from 'github-slugger';
import { plainText } from '../../src/compose/text.ts';

/**
 * What an empty part would leave behind in Markdown: headings over nothing, tables without rows, links
 * that lead nowhere, words meant to frame a value that is not there. Each is one line; none is none.
 */
export function tracesIn(markdown: string): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  return [
    ...emptyHeadings(body),
    ...emptyTables(body),
    ...danglingLinks(body),
    ...uncitedSources(body),
    ...matches('two empty lines', body, /\n\n\n/),
    ...matches('an empty item', body, /^(?:> )?(?:[-*+]|\d+\.)\s*$/m),
    ...matches('a label over nothing', body, /^(?:> )?\*\*[^*]+\*\*[.:]?$(?!\n\n(?:\||!\[|_))/m),
    ...matches('no words', body, /^(?:> |- )+[^\p{L}\p{N}\n|]+$/mu),
    ...matches('nothing between marks', body, /\*\*\*\*|\[\]\(|\(\)|__|“”|‘’/),
    ...matches(
      'a stop with nothing before it',
      body,
      /(?:^|[\s,;:(])[.,;:](?=\s|$)|[,;:]\.|\.\.(?!\.)/m,
    ),
    ...matches('a line broken before nothing', body, /(?<!\\)\\\n(?=\n|- |#|>$|$(?!\n))/),
    ...matches('a break on a line of its own', body, /^(?:> )?\\$/m),
    ...matches('a heading close on words', body, /^(?!>?$|<!--|> \[!).*\n(?:> )?#{1,6} /m),
    ...matches('what only a computer would say', body, /\bundefined\b|\bNaN\b|\[object|\bnull\b/),
  ];
}

function matches(what: string, body: string, pattern: RegExp): string[] {
  const match = pattern.exec(body);
  return match ? [`${what}: ${JSON.stringify(around(body, match.index))}`] : [];
}

const around = (body: string, at: number) => body.slice(Math.max(0, at - 60), at + 60);

const depthOf = (line: string) => /^(?:> )?(#{1,6}) /.exec(line)?.[1]?.length;

function emptyHeadings(body: string): string[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '' && line !== '>');
  return lines.flatMap((line, index) => {
    const depth = depthOf(line);
    const next = lines[index + 1];
    if (depth === undefined) return [];
    const isEmpty =
      next === undefined ||
      next.startsWith('<!-- section: ') ||
      (line.startsWith('>') && !next.startsWith('>')) ||
      (depthOf(next) ?? 7) <= depth;
    return isEmpty ? [`a heading over nothing: ${line}`] : [];
  });
}

function emptyTables(body: string): string[] {
  const lines = body.split('\n');
  return lines.flatMap((line, index) =>
    /^\|(?: -+:? \|)+$/.test(line) && !lines[index + 1]?.startsWith('|')
      ? [`a table without rows: ${lines[index - 1]}`]
      : [],
  );
}

function danglingLinks(body: string): string[] {
  const slugger = new Slugger();
  const anchors = new Set(
    [...body.matchAll(/^(?:> )?#{1,6} (.+)$/gm)].map(([, words = '']) =>
      slugger.slug(plainText(words)),
    ),
  );
  return [...body.matchAll(/\]\(#([^)]*)\)/g)].flatMap(([, anchor = '']) =>
    anchors.has(anchor) ? [] : [`a link to a heading that is not there: #${anchor}`],
  );
}

function uncitedSources(body: string): string[] {
  const defined = [...body.matchAll(/^\[\^([\w-]+)\]: /gm)].map((match) => match[1]);
  const cited = [...body.matchAll(/(?<!\\)\[\^([\w-]+)\](?!: )/g)].map((match) => match[1]);
  return [
    ...cited.filter((id) => !defined.includes(id)).map((id) => `no source for [^${id}]`),
    ...defined.filter((id) => !cited.includes(id)).map((id) => `a source nobody cites: [^${id}]`),
  ];
}
