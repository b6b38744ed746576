import type { Font } from './fonts.ts';
import {
  isName,
  type Operand,
  type Operations,
  operandReader,
  readOperations,
} from './operations.ts';

/** Text shown in a line: what it says, its last operation, and the font and the `Tf` then in force. */
export interface Line {
  text: string;
  last: number;
  font: Font | null;
  setFont: number | null;
}

/** What a stretch of painting belongs to: a marked-content id, an artefact’s own tag, or nothing. */
export type Mark = number | ArtefactTag | null;
/** How the artefact is written, such as `/Artifact <</Type /Layout>> BDC`. */
export type ArtefactTag = `/Artifact ${string}`;

/** Operations that paint one thing and cannot be told apart: a path, a picture, a run of text. */
export interface Unit {
  kind: 'text' | 'path' | 'picture' | 'form';
  /** Indexes of operations, both inclusive. */
  first: number;
  last: number;
  mark: Mark;
  lines: Line[];
  /** The resource that is painted, for a picture or form. */
  resource: string | null;
  /** Where it begins, in points from the top left of what its stream draws on; for text alone. */
  at: { x: number; y: number } | null;
  clip: Box | null;
}

/** Left, bottom, right and top, in the space of the stream. */
export type Box = readonly [number, number, number, number];

/** What stands between `q` and `Q`, `BT` and `ET`, or the marks of something that is no element. */
export interface Block {
  first: number;
  last: number;
  items: (Unit | Block)[];
}

/** All that a content stream paints, and how it is nested. */
export interface Painting {
  content: Uint8Array;
  operations: Operations;
  root: Block;
  /** In the order of painting. */
  units: Unit[];
  /** The operations that mark content or artefacts, by index: they are written anew. */
  marks: ReadonlySet<number>;
}

export interface Resources {
  font(name: string): Font | null;
  /** Whether an external object is a form, and so has a content stream of its own. */
  isForm(name: string): boolean;
  /** The marked-content id in a named property list. */
  markIn(properties: string): number | undefined;
}

const [LESS, SPACE, NOUGHT] = [0x3c, 0x20, 0x30];

const CONSTRUCT = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  matrix: Matrix;
  clip: Box | null;
  font: Font | null;
  setFont: number | null;
}

type OpenMark = { kind: 'content'; id: number } | { kind: 'artefact'; tag: ArtefactTag } | Other;
/** A mark that says something of its content, such as the characters of a ligature. */
interface Other {
  kind: 'other';
  block: Block;
  actualText: string | null;
}

/** Reads what a content stream paints. */
export function readPainting(content: Uint8Array, resources: Resources): Painting {
  const reader = new Reader(content, resources);
  return reader.read();
}

class Reader {
  readonly #painting: Painting;
  readonly #resources: Resources;
  readonly #operands: (start: number) => Operand[];
  readonly #markOperations = new Set<number>();
  readonly #blocks: Block[];
  readonly #states: State[] = [];
  readonly #marks: OpenMark[] = [];
  /** The innermost mark that makes content or an artefact of what is painted now. */
  #mark: Mark = null;
  #state: State = { matrix: IDENTITY, clip: null, font: null, setFont: null };
  #line: Matrix = IDENTITY;
  /** Moves of the line that nobody has asked for yet: browsers write one for each letter. */
  readonly #moves: number[] = [];
  #pathStart: number | null = null;
  #rectangle: Box | null = null;

  constructor(content: Uint8Array, resources: Resources) {
    const operations = readOperations(content);
    const root: Block = { first: 0, last: operations.operators.length - 1, items: [] };
    this.#painting = { content, operations, root, units: [], marks: this.#markOperations };
    this.#resources = resources;
    this.#operands = operandReader(content);
    this.#blocks = [root];
  }

  read(): Painting {
    const { operators } = this.#painting.operations;
    for (let index = 0; index < operators.length; index += 1) {
      this.#take(operators[index] as string, index);
    }
    return this.#painting;
  }

  #take(operator: string, index: number): void {
    switch (operator) {
      case 'Td':
      case 'TD':
        this.#moves.push(index);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.#show(index);
        break;
      case 'BT':
        this.#setLine(IDENTITY);
        this.#openBlock(index);
        break;
      case 'ET':
        this.#closeBlock(index);
        break;
      case 'Tm':
        this.#setLine(matrixOf(this.#numbers(index)));
        break;
      case 'Tf':
        this.#state.font = this.#resources.font(this.#nameIn(index) ?? '');
        this.#state.setFont = index;
        break;
      case 'BMC':
      case 'BDC':
        this.#openMark(index);
        break;
      case 'EMC':
        this.#closeMark(index);
        break;
      case 'q':
        this.#states.push({ ...this.#state });
        this.#openBlock(index);
        break;
      case 'Q':
        this.#state = this.#states.pop() ?? this.#state;
        this.#closeBlock(index);
        break;
      case 'cm':
        this.#state.matrix = times(matrixOf(this.#numbers(index)), this.#state.matrix);
        break;
      case 'Do':
        this.#paintObject(index);
        break;
      case 'sh':
      case 'BI':
        this.#paint('picture', index);
        break;
      case 'n':
        this.#endPath();
        break;
      case 'W':
      case 'W*':
        if (this.#rectangle) this.#state.clip = this.#rectangle;
        break;
      default:
        if (CONSTRUCT.has(operator)) this.#construct(operator, index);
        else if (PAINT.has(operator)) this.#paint('path', index);
    }
  }

