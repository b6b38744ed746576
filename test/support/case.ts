import type { Case } from '../../src/case/case.ts';
import type { Chart } from '../../src/case/chart.ts';
import { inlineSvg } from '../../src/charts/drawing.ts';
import { type GalleryOptions, openGallery, type Picture } from '../../src/charts/gallery.ts';
import { plainText } from '../../src/compose/text.ts';
import { paletteOf } from '../../src/typeset/palette.ts';
import { caseOf as caseOfProfile } from './document.ts';
import { profileOf } from './profile.ts';

/** The case that a profile makes; the trust’s name may be left out. */
export async function caseOf(yaml: string): Promise<Case> {
  const whole = /^trust:/m.test(yaml) ? yaml : `trust:\n  name: Quillbrook Learning Trust\n${yaml}`;
  const date = { year: 2026, month: 11, day: 1 };
  return caseOfProfile(await profileOf(whole), { date });
}

/** The chart of the only metric of a profile. */
export async function chartOfMetric(metric: string, rest = ''): Promise<Chart | undefined> {
  const { figures } = await caseOf(`metrics:\n  numbers: ${metric}\n${rest}`);
  return figures[0]?.chart;
}

/** Draws a chart in our own colours, without lines behind a map unless some are given. */
export function drawn(chart: Chart, base: GalleryOptions['base']['lines'] = []): Picture {
  return openGallery({
    palette: paletteOf({}),
    plain: plainText,
    base: { lines: base, credit: undefined },
  }).draw(chart);
}

/** Both drawings of a chart, as a page holds them. */
export function bothOf({ page, phone, alt }: Picture): [page: string, phone: string] {
  return [inlineSvg(page, 'on-page', alt), inlineSvg(phone, 'on-phone', alt)];
}
