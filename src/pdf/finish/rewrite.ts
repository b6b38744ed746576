import type { Container } from './containers.ts';
import type { Stretch } from './operations.ts';
import type { Owner } from './owners.ts';
import { type ArtefactTag, type Block, isUnit, type Unit } from './painting.ts';
import { afterSpace, isSpace } from './scanner.ts';
import type { Content } from './tree.ts';

export interface Rewritten {
  /** The content, a character for each byte. */
  source: string;
  /** What is marked, by marked-content id: ids count from nought in the order of painting. */
  marked: Content[];
}

/**
 * Writes a content stream with its marks anew, and nothing else of it changed: every stretch of
 * painting stands in the mark of its element or in that of an artefact, and no mark crosses `q` and
 * `Q`, `BT` and `ET`, or another mark (ISO 32000-1, 14.6).
 *
 * Insertions come after the operation that ends there.
 */
export function rewrite(
  { painting, replaced }: Container,
  owners: ReadonlyMap<Unit, Owner>,
  tagOf: (content: Content) => string,
  insertions: ReadonlyMap<number, string>,
): Rewritten {
  const { content, source, root, marks } = painting;
  const marked: Content[] = [];
  const edits: Edit[] = [];
  // At one place, what belongs to the operation before comes first.
  const add = (at: number, text: string, rank: number, until = at) =>
    edits.push({ at, until, text, rank });
  for (const { start, end } of marks) {
    // The white space after goes too, but something must part the operations around.
    const parted = start === 0 || isSpace(content[start - 1] as number);
    add(start, parted ? '' : '\n', 3, afterSpace(content, end));
  }
  for (const [at, text] of insertions) add(at, `\n${text}`, 0);
  for (const { owner, start, end } of runsIn(root, owners)) {
    add(end, '\nEMC', 1);
    if (typeof owner === 'string') add(start, `${owner}\n`, 2);
    else {
      add(start, `${tagOf(owner)} <</MCID ${marked.length}>> BDC\n`, 2);
      marked.push(owner);
    }
  }
  for (const [{ start, end }, text] of replaced) add(start, text, 3, end);
  return { source: edited(source, edits), marked };
}

/** Bytes to be put in the place of others. */
interface Edit {
  at: number;
  until: number;
  text: string;
  rank: number;
}

function edited(source: string, edits: Edit[]): string {
  edits.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let text = '';
  let from = 0;
  for (const { at, until, text: put } of edits) {
    text += source.slice(from, at) + put;
    from = until;
  }
  // Always the same end, so that the last mark can be taken away and put back.
  return `${(text + source.slice(from)).replace(/[\t\n\f\r ]+$/, '')}\n`;
}

/** A stretch of one owner. */
interface Run extends Stretch {
  owner: Content | ArtefactTag;
}

function runsIn(block: Block, owners: ReadonlyMap<Unit, Owner>): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const item of block.items) {
    const owner = ownerOf(item, owners);
    if (owner === undefined) continue;
    if (owner === 'mixed' || owner === 'through') {
      run = undefined;
      if (!isUnit(item)) runs.push(...runsIn(item, owners));
    } else if (run?.owner === owner) {
      run.end = item.end;
    } else {
      run = { owner, start: item.start, end: item.end };
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
  if (isUnit(item)) return owners.get(item) ?? 'through';
  let only: Owner | 'mixed' | undefined;
  for (const inside of item.items) {
    const owner = ownerOf(inside, owners);
    if (owner === undefined || owner === only) continue;
    if (only !== undefined || owner === 'mixed') return 'mixed';
    only = owner;
  }
  return only;
}
