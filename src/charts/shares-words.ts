import { sum } from 'd3-array';
import type { Shares } from '../case/chart.ts';
import { sentenceList, upperFirst } from '../compose/words.ts';
import { pence } from './shares.ts';

export function sharesFinding({ parts }: Shares): string {
  const [largest] = [...parts].sort((a, b) => b.share - a.share);
  return largest ? `${upperFirst(largest.what)}: ${pence(largest.share)} of every pound` : '';
}

export function sharesAlt({ label, parts }: Shares): string {
  const each = parts.map(({ what, share }) => `${what}, ${pence(share)}`);
  return `Bar chart. ${label}. ${upperFirst(sentenceList(each))}.`;
}

/** Where rounded pence do not make a pound, that they do not. */
export function sharesNotes({ parts }: Shares): string[] {
  const rounded = sum(parts, ({ share }) => Math.round(share));
  const whole = sum(parts, ({ share }) => share);
  if (whole < 99.5) return [`The parts listed make ${Math.round(whole)}p of each pound.`];
  return rounded === 100 ? [] : [`Rounded to whole pence, the parts make ${rounded}p.`];
}
