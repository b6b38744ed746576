import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CST, Parser, parseDocument } from 'yaml';
import { rewrite } from '../../../src/profile/edit/rewrite.ts';
import { defaultLimits } from '../../../src/profile/limits.ts';
import { type Value, valuesOf } from '../../../src/profile/yaml/values.ts';

type Group = { [key: string]: Value };

const KEYS = ['trust', 'growth', 'pace', 'limit', 'schools', 'name', 'ask-who', 'visits'];
const keysAt = () => KEYS;

const words = fc
  .oneof(
    fc.constantFrom(
      '5%',
      'yes',
      'no',
      '412',
      '2024/25',
      'null',
      '~',
      'true',
      '#5b5',
      '- not a list',
      'key: value',
      'a #b',
      'ends with colon:',
      '"quoted" words',
      'it’s “so”',
      "don't",
      '*star and &and',
      '{{x}}',
      '[a, b',
      'é è naïve',
      'a, b',
      '{a: b}',
      '? what',
      '| pipe',
      '> more',
      '%tag',
      '@at',
      '`tick`',
      '!bang',
      'back\\slash',
      'two\nlines',
      'two\n\nparagraphs of words',
      'ends with space ',
      ' starts with space',
      'tab\tinside',
      '---',
      '...',
      'A sentence that is so long that it must be folded somewhere, for nobody reads a line that runs on for ever.',
      'Long first paragraph with more than seventy characters in it, so that it is folded.\n\nSecond one.',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .filter(
    (text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}\ufeff\u2028\u2029](?<![\n\t])/u.test(text),
  );

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value; group: Value; list: Value }>(
  (tie) => ({
    value: fc.oneof({ depthSize: 'small', maxDepth: 4 }, words, tie('group'), tie('list')),
    group: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), {
      minKeys: 1,
      maxKeys: 5,
      noNullPrototype: true,
    }),
    list: fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
  }),
).value;

const group = fc.dictionary(fc.constantFrom(...KEYS), value, {
  minKeys: 1,
  maxKeys: 6,
  noNullPrototype: true,
}) as fc.Arbitrary<Group>;

