import { monthNames } from './formats/dates.ts';
import { academicYear } from './formats/periods.ts';

/** A number typed with figures in a text. */
export interface TypedNumber {
  number: number;
  decimals: number;
  unit: '%' | '£' | null;
  start: number;
  end: number;
}

const NUMBER =
  /(?<![\w$£.,/’'-])(£)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?: ?(%|per cent\b|million\b|m\b|k\b))?(?![\w/]|[.,]\d)/gi;

const TENS = ['ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** “Seventy per cent”, “sixty-six per cent”. */
const SHARE_IN_WORDS = new RegExp(
  `(?<![\\w-])(?:(${TENS.join('|')})(?:[- ](${ONES.join('|')}))?|(${ONES.join('|')})) per ?cent\\b`,
  'gi',
);

/** What stands before a number that is a name rather than a count: Year 6, key stage 2, page 12. */
const NAMED =
  /\b(?:years?|key stages?|ks|grades?|attainment|progress|pages?|p|notes?|items?|principles?|clauses?|sections?|rules?|band|levels?|age[ds]?|ages|no|nos|numbers?|tier|phase|chapter|and|to)[ .]*$/i;
const AFTER = new RegExp(
  `^(?:st|nd|rd|th)?\\s(?:${monthNames.join('|')})\\b|^(?:st|nd|rd|th)\\b|^-|^\\s(?:to|or|and)\\s\\d`,
  'i',
);

/** The numbers of a text that count something: no dates, years, ranges, or numbers that are names. */
export function numbersIn(text: string): TypedNumber[] {
  const inWords = sharesInWords(text);
  const inFigures = numbersInFigures(text);
  return inWords.length === 0
    ? inFigures
    : [...inFigures, ...inWords].sort((a, b) => a.start - b.start);
}

function sharesInWords(text: string): TypedNumber[] {
  return [...text.matchAll(SHARE_IN_WORDS)].map((match) => {
    const [all = '', tens = '', ones = '', alone = ''] = match.map((word) => word?.toLowerCase());
    const number = (TENS.indexOf(tens) + 1) * 10 + ONES.indexOf(ones || alone) + 1;
    const start = match.index;
    return { number, decimals: 0, unit: '%', start, end: start + all.length };
  });
}

function numbersInFigures(text: string): TypedNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match): TypedNumber[] => {
    const [all, pound, whole = '', fraction = '', tail = ''] = match;
    const start = match.index;
    const end = start + all.length;
    const ending = tail.toLowerCase();
    const unit = pound ? '£' : ending === '%' || ending === 'per cent' ? '%' : null;
    const before = text.slice(Math.max(0, start - 24), start);
    if (AFTER.test(text.slice(end, end + 16))) return [];
    if (unit === null && (NAMED.test(before) || /^(?:19|20)\d\d$/.test(all))) return [];
    const scale = ending.startsWith('m') ? 1_000_000 : ending === 'k' ? 1000 : 1;
    const number = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`) * scale;
    return [{ number, decimals: fraction.length, unit, start, end }];
  });
}

/** A year that a text speaks of. */
export interface TypedYear {
  /** As a series would have it, `2024/25`; undefined where only one calendar year is named. */
  academic: string | undefined;
  year: number;
  start: number;
}

const YEARS = /\b(20\d\d)(?: ?(?:\/|–|-|to) ?((?:20)?\d\d)\b)?/g;

export function yearsIn(text: string): TypedYear[] {
  return [...text.matchAll(YEARS)].map((match) => {
    const year = Number(match[1]);
    const next = match[2] !== undefined && Number(match[2].slice(-2)) === (year + 1) % 100;
    return { academic: next ? academicYear(year) : undefined, year, start: match.index };
  });
}
