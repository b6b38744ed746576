import { type Look, mark } from './marks.ts';
import { LINE, SIZE } from './style.ts';
import { across, moved, paragraph } from './svg.ts';
import { textWidth, wrap } from './text.ts';

/** A name is broken into no more lines. */
const MOST_LINES = 3;

/** What a key names: a piece of the picture, drawn 36 wide around a height, and whose it is. */
export interface KeyItem {
  name: string;
  ours: boolean;
  sample: (y: number) => string;
}

/** A piece of a line with its mark. */
export function lineSample(look: Look): KeyItem['sample'] {
  return (y) => across(look.line, y, [2, 36]) + mark(19, y, look, 4);
}

/** Where the words of a key begin after their sample, and how far the next sample is from them. */
const KEY = { words: 44, apart: 22 } as const;

/** The key above a picture: side by side as far as there is room, then on further lines. */
export function drawKey(
  items: readonly KeyItem[],
  width: number,
): { body: string; height: number } {
  let [x, y, high] = [0, 0, 0];
  const body = items.map(({ name, ours, sample }) => {
    const lines = wrap(name, SIZE.words, width - KEY.words, MOST_LINES);
    const wide = KEY.words + Math.max(...lines.map((line) => textWidth(line, SIZE.words)));
    if (x > 0 && x + wide > width) [x, y, high] = [0, y + high, 0];
    high = Math.max(high, lines.length * LINE + 3);
    const foot = y + SIZE.words;
    const look = ours ? 'strong ours' : undefined;
    const drawn =
      moved(sample(foot - 4.5), { x }) +
      paragraph(lines, { class: look, x: x + KEY.words, y: foot });
    x += wide + KEY.apart;
    return drawn;
  });
  return { body: body.join(''), height: y + high + 6 };
}
