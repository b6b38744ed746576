import { createHash } from 'node:crypto';
import type { Chart } from '../case/chart.ts';
import { drawMaps } from '../map/map.ts';
import { mapAlt, mapFinding, mapNotes } from '../map/map-words.ts';
import type { GridLines } from '../profile/map-base.ts';
import type { Palette } from '../typeset/palette.ts';
import { drawBars } from './bars.ts';
import { dotAxis, drawDots } from './dots.ts';
import { dotsAlt, dotsFinding } from './dots-words.ts';
import { type Drawing, svgFile, WIDTHS } from './drawing.ts';
import { drawLines, lineAxis } from './line.ts';
import { drawPanels, panelAxis } from './panels.ts';
import { joiningNotes, panelsAlt, panelsFinding } from './panels-words.ts';
import { drawProgress } from './progress.ts';
import { progressAlt, progressFinding, progressNotes } from './progress-words.ts';
import { altOf, findingOf, gapNote, notesOf, scaleNote } from './series-words.ts';
import { drawShares } from './shares.ts';
import { sharesAlt, sharesFinding, sharesNotes } from './shares-words.ts';
import { fileStyle } from './style.ts';

/** A picture as a document holds it: drawn for a page and a phone, as a file, and in words. */
export interface Picture {
  /** Its place beside the Markdown, named by its content: `assets/chart-ks2-rwm-1f2e3d4c.svg`. */
  path: string;
  /** The file at that place. */
  file: string;
  page: Drawing;
  phone: Drawing;
  /** What it shows, in a sentence without a full stop. */
  finding: string;
  /** For those who cannot see it. */
  alt: string;
  /** What must be said with it, each a sentence. */
  notes: string[];
  /** For a map: whether schools carry the numbers of the table. */
  numbered: boolean;
}

type Drawn = Omit<Picture, 'path' | 'file'>;

export interface GalleryOptions {
  palette: Palette;
  /** A text of the profile as a reader reads it, without Markdown. */
  plain: (text: string) => string;
  /** What lies behind the map, and whom to name for it. */
  base: { lines: GridLines; credit: string | undefined };
}

/** Draws each chart once, when it is asked for; serves all documents of a profile. */
export interface Gallery {
  draw: (chart: Chart) => Picture;
}

export function openGallery({ palette, plain, base }: GalleryOptions): Gallery {
  // Other editions and copies ask for the same pictures: a chart is known by what it holds.
  const known = new Map<string, Picture>();
  const style = fileStyle(palette);
  return {
    draw(chart) {
      const key = JSON.stringify(chart);
      const before = known.get(key);
      if (before) return before;
      const made = make(inPlainWords(chart, plain), base);
      const file = svgFile(made.page, made.alt, style);
      const hash = createHash('sha256').update(file).digest('hex').slice(0, 8);
      const kind = chart.kind === 'map' ? 'map' : 'chart';
      const picture = { ...made, file, path: `assets/${kind}-${chart.name}-${hash}.svg` };
      known.set(key, picture);
      return picture;
    },
  };
}

function make(chart: Chart, base: GalleryOptions['base']): Drawn {
  const bothWidths = (draw: (width: number) => Drawing) => ({
    page: draw(WIDTHS.page),
    phone: draw(WIDTHS.phone),
    numbered: false,
  });
  switch (chart.kind) {
    case 'line':
    case 'bars': {
      const { kind, series, joined } = chart;
      const notes = notesOf(series, kind === 'line' ? lineAxis(series) : undefined);
      return {
        ...bothWidths((width) => (kind === 'line' ? drawLines : drawBars)(chart, width)),
        finding: findingOf(series),
        alt: altOf(chart),
        notes: joined ? [...notes, ...joiningNotes([{ joined, series }])] : notes,
      };
    }
    case 'dots':
      return {
        ...bothWidths((width) => drawDots(chart, width)),
        finding: dotsFinding(chart),
        alt: dotsAlt(chart),
        notes: scaleNote(dotAxis(chart, 5)),
      };
    case 'panels':
      return {
        ...bothWidths((width) => drawPanels(chart, width)),
        finding: panelsFinding(chart),
        alt: panelsAlt(chart),
        notes: [
          ...scaleNote(panelAxis(chart)),
          ...gapNote(chart.panels.flatMap(({ series }) => series.times)),
          ...joiningNotes(chart.panels),
        ],
      };
    case 'shares':
      return {
        ...bothWidths((width) => drawShares(chart, width)),
        finding: sharesFinding(chart),
        alt: sharesAlt(chart),
        notes: sharesNotes(chart),
      };
    case 'progress':
      return {
        ...bothWidths((width) => drawProgress(chart, width)),
        finding: progressFinding(chart),
        alt: progressAlt(chart),
        notes: progressNotes(chart),
      };
    case 'map': {
      const maps = drawMaps(chart, base.lines, WIDTHS);
      const credit = base.lines.length > 0 ? base.credit : undefined;
      return {
        ...maps,
        finding: mapFinding(chart),
        alt: mapAlt(chart),
        notes: mapNotes(chart, { numbered: maps.numbered, credit }),
      };
    }
  }
}

/** The same chart with every text of the profile as a reader reads it: a picture holds no Markdown. */
function inPlainWords<T>(value: T, plain: (text: string) => string): T {
  if (typeof value === 'string') return plain(value) as T;
  if (Array.isArray(value)) return value.map((item) => inPlainWords(item, plain)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, inPlainWords(inside, plain)]),
  ) as T;
}