  #construct(operator: string, index: number): void {
    const first = this.#pathStart === null;
    this.#pathStart ??= index;
    this.#rectangle =
      first && operator === 're' ? boxOf(this.#numbers(index), this.#state.matrix) : null;
  }

  #endPath(): void {
    this.#pathStart = null;
    this.#rectangle = null;
  }

  #paint(kind: Unit['kind'], index: number, resource: string | null = null): void {
    this.#add({
      kind,
      first: kind === 'path' ? (this.#pathStart ?? index) : index,
      last: index,
      mark: this.#mark,
      lines: [],
      resource,
      at: null,
      clip: this.#state.clip,
    });
    this.#endPath();
  }

  #paintObject(index: number): void {
    const resource = this.#nameIn(index) ?? '';
    this.#paint(this.#resources.isForm(resource) ? 'form' : 'picture', index, resource);
  }

  #show(index: number): void {
    const { font, setFont, clip } = this.#state;
    const text = this.#said(index, font);
    const mark = this.#mark;
    const unit = this.#block.items.at(-1);
    if (unit && 'kind' in unit && unit.kind === 'text' && unit.mark === mark) {
      const line = unit.lines.at(-1) as Line;
      unit.last = index;
      if (line.font === font && this.#staysInLine()) {
        line.text += text;
        line.last = index;
      } else unit.lines.push({ text, last: index, font, setFont });
      return;
    }
    const [, , , , x, y] = times(this.#movedLine(), this.#state.matrix);
    this.#add({
      kind: 'text',
      first: index,
      last: index,
      mark,
      lines: [{ text, last: index, font, setFont }],
      resource: null,
      at: { x, y },
      clip,
    });
  }

  /** The words of a show; those of a ligature stand in the mark around it. */
  #said(index: number, font: Font | null): string {
    for (const mark of this.#marks) {
      if (mark.kind !== 'other' || mark.actualText === null) continue;
      const text = mark.actualText;
      mark.actualText = '';
      return text;
    }
    if (!font) return '';
    const { content, operations } = this.#painting;
    const start = operations.starts[index] as number;
    // What browsers write for every letter: one hexadecimal string.
    if (operations.operators[index] === 'Tj' && content[start] === LESS) {
      return font.decodeHex(content, start + 1);
    }
    const shown = this.#read(index).at(-1);
    if (shown instanceof Uint8Array) return font.decode(shown);
    const strings = Array.isArray(shown) ? shown : [];
    return strings.map((part) => (part instanceof Uint8Array ? font.decode(part) : '')).join('');
  }

  /** Whether the moves since the last show were along the line; they are then forgotten. */
  #staysInLine(): boolean {
    const { content, operations } = this.#painting;
    const stays = this.#moves.every((move) => {
      // Nearly all are written so, and there is one for every letter.
      const end = operations.ends[move] as number;
      const plain = content[end - 3] === SPACE && content[end - 4] === NOUGHT;
      return (plain && content[end - 5] === SPACE) || this.#numbers(move)[1] === 0;
    });
    this.#moves.length = 0;
    return stays;
  }

  #openMark(index: number): void {
    const [tag, properties] = this.#read(index);
    const id = this.#idIn(properties);
    if (id !== undefined) {
      this.#marks.push({ kind: 'content', id });
      this.#markOperations.add(index);
    } else if (isName(tag) && tag.name === 'Artifact') {
      this.#marks.push({ kind: 'artefact', tag: written(this.#painting, index) as ArtefactTag });
      this.#markOperations.add(index);
    } else {
      const actualText = properties instanceof Map ? properties.get('ActualText') : undefined;
      this.#openBlock(index);
      this.#marks.push({
        kind: 'other',
        block: this.#block,
        actualText: actualText instanceof Uint8Array ? textOf(actualText) : null,
      });
    }
    this.#noteMark();
  }

  #closeMark(index: number): void {
    const closed = this.#marks.pop();
    this.#noteMark();
    if (closed?.kind === 'other') {
      if (closed.block === this.#block) this.#closeBlock(index);
    } else this.#markOperations.add(index);
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

  #setLine(line: Matrix): void {
    this.#line = line;
    this.#moves.length = 0;
  }

  #movedLine(): Matrix {
    for (const index of this.#moves) {
      const [x = 0, y = 0] = this.#numbers(index);
      this.#line = times([1, 0, 0, 1, x, y], this.#line);
    }
    this.#moves.length = 0;
    return this.#line;
  }

  get #block(): Block {
    return this.#blocks.at(-1) ?? this.#painting.root;
  }

  #openBlock(index: number): void {
    const block: Block = { first: index, last: this.#painting.root.last, items: [] };
    this.#block.items.push(block);
    this.#blocks.push(block);
  }

  #closeBlock(index: number): void {
    if (this.#blocks.length === 1) return;
    this.#block.last = index;
    this.#blocks.pop();
  }

  #add(unit: Unit): void {
    this.#block.items.push(unit);
    this.#painting.units.push(unit);
  }

  #read(index: number): Operand[] {
    return this.#operands(this.#painting.operations.starts[index] as number);
  }

  #numbers(index: number): number[] {
    return this.#read(index).map((operand) => (typeof operand === 'number' ? operand : 0));
  }

  #nameIn(index: number): string | undefined {
    const [name] = this.#read(index);
    return isName(name) ? name.name : undefined;
  }
}

/** An operation as it is written. */
export function written({ content, operations }: Painting, index: number): string {
  const from = operations.starts[index] ?? 0;
  return Buffer.from(content.subarray(from, operations.ends[index])).toString('latin1');
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
