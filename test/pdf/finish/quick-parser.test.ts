import { PDFParser } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuickParser } from '../../../src/pdf/finish/quick-parser.ts';
import { rawPrinter } from '../../support/prints.ts';
import { everyKind } from '../../support/samples.ts';

const space = fc.constantFrom(' ', '\n', '\r\n', '\t', '  ', ' % a remark\n', '\0', '\f');
const name = fc
  .stringMatching(/^[A-Za-z0-9.+_*-]{0,8}$/)
  .chain((word) => fc.constantFrom(`/${word}`, `/${word}#20x`, `/${word}#2Fy`));
const number = fc.oneof(
  fc.nat().map(String),
  fc.constantFrom('0', '-1', '+7', '.5', '5.', '-.25', '12.50', '007', '99999999999', '3 0', '4 1'),
);
const reference = fc
  .tuple(fc.nat(99_999), fc.constantFrom('0', '1', '65535'))
  .map(([at, generation]) => `${at} ${generation} R`);
const string = fc.constantFrom('()', '(a (b) c)', '(\\) 1 0 R)', '<>', '<48 65>', '<4a4>');
const word = fc.constantFrom('true', 'false', 'null');

const { value } = fc.letrec<{ value: string; dictionary: string; list: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    name,
    number,
    reference,
    string,
    word,
    tie('list'),
    tie('dictionary'),
  ),
  list: fc
    .tuple(fc.array(tie('value'), { maxLength: 4 }), space)
    .map(([items, between]) => `[${between}${items.join(between)}${between}]`),
  dictionary: fc
    .tuple(fc.array(fc.tuple(name, space, tie('value'), space), { maxLength: 4 }), space)
    .map(
      ([entries, first]) =>
        `<<${first}${entries.map(([key, before, inside, after]) => `${key}x${before}${inside}${after}`).join('')}>>`,
    ),
}));

const fileOf = (objects: readonly string[]) =>
  `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`;

async function objectsIn(parser: PDFParser): Promise<string[]> {
  const context = await parser.parseDocument();
  return context.enumerateIndirectObjects().map(([ref, object]) => `${ref} ${object}`);
}

describe('a file', () => {
  it('is read as the library reads it, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), async (objects) => {
        const bytes = Buffer.from(fileOf(['<</Type/Catalog>>', ...objects]), 'latin1');
        expect(await objectsIn(new QuickParser(bytes))).toEqual(
          await objectsIn(PDFParser.forBytesWithOptions(bytes)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is read as the library reads it where it is broken', async () => {
    await fc.assert(
      fc.asyncProperty(value, fc.nat(), async (object, at) => {
        const whole = fileOf(['<</Type/Catalog>>', object]);
        const cut = whole.slice(0, at % whole.length);
        const read = (parser: PDFParser) => objectsIn(parser).catch((error) => [error.name]);
        const bytes = Buffer.from(cut, 'latin1');
        expect(await read(new QuickParser(bytes))).toEqual(
          await read(PDFParser.forBytesWithOptions(bytes)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('that a browser printed is read as the library reads it, streams included', async () => {
    const printer = await rawPrinter(undefined);
    const { pdf } = await printer.print(everyKind);
    await printer.close();
    const ours = await objectsIn(new QuickParser(pdf));
    expect(ours.length).toBeGreaterThan(100);
    expect(ours).toEqual(await objectsIn(PDFParser.forBytesWithOptions(pdf)));
  });
});
