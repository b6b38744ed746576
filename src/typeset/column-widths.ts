/*
 * How wide the columns of a table should be, so that its rows take as few lines as can be. Browsers share
 * out the room by the longest cell of each column, and one long cell then makes every row taller.
 */

export interface Cell {
  /** Its words, as they are printed. */
  words: string;
  /** How many letters of room it takes besides: for the frame of a label, or because it is bold. */
  frame?: number;
}

/** About as many letters of small print as stand side by side on a page, and between two columns. */
const PAGE_LETTERS = 106;
const GAP_LETTERS = 2;
/** A word longer than this is broken rather than given room. */
const LONGEST_WORD = 26;
/** How many letters are moved at a time from one column to another, to see whether it helps. */
const MOVES = [8, 5, 3, 2, 1];

/** In percent of the table; undefined where every cell fits on one line with room to spare. */
export function columnWidths(rows: readonly (readonly Cell[])[]): number[] | undefined {
  const measured = rows.map((cells) => cells.map(measure));
  const count = Math.max(0, ...measured.map((cells) => cells.length));
  const widest = (of: 'length' | 'narrowest') =>
    Array.from({ length: count }, (_, column) =>
      Math.max(3, ...measured.map((cells) => cells[column]?.[of] ?? 0)),
    );
  const room = PAGE_LETTERS - GAP_LETTERS * count;
  const [longest, least] = [widest('length'), widest('narrowest')];
  if (count < 2 || sum(longest) <= room * 0.8) return undefined;

  // What is left when each column has its longest word is shared out by what its cells hold.
  const spare = Math.max(0, room - sum(least));
  const wanted = longest.map((length, column) => length - (least[column] ?? 0));
  let widths = least.map((width, column) =>
    Math.floor(width + (spare * (wanted[column] ?? 0)) / (sum(wanted) || 1)),
  );
  for (const move of MOVES) widths = improved(widths, move, least, measured);
  const all = sum(widths) + GAP_LETTERS * count;
  return widths.map((width) => Math.round(((width + GAP_LETTERS) / all) * 1000) / 10);
}

/** Moves letters from column to column for as long as the rows become lower by it. */
function improved(
  widths: readonly number[],
  move: number,
  least: readonly number[],
  rows: readonly (readonly Measured[])[],
): number[] {
  let best = [...widths];
  let lowest = height(rows, best);
  for (let better = true; better; ) {
    better = false;
    for (const [from, width] of best.entries()) {
      if (width - move < (least[from] ?? 0)) continue;
      for (const to of best.keys()) {
        if (to === from) continue;
        const tried = best.with(from, width - move).with(to, (best[to] ?? 0) + move);
        const tall = height(rows, tried);
        if (tall >= lowest) continue;
        [best, lowest, better] = [tried, tall, true];
        break;
      }
      if (better) break;
    }
  }
  return best;
}

/** In lines; of two that are as tall, the one is better that leaves less for the last lines. */
function height(rows: readonly (readonly Measured[])[], widths: readonly number[]): number {
  let tall = 0;
  for (const cells of rows) {
    let lines = 0;
    let fullest = 0;
    for (const [column, cell] of cells.entries()) {
      const width = widths[column] ?? 1;
      lines = Math.max(lines, linesOf(cell, width));
      fullest = Math.max(fullest, cell.length / width);
    }
    tall += lines + fullest / 100;
  }
  return tall;
}

interface Measured {
  /** How many letters each word has. */
  words: number[];
  length: number;
  narrowest: number;
}

function measure({ words, frame = 0 }: Cell): Measured {
  const letters = words.split(' ').map(({ length }) => length);
  return {
    words: letters,
    length: words.length + frame,
    narrowest: Math.min(LONGEST_WORD, Math.max(...letters) + frame),
  };
}

function linesOf({ words, length }: Measured, width: number): number {
  if (length <= width) return 1;
  let lines = 1;
  let filled = 0;
  for (const letters of words) {
    if (filled > 0 && filled + 1 + letters > width) {
      lines += 1;
      filled = letters;
    } else filled += letters + (filled > 0 ? 1 : 0);
  }
  return lines;
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, two) => one + two, 0);
