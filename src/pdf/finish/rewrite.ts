import type { Container } from './containers.ts';
import type { Owner } from './owners.ts';
import type { Block, Unit } from './painting.ts';
import type { Content } from './tree.ts';

export interface Rewritten {
  content: Uint8Array;
  /** What is marked, by marked-content id: ids count from nought in the order of painting. */
  marked: Content[];
}

/**
 * Writes a content stream with its marks anew, and nothing else of it changed: every stretch of
 * painting stands in the mark of its element or in that of an artefact, and no mark crosses `q` and
 * `Q`, `BT` and `ET`, or another mark (ISO 32000-1, 14.6).
 *
 * Insertions come after the operation of that index, as they are.
 */
export function rewrite(
  { painting, renamed }: Container,
  owners: ReadonlyMap<Unit, Owner>,
  tagOf: (content: Content) => string,
  insertions: ReadonlyMap<number, string>,
): Rewritten {
  const { content, operations, root, marks } = painting;
  const marked: Content[] = [];
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  for (const { owner, first, last } of runsIn(root, owners)) {
    if (typeof owner === 'string') before.set(first, owner);
    else {
      before.set(first, `${tagOf(owner)} <</MCID ${marked.length}>> BDC`);
      marked.push(owner);
    }
    after.set(last, 'EMC');
  }

  const instead = new Map([...renamed].map(([{ last }, name]) => [last, `/${name} Do`]));
  const output = new Output(content);
  const { starts, ends } = operations;
  for (let index = 0; index < starts.length; index += 1) {
    output.add(before.get(index));
    if (marks.has(index)) output.leaveOut();
    else if (instead.has(index)) output.add(instead.get(index));
    else output.copy(starts[index] as number, ends[index] as number);
    output.add(insertions.get(index));
    output.add(after.get(index));
  }
  return { content: output.bytes(), marked };
}

/** Stretches of one owner, by their first and last operation. */
interface Run {
  owner: Content | Exclude<Owner, Content | 'through'>;
  first: number;
  last: number;
}

function runsIn(block: Block, owners: ReadonlyMap<Unit, Owner>): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const item of block.items) {
    const owner = ownerOf(item, owners);
    if (owner === undefined) continue;
    if (owner === 'mixed' || owner === 'through') {
      run = undefined;
      if (!('kind' in item)) runs.push(...runsIn(item, owners));
    } else if (run?.owner === owner) {
      run.last = item.last;
    } else {
      run = { owner, first: item.first, last: item.last };
      runs.push(run);
    }
  }
  return runs;
}

/** Whose all is that a block paints; nothing where it paints nothing. */
function ownerOf(
  item: Unit | Block,
  owners: ReadonlyMap<Unit, Owner>,
): Owner | 'mixed' | undefined {
  if ('kind' in item) return owners.get(item) ?? 'through';
  let only: Owner | 'mixed' | undefined;
  for (const inside of item.items) {
    const owner = ownerOf(inside, owners);
    if (owner === undefined || owner === only) continue;
    if (only !== undefined || owner === 'mixed') return 'mixed';
    only = owner;
  }
  return only;
}

/** Stretches of the source as they stand, with lines of ours between them. */
class Output {
  readonly #source: Uint8Array;
  readonly #parts: Uint8Array[] = [];
  #from = 0;
  #to = 0;

  constructor(source: Uint8Array) {
    this.#source = source;
  }

  copy(start: number, end: number): void {
    // Nothing was put in or left out since the last: what is between them stays too.
    if (this.#from === this.#to) this.#from = start;
    this.#to = end;
  }

  leaveOut(): void {
    this.#flush();
  }

  add(line: string | undefined): void {
    if (line === undefined) return;
    this.#flush();
    this.#parts.push(Buffer.from(`${line}\n`, 'latin1'));
  }

  bytes(): Uint8Array {
    this.#flush();
    return Buffer.concat(this.#parts);
  }

  #flush(): void {
    if (this.#to > this.#from) {
      this.#parts.push(this.#source.subarray(this.#from, this.#to), NEWLINE);
    }
    this.#from = this.#to;
  }
}

const NEWLINE = Uint8Array.of(10);
