import { type Face, facesByScript, fallbackFace } from '../knowledge/faces.ts';
import { INVISIBLE, UNREADABLE } from '../knowledge/invisible.ts';
import { DEFAULT_THEME, themes } from '../knowledge/themes.ts';
import { textsOf } from '../profile/fields.ts';
import { rule } from './rule.ts';

const characterNotInFace = rule({
  code: 'character-not-in-face',
  severity: 'warning',
  title: 'A character that our typeface lacks',
  why: 'It is printed in another typeface where the computer has one, and as an empty box where it has none.',
  remedy:
    'Look at the page. Where a box stands, install the typeface the message names, or write the word in another way.',
  wrong: 'growth:\n  why_now: We have \u2603 time.\n',
  right: 'growth:\n  why_now: We have time.\n',
  *check(profile) {
    const { faces: ours } = themes[profile.data.trust.brand?.theme ?? DEFAULT_THEME];
    for (const { path, text } of textsOf(profile)) {
      const shapes = [...new Set(withoutInvisible(text).normalize('NFC'))];
      // A text may be printed in any face of the theme, as a heading is.
      const poor = ours.filter((face) => shapes.some((shape) => !has(face, shape)));
      const lacking = shapes.filter((shape) => poor.some((face) => !has(face, shape)));
      if (lacking.length === 0) continue;
      const faces = new Set(lacking.map(faceFor));
      const shown = lacking.slice(0, MOST_SHOWN).join(' ');
      yield {
        path,
        message: `${poor.map(({ name }) => name).join(' or ')}, in which the document is set, has no ${lacking.length > MOST_SHOWN ? `${shown} … (${lacking.length} characters)` : shown}`,
        hint: `Look at the page. It is printed where the computer has ${[...faces].join(' or ')}.`,
      };
    }
  },
});

const MOST_SHOWN = 8;

const hiddenCharacter = rule({
  code: 'hidden-character',
  severity: 'warning',
  title: 'A character that nobody can see',
  why: 'It breaks searching and reading aloud, and can turn the order of words round; it comes from copying out of another program.',
  remedy: 'Delete the text and type it again, or paste it as plain text.',
  wrong: 'growth:\n  why_now: "We have \\u200btime."\n',
  right: 'growth:\n  why_now: We have time.\n',
  *check(profile) {
    for (const { path, text } of textsOf(profile)) {
      const found = HIDDEN.exec(text);
      if (!found) continue;
      const before = text.slice(Math.max(0, found.index - 20), found.index);
      yield {
        path,
        message: `There is a character that nobody can see (U+${hex(found[0])})${before ? ` after “${before}”` : ' at the start of the text'}.`,
        hint: 'Delete the words round it and type them again, or paste the text as plain text.',
      };
    }
  },
});

const HIDDEN = new RegExp(`(?![\\t\\n\\r])[${INVISIBLE}${UNREADABLE}]`, 'u');

const hex = (character: string) =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Without what has no shape of its own. */
function withoutInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Z}\ufffd]|\p{Variation_Selector}|\p{Emoji_Modifier}/gu, '');
}

function has({ characters }: Face, character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return characters.some(([first, last]) => point >= first && point <= last);
}

function faceFor(character: string): string {
  return facesByScript.find(({ script }) => script.test(character))?.face ?? fallbackFace;
}

export const characterRules = [characterNotInFace, hiddenCharacter] as const;
