import { textWidth } from '../../src/charts/text.ts';

/** An element of a drawing, where it stands once every shift is followed. */
export interface Shape {
  name: string;
  attributes: Record<string, string>;
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Reads a drawing of ours back: every element with its box. Throws where the SVG is not well formed,
 * where an attribute holds what is no number, or where an element is none that we write.
 */
export function shapesOf(svg: string): { width: number; height: number; shapes: Shape[] } {
  const shapes: Shape[] = [];
  const open: { name: string; x: number; y: number }[] = [];
  let frame: [number, number, number, number] | undefined;
  let words: Shape | undefined;
  let at = 0;
  for (const match of svg.matchAll(/<(\/?)([a-z]+)((?: [a-z-]+="[^"<]*")*)(\/?)>/gi)) {
    const between = svg.slice(at, match.index);
    at = match.index + match[0].length;
    const [, closing, name = '', typed = '', single] = match;
    if (words && closing) {
      shapes.push(measured({ ...words, text: asRead(between) }));
      words = undefined;
    } else if (between.trim() !== '' && open.at(-1)?.name !== 'style') {
      throw new Error(`Stray text: ${between}`);
    }
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`Not well formed at </${name}>.`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...typed.matchAll(/ ([a-z-]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [key, value]),
    );
    const { x, y } = shiftOf(attributes.transform, open.at(-1) ?? { x: 0, y: 0 });
    if (!single) open.push({ name, x, y });
    if (name === 'svg') {
      frame = numbersIn(attributes.viewBox ?? '') as typeof frame;
      continue;
    }
    if (name === 'g' || name === 'style') continue;
    const shape: Shape = { name, attributes, text: '', left: x, top: y, right: x, bottom: y };
    if (name === 'text') words = shape;
    else shapes.push(measured(shape));
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.at(-1)?.name}.`);
  if (!frame) throw new Error('No viewBox.');
  return { width: frame[2], height: frame[3], shapes };
}

/** The words of a drawing, line by line, in the order they are drawn. */
export function wordsIn(svg: string): string[] {
  return shapesOf(svg).shapes.flatMap(({ name, text }) => (name === 'text' ? [text] : []));
}

/** Words that stand on one another. A hair’s breadth is not seen. */
export function overlapsIn(svg: string): string[] {
  const texts = shapesOf(svg).shapes.filter(({ name }) => name === 'text');
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map((b) => `“${a.text}” and “${b.text}”`),
  );
}

/** What lies outside the picture, by more than a line’s breadth. */
export function outsideOf(svg: string): string[] {
  const { width, height, shapes } = shapesOf(svg);
  return shapes
    .filter(
      ({ left, top, right, bottom }) =>
        left < -1 || top < -1 || right > width + 1 || bottom > height + 1,
    )
    .map(({ name, text, attributes }) => `${name} ${text} ${JSON.stringify(attributes)}`);
}

function shiftOf(transform: string | undefined, { x, y }: { x: number; y: number }) {
  if (transform === undefined) return { x, y };
  const match = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(transform);
  if (!match) throw new Error(`Unknown transform: ${transform}`);
  return { x: x + number(match[1]), y: y + number(match[2]) };
}

function measured(shape: Shape): Shape {
  const { name, attributes, left: x, top: y } = shape;
  const get = (key: string) => number(attributes[key] ?? '0');
  const box = (left: number, top: number, right: number, bottom: number): Shape => ({
    ...shape,
    ...{ left: x + left, top: y + top, right: x + right, bottom: y + bottom },
  });
  switch (name) {
    case 'text': {
      const size = / ?value/.test(attributes.class ?? '') ? 15 : 13.5;
      // Without the room that is left for other faces, and less what a capital does not reach.
      const wide = textWidth(shape.text, size) / 1.06;
      const anchor = attributes['text-anchor'];
      const left = get('x') - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
      return box(left, get('y') - size * 0.7, left + wide, get('y') + size * 0.1);
    }
    case 'rect': {
      if (get('width') < 0 || get('height') < 0)
        throw new Error('A rectangle of less than nothing.');
      return box(get('x'), get('y'), get('x') + get('width'), get('y') + get('height'));
    }
    case 'circle':
      return box(
        get('cx') - get('r'),
        get('cy') - get('r'),
        get('cx') + get('r'),
        get('cy') + get('r'),
      );
    case 'path': {
      const points = pointsOf(attributes.d ?? '');
      const [xs, ys] = [points.map((point) => point[0]), points.map((point) => point[1])];
      return box(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    }
    default:
      throw new Error(`Unknown element: ${name}`);
  }
}

/** The points of a path of straight lines, and of the arcs and curves of marks by their ends. */
function pointsOf(d: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = numbersIn(rest);
    const relative = command === command.toLowerCase();
    const go = (toX: number, toY: number) => {
      [x, y] = [toX, toY];
      points.push([x, y]);
    };
    switch (command.toUpperCase()) {
      case 'Z':
        break;
      case 'H':
        for (const value of values) go(relative ? x + value : value, y);
        break;
      case 'V':
        for (const value of values) go(x, relative ? y + value : value);
        break;
      case 'M':
      case 'L':
        for (let at = 0; at < values.length; at += 2) {
          const [dx = Number.NaN, dy = Number.NaN] = [values[at], values[at + 1]];
          go(relative ? x + dx : dx, relative ? y + dy : dy);
        }
        break;
      default:
        throw new Error(`Unknown path command: ${command}`);
    }
  }
  if (points.length === 0) throw new Error('A path that goes nowhere.');
  return points;
}

function numbersIn(text: string): number[] {
  return text
    .split(/[ ,]+|(?=-)/)
    .filter((part) => part !== '')
    .map(number);
}

function number(text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(value)) {
    throw new Error(`Not a number: ${text}`);
  }
  return value;
}

function asRead(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
