import { formatDate, parseDate } from '../profile/formats/dates.ts';
import type { Source } from './source.ts';

/** A source in words, and when this tool was last compared with it: for who asks where a rule comes from. */
export function cite({ publisher, title, published }: Source, asOf?: string): string {
  const when = inWords(published);
  return `${publisher}, ${title}${when ? ` (${when})` : ''}${asOf ? `; ${compared(asOf)}` : ''}`;
}

/** `last compared in November 2026`, from an ISO month. */
export function compared(asOf: string): string {
  return `last compared in ${inWords(asOf)}`;
}

/** An ISO day, month or year. */
function inWords(date: string | undefined): string | undefined {
  const read = date === undefined ? undefined : parseDate(date);
  return read ? formatDate(read) : date;
}
