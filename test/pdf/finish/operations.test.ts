import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OperationReader } from '../../../src/pdf/finish/operations.ts';
import type { Operand } from '../../../src/pdf/finish/scanner.ts';

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** Every operation of a content stream: its operator, its operands and its very bytes. */
function readAll(source: string) {
  const reader = new OperationReader(bytesOf(source));
  const read: { operator: string; operands: Operand[]; written: string }[] = [];
  while (reader.next()) {
    const { operator, start, end } = reader;
    read.push({ operator, operands: reader.operands(), written: source.slice(start, end) });
  }
  return read;
}

/** An operand, and one of the ways in which it may be written. */
interface Written {
  value: Operand;
  source: string;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const names = fc
  .array(fc.integer({ min: 1, max: 255 }), { maxLength: 8 })
  .map((codes) => String.fromCharCode(...codes));
const nameSource = (text: string) =>
  `/${text.replace(/[^A-Za-z0-9]/g, (character) => `#${hex(bytesOf(character))}`)}`;

const strings = fc.uint8Array({ maxLength: 12 }).chain((value) => {
  const literal = Buffer.from(value)
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&');
  const octal = [...value].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return fc
    .constantFrom(
      `<${hex(value)}>`,
      `<${hex(value).toUpperCase().replace(/../g, '$& ')}\n>`,
      `(${literal.replace(/\r/g, '\\r')})`,
      `(${octal.join('')})`,
    )
    .map((source): Written => ({ value, source }));
});

const numbers = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }).map((value): Written => ({ value, source: `${value}` })),
  fc.constantFrom<Written>(
    { value: 0.5, source: '.5' },
    { value: -0.5, source: '-.5' },
    { value: 4, source: '4.' },
    { value: 17, source: '+17' },
  ),
);

const words = fc.constantFrom<Written>(
  { value: true, source: 'true' },
  { value: false, source: 'false' },
  { value: null, source: 'null' },
);

const { operand } = fc.letrec<{ operand: Written }>((tie) => ({
  operand: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    numbers,
    strings,
    words,
    names.map((name): Written => ({ value: { name }, source: nameSource(name) })),
    fc.array(tie('operand'), { maxLength: 4 }).map(
      (items): Written => ({
        value: items.map(({ value }) => value),
        source: `[${items.map(({ source }) => source).join(' ')}]`,
      }),
    ),
    fc
      .uniqueArray(fc.tuple(names, tie('operand')), { maxLength: 4, selector: ([name]) => name })
      .map((entries): Written => {
        const sources = entries.map(([name, { source }]) => `${nameSource(name)} ${source}`);
        return {
          value: new Map(entries.map(([name, { value }]) => [name, value])),
          source: `<<${sources.join('\n')}>>`,
        };
      }),
  ),
}));

const operation = fc.record({
  operator: fc.constantFrom('q', 'Q', 're', 'f*', 'Tj', "'", '"', 'BDC', 'Do', 'd0', 'sh'),
  operands: fc.array(operand, { maxLength: 4 }),
  gap: fc.constantFrom(' ', '\n', '\r\n', '\t ', ' % a remark: (not a string <<\n'),
});

const INLINE_IMAGE = 'BI /W 2 /H 1 /CS /G /BPC 8 ID \x00EI\xff EI';

describe('a content stream', () => {
  it('is read as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const sources = operations.map(({ operator, operands, gap }) =>
          [...operands.map(({ source }) => source), operator].join(gap),
        );
        const stream = operations.map(({ gap }, index) => sources[index] + gap).join('');
        expect(readAll(stream)).toEqual(
          operations.map(({ operator, operands }, index) => ({
            operator,
            operands: operands.map(({ value }) => value),
            written: sources[index],
          })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is gone through to its end, whatever bytes it is made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
        const reader = new OperationReader(content);
        let last = 0;
        while (reader.next()) {
          reader.operands();
          expect(reader.start).toBeGreaterThanOrEqual(last);
          expect(reader.end).toBeGreaterThan(reader.start);
          last = reader.end;
        }
        expect(last).toBeLessThanOrEqual(content.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('may hold an inline image, which is one operation', () => {
    expect(readAll(`q ${INLINE_IMAGE}\nQ`).map(({ written }) => written)).toEqual([
      'q',
      INLINE_IMAGE,
      'Q',
    ]);
  });

  it.each([
    ['(a (nested) string)', 'a (nested) string'],
    ['(\\(open)', '(open'],
    ['(a\\\nb)', 'ab'],
    ['(a\r\nb)', 'a\nb'],
    ['(\\n\\t\\x)', '\n\tx'],
    ['(\\53\\0533)', '++3'],
    ['<4a4>', 'J@'],
    ['<>', ''],
  ])('that holds %j says %j', (source, text) => {
    expect(readAll(`${source} Tj`)[0]?.operands).toEqual([bytesOf(text)]);
  });

  it('may end in an operand without an operator, which is left out', () => {
    expect(readAll('q 1 2')).toEqual([{ operator: 'q', operands: [], written: 'q' }]);
  });
});

describe('a text object', () => {
  const plain = 'BT\n/F4 11.3 Tf\n1 0 0 -1 20 40.5 Tm\n<0048> Tj\n6.7 0 Td <0069> Tj\nET';
  const passed = (source: string) => {
    const reader = new OperationReader(bytesOf(source));
    reader.next();
    return { text: reader.passPlainText(), after: reader.next() ? reader.operator : null };
  };

  it('as Chromium writes it is passed over at once', () => {
    expect(passed(`${plain}\nQ`)).toEqual({
      text: {
        font: 'F4',
        setFont: { start: 3, end: plain.indexOf(' Tf') + 3 },
        place: [1, 0, 0, -1, 20, 40.5],
        codes: '00480069',
        show: plain.lastIndexOf('Tj') + 2,
      },
      after: 'Q',
    });
  });

  it.each([
    ['is marked inside', plain.replace('6.7', '/Span <</ActualText (i)>> BDC 6.7')],
    ['moves to another line', plain.replace('6.7 0', '6.7 12')],
    ['shows a literal string', plain.replace('<0069>', '(i)')],
    ['sets something else', plain.replace('1 0 0 -1', '2 Tr 1 0 0 -1')],
  ])('that %s is gone through step by step', (_, source) => {
    expect(passed(source)).toMatchObject({ text: undefined, after: 'Tf' });
  });
});
