import type { Font } from './fonts.ts';
import type { Stretch } from './operations.ts';

/* What a content stream paints, and how it is nested. */

/** Text shown in a line: what it says, where its last show ends, and the font and the `Tf` then in force. */
export interface Line {
  text: string;
  end: number;
  font: Font | null;
  setFont: Stretch | null;
}

/** What a stretch of painting belongs to: a marked-content id, an artefact’s own tag, or nothing. */
export type Mark = number | ArtefactTag | null;
/** How the artefact is written, such as `/Artifact <</Type /Layout>> BDC`. */
export type ArtefactTag = `/Artifact ${string}`;

/** Operations that paint one thing and cannot be told apart: a path, a picture, a run of text. */
export interface Unit extends Stretch {
  kind: 'text' | 'path' | 'picture' | 'form';
  mark: Mark;
  /** For text alone. */
  lines: Line[];
  /** The resource that is painted, for a picture or form. */
  resource: string | null;
  /** Where it begins, in points from the bottom left of what its stream draws on; for text alone. */
  at: { x: number; y: number } | null;
  /** What it stays within, where that is known. */
  box: Box | null;
}

/** Left, bottom, right and top, in points of the space that a stream draws on. */
export type Box = readonly [number, number, number, number];

/** What stands between `q` and `Q`, `BT` and `ET`, or the marks of something that is no element. */
export interface Block extends Stretch {
  items: (Unit | Block)[];
}

export interface Painting {
  content: Uint8Array;
  /** The content, a character for each byte. */
  source: string;
  /** The whole stream. */
  root: Block;
  /** In the order of painting. */
  units: Unit[];
  /** The operations that mark content or artefacts: they are written anew. */
  marks: Stretch[];
}

export function isUnit(item: Unit | Block): item is Unit {
  return 'kind' in item;
}

/** All units of a block, in order. */
export function unitsIn({ items }: Block): Unit[] {
  return items.flatMap((item) => (isUnit(item) ? [item] : unitsIn(item)));
}
