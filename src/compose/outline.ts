import Slugger from 'github-slugger';
import type { Section } from '../knowledge/sections.ts';
import type { Root } from './helpers.ts';
import { plainText } from './text.ts';

/** A heading of our Markdown, in a callout or out of it. */
const HEADING = /^(?:> )?#{1,6} (.+)$/gm;

/**
 * The sections that have something to say, each with the anchor that GitHub gives its heading. That
 * depends on the headings before it: of two that are the same, the second is numbered.
 */
export function outlineOf(
  sections: readonly Section[],
  written: ReadonlyMap<string, string>,
): Root['outline'] {
  const slugger = new Slugger();
  const outline = new Map<
    string,
    { title: string; anchor: string; insteadOf: string | undefined }
  >();
  for (const { id, title, insteadOf } of sections) {
    const [anchor] = [...(written.get(id) ?? '').matchAll(HEADING)].map(([, words = '']) =>
      slugger.slug(plainText(words)),
    );
    if (title !== null && anchor !== undefined) outline.set(id, { title, anchor, insteadOf });
  }
  return outline;
}
