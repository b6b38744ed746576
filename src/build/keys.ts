import { isoDate } from '../profile/formats/dates.ts';
import { hashOf, sha256 } from '../record/hash.ts';
import { tool, toolCode } from '../tool.ts';
import type { Drafted } from './draft.ts';
import type { Opened } from './open.ts';
import type { PlannedDocument } from './plan.ts';

/*
 * Keys are hashes of content alone: neither times of files nor today’s date is in them. Where a rule is
 * judged at today, what it finds is printed in a draft as a gap, and the gaps are in the key.
 */

/** A hash of all that the documents of a profile share. */
export function sharedInputs(opened: Opened): string {
  const { profile, status, date, gaps, assets, templates, theme, mapLines } = opened;
  return hashOf([
    tool(),
    toolCode(),
    profile.files,
    status,
    isoDate(date),
    gaps.map(({ message }) => message),
    [...assets].map(([name, { path, bytes }]) => [name, path, sha256(bytes)]),
    templates.map(({ name, source }) => [name, sha256(source)]),
    [theme.name, sha256(theme.css), [...theme.signs]],
    mapLines,
  ]);
}

/** A hash of all that a document is drafted from; `shared` is the hash of what it shares with others. */
export function documentInputs(
  shared: string,
  { gapsOf }: Pick<Opened, 'gapsOf'>,
  { edition, addressee }: PlannedDocument,
): string {
  return hashOf([shared, edition, addressee, gapsOf(addressee).map(({ message }) => message)]);
}

/** A hash of a draft: what its files are made from. */
export function draftedContent({ markdown, html, pictures }: Drafted): string {
  return hashOf([
    sha256(markdown),
    sha256(html),
    pictures.map(({ path, content }) => [path, sha256(content)]),
  ]);
}
