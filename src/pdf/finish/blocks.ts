import { type Element, GROUPS, INLINE, isBox, type Kid, type Tree } from './tree.ts';

/**
 * Gives boxes the type of what is in them: in a paragraph, a cell or the like they become part of it;
 * elsewhere those with text are paragraphs, those around a picture go, and the others are sections and
 * divisions.
 */
export function settleBlocks({ roots }: Tree): void {
  for (const root of roots) settle(root, true);
}

/** Whether only groups are above decides what a box with text becomes: there it is a block. */
function settle(element: Element, amongGroups: boolean): void {
  const groups = amongGroups && GROUPS.has(element.type);
  element.kids = element.kids.flatMap((kid): Kid[] => {
    if (kid.kind !== 'element') return [kid];
    const box = isBox(kid);
    if (box && groups) kid.type = kid.kids.some(isInline) && !kid.kids.some(isBlock) ? 'P' : 'Div';
    settle(kid, groups);
    if (!box) return [kid];
    if (!groups || kid.kids.every(isFigure)) return kid.kids;
    if (kid.type === 'Div' && kid.kids.some(isHeading)) kid.type = 'Sect';
    return [kid];
  });
}

/** Text, what stands in a line, or the box that a browser writes for a stretch of text. */
function isInline(kid: Kid): boolean {
  if (kid.kind !== 'element' || INLINE.has(kid.type)) return true;
  return isBox(kid) && kid.kids.every(({ kind }) => kind === 'content');
}

/** What cannot stand in a paragraph, here or in a box below. */
function isBlock(kid: Kid): boolean {
  if (kid.kind !== 'element' || INLINE.has(kid.type)) return false;
  return !isBox(kid) || kid.kids.some(isBlock);
}

function isFigure(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'Figure';
}

function isHeading(kid: Kid): boolean {
  return kid.kind === 'element' && /^H[1-6]?$/.test(kid.type);
}
