import { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Container } from '../../../src/pdf/finish/containers.ts';
import type { Owner } from '../../../src/pdf/finish/owners.ts';
import type { Unit } from '../../../src/pdf/finish/painting.ts';
import { readPainting } from '../../../src/pdf/finish/read-painting.ts';
import { rewrite } from '../../../src/pdf/finish/rewrite.ts';
import type { Content } from '../../../src/pdf/finish/tree.ts';

function containerOf(source: string): Container {
  const painting = readPainting(Uint8Array.from(Buffer.from(source, 'latin1')), {
    font: () => null,
    isForm: (name) => name.startsWith('Form'),
    markIn: () => undefined,
  });
  return {
    page: PDFRef.of(1),
    form: null,
    dict: PDFContext.create().obj({}),
    painting,
    forms: new Map(),
    replaced: new Map(),
  };
}

/** Everything as its mark says: content by its id, and the rest artefacts. */
function ownersIn(container: Container): Map<Unit, Owner> {
  const contents = new Map<number, Content>();
  const owners = new Map<Unit, Owner>();
  for (const unit of container.painting.units) {
    if (typeof unit.mark !== 'number') {
      owners.set(unit, unit.mark ?? '/Artifact BMC');
      continue;
    }
    const content = contents.get(unit.mark) ?? { kind: 'content', container, units: [] };
    contents.set(unit.mark, content);
    content.units.push(unit);
    owners.set(unit, content);
  }
  return owners;
}

function rewritten(stream: string, insertions: ReadonlyMap<number, string> = new Map()) {
  const container = containerOf(stream);
  const { source, marked } = rewrite(container, ownersIn(container), () => '/P', insertions);
  return { source: source.trimEnd(), marked };
}

const text = (words: string) => `BT\n/F1 9 Tf\n1 0 0 1 0 0 Tm\n(${words}) Tj\nET`;
const paint = fc.constantFrom('0 0 9 9 re\nf', '0 0 m\n9 9 l\nS', '/Im1 Do', text('a'), text('b'));
const state = fc.constantFrom('1 0 0 rg', '1 0 0 1 2 2 cm', '0 0 5 5 re\nW* n');

/** Groups within groups, as lists of lines. */
const { group } = fc.letrec<{ group: string[] }>((tie) => ({
  group: fc
    .array(
      fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        paint.map((lines) => [lines]),
        state.map((line) => [line]),
        tie('group').map((lines) => ['q', ...lines, 'Q']),
      ),
      { maxLength: 5 },
    )
    .map((items) => items.flat()),
}));

/** Lines with marks put in anywhere, as browsers do: across `q` and `Q`, but never one in another. */
const streams = fc
  .tuple(group, fc.array(fc.nat({ max: 30 }), { maxLength: 8 }))
  .map(([lines, places]) => {
    const at = [...new Set(places)].sort((a, b) => a - b).filter((place) => place <= lines.length);
    const marked = at.slice(0, at.length - (at.length % 2));
    const open = (index: number) =>
      index % 4 === 0 ? '/Artifact BMC' : `/P <</MCID ${index}>> BDC`;
    return lines
      .concat([''])
      .flatMap((line, index) => {
        const mark = marked.indexOf(index);
        if (mark < 0) return [line];
        return [mark % 2 ? 'EMC' : open(mark + 1), line];
      })
      .filter((line) => line !== '')
      .join('\n');
  });

const MARKS = /^(?:\/\w+ <<.*>> BDC|\/Artifact BMC|EMC)$/;
const withoutMarks = (source: string) =>
  source.split('\n').filter((line) => line !== '' && !MARKS.test(line));

