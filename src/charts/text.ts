/**
 * Advance widths of the characters from space to tilde, in thousandths of the type size: those of
 * Figtree SemiBold, from its `hmtx` table. Regular is a little narrower. Only the figure 1 is as wide as
 * all figures are in Nunito Sans, the face of another theme.
 */
const WIDTHS = [
  241, 307, 376, 630, 558, 802, 646, 227, 370, 370, 485, 629, 245, 411, 232, 415, 645, 600, 571,
  551, 628, 578, 574, 548, 613, 574, 282, 287, 629, 629, 629, 509, 991, 699, 612, 723, 695, 590,
  550, 750, 750, 282, 537, 644, 530, 853, 774, 783, 594, 785, 637, 610, 572, 705, 711, 975, 653,
  630, 635, 336, 415, 336, 569, 436, 247, 524, 592, 544, 591, 551, 384, 596, 565, 250, 282, 517,
  236, 864, 564, 581, 597, 586, 363, 466, 393, 564, 542, 815, 512, 556, 483, 391, 257, 391, 628,
] as const;

/** For characters that are in no list: a wide letter. */
const WIDE = 750;
const NARROW = 260;
const narrow = new Set('’‘·\u00a0');

/** A picture may be shown in another face than ours, so that every word is given a little more room. */
const ROOM = 1.06;

/** How wide a text is when it is set in our face at this size, and a little more. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return (width / 1000) * size * ROOM;
}

function widthOf(character: string): number {
  const known = WIDTHS[(character.codePointAt(0) ?? 0) - 32];
  if (known !== undefined) return known;
  if (narrow.has(character)) return NARROW;
  // An accented letter is as wide as the letter.
  const letter = character.normalize('NFD').codePointAt(0) ?? 0;
  return /\p{M}/u.test(character) ? 0 : (WIDTHS[letter - 32] ?? WIDE);
}

/**
 * A text broken into lines no wider than this, `most` at the most: what does not fit ends in an
 * ellipsis. A word that is wider than a line is broken inside.
 */
export function wrap(text: string, size: number, width: number, most = 3): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => textWidth(candidate, size) <= width;
  for (const word of text.split(/\s+/).flatMap((long) => broken(long, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)];
}

/** A word in pieces that fit. */
function broken(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** As much of a text as fits with an ellipsis after it. */
function shortened(text: string, fits: (text: string) => boolean): string {
  const characters = [...text];
  let length = characters.length;
  while (length > 1 && !fits(`${characters.slice(0, length).join('').trimEnd()}…`)) length -= 1;
  return `${characters.slice(0, length).join('').trimEnd()}…`;
}
