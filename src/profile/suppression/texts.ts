import type { ProfileData } from '../schema/profile.ts';
import { sentencesOf } from '../sentences.ts';

/** What a document says in place of a sentence about a small group. */
export const NOT_SHOWN = '[not shown (small group)]';

const FEW = '(?:[1-5]|one|two|three|four|five)';
const PUPILS = '(?:[\\w’-]+ ){0,4}?(?:pupils?|children|child|students?|boys?|girls?|leavers?)';
const HOW_MANY =
  '(?:\\d{1,3}(?:\\.\\d+)?(?: ?%| per cent)?|none|no one|one|two|three|four|five|all|both|half|most)';
const OURS = '(?:our|the|its|their|these|those)';

/** “Three of our four pupils”, “75% of 4 children”; “four out of five pupils” is but a way to say 80%. */
const SHARE_OF_FEW = new RegExp(
  `\\b${HOW_MANY} (?:out of ${OURS}|of(?: ${OURS})?) (?:only )?${FEW} ${PUPILS}\\b`,
  'i',
);
/** “All four looked-after pupils”, “both pupils”, “our five pupils with plans all …”. */
const ALL_OF_FEW = new RegExp(
  `\\b(?:(?:all|none) (?:of )?(?:${OURS} )?${FEW}|(?:both|neither)(?: of)?(?: ${OURS})?(?: two)?) ${PUPILS}\\b|\\b${OURS} (?:only )?${FEW} ${PUPILS}\\b.{0,80}?\\b(?:all|none|each|both|\\d{1,3} ?%)`,
  'i',
);
/** “Of four pupils with plans at St Wystan’s, three …”. */
const FEW_THEN_SHARE = new RegExp(
  `\\b(?:of|among) (?:${OURS} )?(?:only )?${FEW} ${PUPILS}\\b[^.;]{0,80}?, ${HOW_MANY}\\b`,
  'i',
);
/** What a pupil’s results are told in. */
const RESULT =
  /\b(?:standards?|expected|reach(?:ed|ing)?|achiev(?:ed|ing)|attain(?:ed|ment)|pass(?:ed)?|fail(?:ed)?|grades?|results?|scored?|attendance|absen(?:t|ce)|excluded|exclusions?|suspended|suspensions?|progress)\b/i;

/** Whether a sentence says how a group of five pupils or fewer did. */
export function tellsOfFew(sentence: string): boolean {
  if (!RESULT.test(sentence)) return false;
  return [SHARE_OF_FEW, ALL_OF_FEW, FEW_THEN_SHARE].some((pattern) => pattern.test(sentence));
}

/** A profile whose texts leave out every sentence of which this says that it may not be shown. */
export function withoutSentences(
  data: ProfileData,
  mayNotBeShown: (sentence: string) => boolean,
): ProfileData {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return withoutThose(value, mayNotBeShown);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, clean(inside)]));
  };
  return clean(data) as ProfileData;
}

/** A text without every sentence of which this says that it may not be shown. */
export function withoutThose(text: string, mayNotBeShown: (sentence: string) => boolean): string {
  if (!text.includes(' ')) return text;
  if (!sentencesOf(text).some((sentence) => mayNotBeShown(sentence.text))) return text;
  let shown = '';
  for (const { text: sentence } of sentencesOf(text)) {
    const space = sentence.slice(sentence.trimEnd().length);
    shown += mayNotBeShown(sentence) ? NOT_SHOWN + space : sentence;
  }
  return shown;
}