/** Writes YAML as people do: comments anywhere, three ways to quote, brackets or not, any indent. */
class Hand {
  readonly #choices: number[];
  #at = 0;
  constructor(choices: number[]) {
    this.#choices = choices;
  }
  pick(of: number): number {
    this.#at += 1;
    return (this.#choices[this.#at % this.#choices.length] ?? 0) % of;
  }
  scalar(text: string, indent: number, flow: boolean): string {
    const single = () => `'${text.replaceAll("'", "''")}'`;
    const double = () =>
      JSON.stringify(text).replace(
        /[\u007f-\u009f]/g,
        (c) => `\\u00${c.charCodeAt(0).toString(16)}`,
      );
    const plain = () => {
      const parsed = parseDocument(flow ? `[${text}]` : `k: ${text}`, { schema: 'failsafe' });
      const back = parsed.errors.length > 0 ? undefined : parsed.getIn([flow ? 0 : 'k']);
      const same = back === text && !/^(null|~)$/i.test(text);
      return same && !text.includes('\n') ? text : double();
    };
    const block = (sign: string) => {
      const pad = ' '.repeat(indent);
      const safe = text === text.trim() && !/\p{Cc}(?<!\n)| \n|\n /u.test(text);
      if (flow || !safe) return double();
      const lines =
        sign === '|'
          ? text.split('\n')
          : text.split('\n').flatMap((line, i) => (i > 0 ? ['', line] : [line]));
      return `${sign}-${this.pick(4) === 0 ? ' # note' : ''}\n${lines.map((line) => (line ? pad + line : '')).join('\n')}`;
    };
    const printable = !/\p{Cc}/u.test(text);
    return (
      [plain, plain, printable ? single : double, double, () => block('|'), () => block('>')][
        this.pick(6)
      ]?.() ?? ''
    );
  }
  comment(): string {
    return this.pick(4) === 0 ? ' # a comment: with signs' : '';
  }
  between(indent: number): string {
    return (
      ['', '', '', `${' '.repeat(indent)}# a line of comment\n`, '\n', '# far left: yes\n\n'][
        this.pick(6)
      ] ?? ''
    );
  }
  write(what: Value, indent: number, step: number, seqStep: number): string {
    if (typeof what === 'string') {
      const text = this.scalar(what, indent, false);
      return ` ${text}${/\n/.test(text) || text.startsWith('|') || text.startsWith('>') ? '' : this.comment()}\n`;
    }
    if (this.pick(5) === 0) return ` ${this.flow(what)}${this.comment()}\n`;
    if (Array.isArray(what)) {
      const at = Math.max(0, indent - step) + seqStep;
      return `${this.comment()}\n${this.items(what, at, step, seqStep)}`;
    }
    return `${this.comment()}\n${this.pairs(what, indent, step, seqStep)}`;
  }
  items(list: Value[], at: number, step: number, seqStep: number): string {
    const pad = ' '.repeat(at);
    return list
      .map((item) => {
        const above = this.between(at);
        if (typeof item === 'object' && !Array.isArray(item) && this.pick(3) > 0) {
          return `${above}${pad}- ${this.pairs(item, at + 2, step, seqStep, true)}`;
        }
        return `${above}${pad}-${this.write(item, at + Math.max(2, step), step, seqStep)}`;
      })
      .join('');
  }
  pairs(what: Group, indent: number, step: number, seqStep: number, inline = false): string {
    const pad = ' '.repeat(indent);
    return Object.entries(what)
      .map(([key, inside], index) => {
        const name = this.pick(6) === 0 ? `"${key}"` : key;
        const above = inline && index === 0 ? '' : this.between(indent) + pad;
        return `${above}${name}:${this.write(inside, indent + step, step, seqStep)}`;
      })
      .join('');
  }
  flow(what: Value): string {
    if (typeof what === 'string') return this.scalar(what, 0, true);
    const space = this.pick(2) === 0 ? ' ' : '';
    const comma = this.pick(4) === 0 ? ',' : '';
    if (Array.isArray(what))
      return `[${space}${what.map((item) => this.flow(item)).join(', ')}${comma}${space}]`;
    const pairs = Object.entries(what).map(([key, inside]) => `${key}: ${this.flow(inside)}`);
    return `{${space}${pairs.join(', ')}${comma}${space}}`;
  }
  profile(what: Group): string {
    const step = [2, 4, 2, 3][this.pick(4)] ?? 2;
    const head = this.pick(2) === 0 ? '# yaml-language-server: $schema=x\n\n' : '';
    const text = head + this.pairs(what, 0, step, [0, 2, step][this.pick(3)] ?? 2);
    const ended = this.pick(5) === 0 ? text.replace(/\n+$/, '') : text;
    return this.pick(4) === 0 ? ended.replaceAll('\n', '\r\n') : ended;
  }
}

const valueIn = (text: string) => {
  const document = parseDocument(text, { schema: 'failsafe' });
  return document.errors.length > 0 ? undefined : valuesOf(document, defaultLimits).value;
};

const written = fc
  .tuple(group, fc.array(fc.nat(1000), { minLength: 20, maxLength: 60 }))
  .map(([what, choices]) => ({ what, text: new Hand(choices).profile(what) }))
  .filter(({ text }) => valueIn(text) !== undefined);

/** A value with one leaf set, one key added or one item appended; and the path of what was touched. */
function touched(
  what: Group,
  where: number,
  text: string,
): { after: Group; path: (string | number)[] } {
  const after = structuredClone(what);
  const places: (() => (string | number)[])[] = [];
  const walk = (inside: Value, path: (string | number)[]) => {
    if (typeof inside === 'string') return;
    if (Array.isArray(inside)) {
      places.push(() => [...path, inside.push(text) - 1]);
      for (const [index, item] of inside.entries()) {
        if (typeof item !== 'string') walk(item, [...path, index]);
        else
          places.push(() => {
            inside[index] = text;
            return [...path, index];
          });
      }
      return;
    }
    if (inside.added === undefined)
      places.push(() => {
        inside.added = text;
        return [...path, 'added'];
      });
    for (const [key, item] of Object.entries(inside)) {
      if (typeof item !== 'string') walk(item, [...path, key]);
      else
        places.push(() => {
          inside[key] = text;
          return [...path, key];
        });
    }
  };
  walk(after, []);
  return { after, path: places[where % places.length]?.() ?? [] };
}

const commentsOf = (text: string) =>
  [...new Parser().parse(text)].flatMap((token) => {
    const found: string[] = [];
    CST.visit(token as CST.Document, () => {});
    const walk = (inside: unknown) => {
      if (typeof inside !== 'object' || inside === null) return;
      const { type, source } = inside as { type?: string; source?: string };
      if (type === 'comment' && source) found.push(source.trim());
      for (const next of Object.values(inside)) walk(next);
    };
    walk(token);
    return found;
  });

/** The stretch of a text that another does not share with it. */
function changedStretch(before: string, after: string): [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [start, before.length - end];
}

describe('rewrite, for profiles in any handwriting', () => {
  const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };

  it('makes the text hold exactly what is wanted', () => {
    fc.assert(
      fc.property(written, group, ({ text }, after) => {
        const result = rewrite(text, after, keysAt);
        expect(result).toBeDefined();
        expect(valueIn(result ?? '')).toEqual(after);
      }),
      runs,
    );
  });

  it('leaves a text alone that holds what is wanted already', () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        expect(rewrite(text, valueIn(text) as Group, keysAt)).toBe(text);
      }),
      runs,
    );
  });

  it('changes no line but those of the value that differs, and keeps every comment', () => {
    fc.assert(
      fc.property(written, fc.nat(1000), words, ({ text }, where, word) => {
        const before = valueIn(text) as Group;
        const { after, path } = touched(before, where, word);
        const result = rewrite(text, after, keysAt) ?? '';
        expect(valueIn(result)).toEqual(after);
        expect(commentsOf(result)).toEqual(commentsOf(text));
        const [start, end] = changedStretch(text, result);
        const document = parseDocument(text, { schema: 'failsafe' });
        const { value, depth } = valuesOf(document, defaultLimits).places.find(path);
        if (depth < path.length) {
          // What is added takes nothing away.
          expect(end - start).toBeLessThanOrEqual(0);
          return;
        }
        const [from, to] = value ?? [0, 0];
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeLessThanOrEqual(
          text[to - 1] === '\n' ? to : `${text}\n`.indexOf('\n', to) + 1,
        );
      }),
      runs,
    );
  });
});
