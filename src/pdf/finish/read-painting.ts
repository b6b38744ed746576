import type { Font } from './fonts.ts';
import { OperationReader, type Stretch } from './operations.ts';
import {
  type ArtefactTag,
  type Block,
  type Box,
  isUnit,
  type Line,
  type Mark,
  type Painting,
  type Unit,
} from './painting.ts';
import { isName, type Operand } from './scanner.ts';

/** What a content stream names and does not hold. */
export interface Resources {
  font(name: string): Font | null;
  /** Whether an external object is a form, and so has a content stream of its own. */
  isForm(name: string): boolean;
  /** The marked-content id in a named property list. */
  markIn(properties: string): number | undefined;
}

/** Reads what a content stream paints. */
export function readPainting(content: Uint8Array, resources: Resources): Painting {
  return new PaintingReader(content, resources).read();
}

const CONSTRUCT = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  matrix: Matrix;
  clip: Box | null;
  font: Font | null;
  setFont: Stretch | null;
}

type OpenMark = { kind: 'content'; id: number } | { kind: 'artefact'; tag: ArtefactTag } | Other;
/** A mark that says something of its content, such as the characters of a ligature. */
interface Other {
  kind: 'other';
  block: Block;
  actualText: string | null;
}

class PaintingReader {
  readonly #painting: Painting;
  readonly #resources: Resources;
  readonly #operation: OperationReader;
  readonly #blocks: Block[];
  readonly #states: State[] = [];
  readonly #marks: OpenMark[] = [];
  /** The innermost mark that makes content or an artefact of what is painted now. */
  #mark: Mark = null;
  #state: State = { matrix: IDENTITY, clip: null, font: null, setFont: null };
  #line: Matrix = IDENTITY;
  /** Whether there was a move since the last show that was not along the line. */
  #leftLine = false;
  #pathStart: number | null = null;
  #rectangle: Box | null = null;

  constructor(content: Uint8Array, resources: Resources) {
    const root: Block = { start: 0, end: content.length, items: [] };
    this.#resources = resources;
    this.#operation = new OperationReader(content);
    this.#painting = { content, source: this.#operation.source, root, units: [], marks: [] };
    this.#blocks = [root];
  }

  read(): Painting {
    while (this.#operation.next()) this.#take(this.#operation.operator);
    return this.#painting;
  }

  #take(operator: string): void {
    switch (operator) {
      case 'Td':
      case 'TD':
        this.#move();
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.#show();
        break;
      case 'BT':
        this.#openText();
        break;
      case 'ET':
        this.#closeBlock();
        break;
      case 'Tm':
        this.#setLine(matrixOf(this.#numbers()));
        break;
      case 'Tf':
        this.#state.font = this.#resources.font(this.#name() ?? '');
        this.#state.setFont = this.#stretch();
        break;
      case 'BMC':
      case 'BDC':
        this.#openMark();
        break;
      case 'EMC':
        this.#closeMark();
        break;
      case 'q':
        this.#states.push({ ...this.#state });
        this.#openBlock();
        break;
      case 'Q':
        this.#state = this.#states.pop() ?? this.#state;
        this.#closeBlock();
        break;
      case 'cm':
        this.#state.matrix = times(matrixOf(this.#numbers()), this.#state.matrix);
        break;
      case 'Do':
        this.#paintObject();
        break;
      case 'sh':
      case 'BI':
        this.#paint('picture');
        break;
      case 'n':
        this.#endPath();
        break;
      case 'W':
      case 'W*':
        if (this.#rectangle) this.#state.clip = this.#rectangle;
        break;
      default:
        if (CONSTRUCT.has(operator)) this.#construct(operator);
        else if (PAINT.has(operator)) this.#paint('path');
    }
  }

  #construct(operator: string): void {
    const first = this.#pathStart === null;
    this.#pathStart ??= this.#operation.start;
    this.#rectangle =
      first && operator === 're' ? boxOf(this.#numbers(), this.#state.matrix) : null;
  }

  #endPath(): void {
    this.#pathStart = null;
    this.#rectangle = null;
  }