/** What each painting operation is marked as, and whether everything closes in the order it opened. */
function marksOf(source: string) {
  const open: string[] = [];
  const marks: string[][] = [];
  const ids: number[] = [];
  const opens: Record<string, string> = { Q: 'q', ET: 'BT', EMC: 'mark' };
  for (const line of source.split('\n')) {
    const operator = line.split(' ').at(-1) ?? '';
    const id = /MCID (\d+)/.exec(line)?.[1];
    if (id) ids.push(Number(id));
    if (operator === 'q' || operator === 'BT') open.push(operator);
    else if (operator === 'BDC' || operator === 'BMC') open.push(`mark ${id ?? 'artefact'}`);
    else if (opens[operator]) {
      expect(open.pop()).toMatch(new RegExp(`^${opens[operator]}`));
    } else if (/^(?:f|S|Do|Tj)$/.test(operator)) {
      marks.push(open.filter((one) => one.startsWith('mark')));
    }
  }
  expect(open).toEqual([]);
  return { marks, ids };
}

describe('a content stream that is marked anew', () => {
  it('has each stretch of painting in one mark, and no mark across another bracket', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const { source, marked } = rewritten(stream);
        const { marks, ids } = marksOf(source);
        for (const mark of marks) expect(mark).toHaveLength(1);
        expect(ids).toEqual(marked.map((_, id) => id));
      }),
      { numRuns: 1000 },
    );
  });

  it('paints what it painted, for whom it painted it', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const { source, marked } = rewritten(stream);
        expect(withoutMarks(source)).toEqual(withoutMarks(stream));
        const before = containerOf(stream).painting.units.map(({ mark }) => mark);
        const after = containerOf(source).painting.units.map(({ mark }) => mark);
        expect(after.map((mark) => typeof mark)).toEqual(
          before.map((mark) => (mark === null ? 'string' : typeof mark)),
        );
        for (const [index, mark] of after.entries()) {
          if (typeof mark !== 'number') continue;
          expect(marked[mark]?.units.map((unit) => unit.mark)).toContain(before[index]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change when it is marked again', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const { source } = rewritten(stream);
        expect(rewritten(source).source).toBe(source);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends a mark that a browser left open with the last thing that it marks', () => {
    const { source } = rewritten(
      `q\n/P <</MCID 7>> BDC\n${text('a')}\nQ\nq\n1 0 0 rg\nEMC\n0 0 9 9 re\nf\nQ`,
    );
    expect(source).toBe(
      `/P <</MCID 0>> BDC\nq\n${text('a')}\nQ\nEMC\n/Artifact BMC\nq\n1 0 0 rg\n0 0 9 9 re\nf\nQ\nEMC`,
    );
  });

  it('marks a text object within, where it holds more than one thing', () => {
    const both = (first: string, second: string) =>
      `BT\n/F1 9 Tf\n${first}\n(a) Tj\nEMC\n${second}\n(b) Tj\nEMC\nET`;
    const { source } = rewritten(both('/P <</MCID 4>> BDC', '/P <</MCID 2>> BDC'));
    expect(source).toBe(both('/P <</MCID 0>> BDC', '/P <</MCID 1>> BDC'));
  });

  it('keeps what a mark says of letters, within the mark of their element', () => {
    const ligature = `BT\n/F1 9 Tf\n/Span <</ActualText (fi)>> BDC\n(x) Tj\nEMC\nET`;
    expect(rewritten(ligature).source).toBe(`/Artifact BMC\n${ligature}\nEMC`);
  });

  it('leaves a clip outside, which paints nothing', () => {
    expect(rewritten('0 0 9 9 re\nW n\n0 0 5 5 re\nf').source).toBe(
      '0 0 9 9 re\nW n\n/Artifact BMC\n0 0 5 5 re\nf\nEMC',
    );
  });

  it('takes what is put in after an operation into the mark of that operation', () => {
    const stream = `/P <</MCID 0>> BDC\n${text('a')}\nEMC`;
    const { source } = rewritten(stream, new Map([[stream.indexOf('Tj') + 2, '( ) Tj']]));
    expect(source).toBe(stream.replace('Tj', 'Tj\n( ) Tj'));
  });

  it('keeps operations apart where a mark stood between them without a space', () => {
    expect(rewritten('q/Artifact BMC\n0 0 9 9 re f EMC Q').source).toBe(
      '/Artifact BMC\nq\n0 0 9 9 re f Q\nEMC',
    );
  });
});
