import type { Picture } from '../charts/gallery.ts';
import { literalMarkdown } from './text.ts';

/** What a chart shows, the chart, and what must be said with it. */
export function chartMarkdown({ finding, alt, path, notes }: Picture): string {
  const note = literalMarkdown(notes.join(' '));
  return [
    ...(finding ? [`**${literalMarkdown(finding)}**`, ''] : []),
    `![${literalMarkdown(alt)}](${path})`,
    ...(note ? ['', `_${note}_`] : []),
  ].join('\n');
}
