import { type Tree, walk } from './tree.ts';

/** The structure types of ISO 32000-1, 14.8.4. */
const STANDARD = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl'],
  ...['LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note'],
  ...['Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu'],
  ...['WT', 'WP', 'Figure', 'Formula', 'Form'],
]);

/** What the types of later standards, which browsers write already, come nearest to. */
const nearest: Record<string, string> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Title: 'P',
  FENote: 'Note',
  Aside: 'Sect',
  DocumentFragment: 'Div',
};

/** The role map: a standard type for each type in use that is none. */
export function rolesOf({ roots }: Tree): Map<string, string> {
  const roles = new Map<string, string>();
  for (const { type } of walk(roots)) {
    if (!STANDARD.has(type)) roles.set(type, nearest[type] ?? 'Span');
  }
  return new Map([...roles].sort(([a], [b]) => (a < b ? -1 : 1)));
}