  #paint(kind: Unit['kind'], resource: string | null = null, box = this.#state.clip): void {
    const { start, end } = this.#operation;
    this.#add({
      kind,
      start: kind === 'path' ? (this.#pathStart ?? start) : start,
      end,
      mark: this.#mark,
      lines: [],
      resource,
      at: null,
      box,
    });
    this.#endPath();
  }

  #paintObject(): void {
    const resource = this.#name() ?? '';
    if (this.#resources.isForm(resource)) this.#paint('form', resource);
    // A picture fills the square of one by one, whatever that has become (8.9.5).
    else this.#paint('picture', resource, boxOf([0, 0, 1, 1], this.#state.matrix));
  }

  #openText(): void {
    this.#openBlock();
    const plain = this.#operation.passPlainText();
    this.#setLine(plain ? matrixOf(plain.place) : IDENTITY);
    if (!plain) return;
    const font = this.#resources.font(plain.font);
    Object.assign(this.#state, { font, setFont: plain.setFont });
    this.#addLine(font?.decodeDigits(plain.codes) ?? '', plain.setFont.start, plain.show);
    this.#closeBlock();
  }

  #show(): void {
    const { start, end } = this.#operation;
    this.#addLine(this.#said(this.#state.font), start, end);
  }

  #addLine(text: string, start: number, end: number): void {
    const { font, setFont, clip } = this.#state;
    const unit = this.#block.items.at(-1);
    if (unit && isUnit(unit) && unit.kind === 'text' && unit.mark === this.#mark) {
      const line = unit.lines.at(-1) as Line;
      unit.end = end;
      if (line.font === font && !this.#leftLine) {
        line.text += text;
        line.end = end;
      } else unit.lines.push({ text, end, font, setFont });
    } else {
      const [, , , , x, y] = times(this.#line, this.#state.matrix);
      const lines = [{ text, end, font, setFont }];
      this.#add({
        ...{ kind: 'text', start, end, mark: this.#mark, lines, resource: null },
        ...{ at: { x, y }, box: clip },
      });
    }
    this.#leftLine = false;
  }

  /** The words of a show; those of a ligature stand in the mark around it. */
  #said(font: Font | null): string {
    for (const mark of this.#marks) {
      if (mark.kind !== 'other' || mark.actualText === null) continue;
      const text = mark.actualText;
      mark.actualText = '';
      return text;
    }
    if (!font) return '';
    const shown = this.#operation.operands().at(-1);
    if (shown instanceof Uint8Array) return font.decode(shown);
    const strings = Array.isArray(shown) ? shown : [];
    return strings.map((part) => (part instanceof Uint8Array ? font.decode(part) : '')).join('');
  }

  #move(): void {
    const [x = 0, y = 0] = this.#numbers();
    if (y !== 0) this.#leftLine = true;
    this.#line = times([1, 0, 0, 1, x, y], this.#line);
  }

  #setLine(line: Matrix): void {
    this.#line = line;
    this.#leftLine = true;
  }

  #openMark(): void {
    const [tag, properties] = this.#operation.operands();
    const id = this.#idIn(properties);
    const stretch = this.#stretch();
    if (id !== undefined) {
      this.#marks.push({ kind: 'content', id });
      this.#painting.marks.push(stretch);
    } else if (isName(tag) && tag.name === 'Artifact') {
      const own = this.#painting.source.slice(stretch.start, stretch.end) as ArtefactTag;
      this.#marks.push({ kind: 'artefact', tag: own });
      this.#painting.marks.push(stretch);
    } else {
      const actualText = properties instanceof Map ? properties.get('ActualText') : undefined;
      this.#openBlock();
      this.#marks.push({
        kind: 'other',
        block: this.#block,
        actualText: actualText instanceof Uint8Array ? textOf(actualText) : null,
      });
    }
    this.#noteMark();
  }

  #closeMark(): void {
    const closed = this.#marks.pop();
    this.#noteMark();
    if (closed?.kind === 'other') {
      if (closed.block === this.#block) this.#closeBlock();
    } else this.#painting.marks.push(this.#stretch());
  }

  #idIn(properties: Operand | undefined): number | undefined {
    if (isName(properties)) return this.#resources.markIn(properties.name);
    const id = properties instanceof Map ? properties.get('MCID') : undefined;
    return typeof id === 'number' ? id : undefined;
  }

  #noteMark(): void {
    const mark = this.#marks.findLast(({ kind }) => kind !== 'other');
    this.#mark = mark?.kind === 'content' ? mark.id : mark?.kind === 'artefact' ? mark.tag : null;
  }

  get #block(): Block {
    return this.#blocks.at(-1) ?? this.#painting.root;
  }

  #openBlock(): void {
    const { start } = this.#operation;
    const block: Block = { start, end: this.#painting.root.end, items: [] };
    this.#block.items.push(block);
    this.#blocks.push(block);
  }

  #closeBlock(): void {
    if (this.#blocks.length === 1) return;
    this.#block.end = this.#operation.end;
    this.#blocks.pop();
  }

  #add(unit: Unit): void {
    this.#block.items.push(unit);
    this.#painting.units.push(unit);
  }

  #stretch(): Stretch {
    const { start, end } = this.#operation;
    return { start, end };
  }

  #numbers(): number[] {
    return this.#operation.operands().map((operand) => (typeof operand === 'number' ? operand : 0));
  }

  #name(): string | undefined {
    const [name] = this.#operation.operands();
    return isName(name) ? name.name : undefined;
  }
}

function matrixOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** The first transformation, then the second. */
function times(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ];
}

function boxOf([x = 0, y = 0, width = 0, height = 0]: number[], matrix: Matrix): Box {
  const [, , , , left, bottom] = times([1, 0, 0, 1, x, y], matrix);
  const [, , , , right, top] = times([1, 0, 0, 1, x + width, y + height], matrix);
  return [
    Math.min(left, right),
    Math.min(bottom, top),
    Math.max(left, right),
    Math.max(bottom, top),
  ];
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Buffer.from(bytes).toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}
