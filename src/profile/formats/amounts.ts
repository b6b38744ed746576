import { type PublishedCode, publishedCodes } from '../../knowledge/published-codes.ts';

/** A number, never a code. */
export interface Quantity {
  number: number;
  decimals: number;
  unit: '%' | '£' | null;
}

/**
 * A number as it was typed, or the code an official file prints in its place. `hidden` is never typed:
 * it is what the documents are given instead of a number that would say something of a small group.
 */
export type Amount = Quantity | { code: PublishedCode } | { hidden: 'small group' | 'gives away' };

const MILLION = 1_000_000;

/**
 * Reads a number as people type it: `68%`, `£1,250`, `£1.2m`, `£1.2 million`, `-3.5`, `+0.31`,
 * `1,234`; or a published code such as `SUPP`. Thousands may be grouped by commas, but only in threes.
 */
export function parseAmount(text: string): Amount | undefined {
  const tidy = text.trim();
  const code = codeOf(tidy);
  return code ? { code } : parseQuantity(tidy);
}

export function parseQuantity(text: string): Quantity | undefined {
  const tidy = text.trim().replace(/[−–]/g, '-').replace(/\s+/g, ' ');
  const match =
    /^([-+])?(£)?([-+])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,10}))? ?(%|per ?cent|m|million|k)?$/i.exec(
      tidy,
    );
  if (!match) return undefined;
  const [, sign, pound, signAfter, whole, fraction = '', tail = ''] = match;
  if (sign && signAfter) return undefined;
  const ending = tail.toLowerCase();
  const percent = ending === '%' || ending.startsWith('per');
  if (percent && pound) return undefined;
  const scale = ending.startsWith('m') ? MILLION : ending === 'k' ? 1000 : 1;
  const typed = Number(`${whole?.replaceAll(',', '')}.${fraction || '0'}`);
  const number = round(typed * scale, fraction.length) * ((sign ?? signAfter) === '-' ? -1 : 1);
  if (!Number.isSafeInteger(Math.trunc(number))) return undefined;
  return {
    number: number === 0 ? 0 : number,
    decimals: scale === 1 ? fraction.length : 0,
    unit: percent ? '%' : pound ? '£' : null,
  };
}

/** Codes are matched as published: `c`, `z`, `x` and `low` in lower case, the others in any case. */
function codeOf(text: string): PublishedCode | undefined {
  if (/^not published$/i.test(text)) return 'NP';
  if (Object.hasOwn(publishedCodes, text)) return text as PublishedCode;
  const upper = text.toUpperCase();
  return upper.length > 1 && Object.hasOwn(publishedCodes, upper)
    ? (upper as PublishedCode)
    : undefined;
}

function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals));
}

/** How many decimals an average or difference of these may honestly show. */
export function decimalsOf(...quantities: readonly Quantity[]): number {
  return Math.max(0, ...quantities.map((quantity) => quantity.decimals));
}

/**
 * GOV.UK style: commas above 999, a minus sign before the pound sign, `£1.2 million` for round
 * sums of a million or more, other units as a word after the number.
 */
export function formatQuantity(number: number, decimals: number, unit: string): string {
  const size = Math.abs(number);
  const sign = number < 0 ? '−' : '';
  if (unit === '£') {
    if (size >= MILLION && size % (MILLION / 10) === 0) {
      return `${sign}£${grouped(size / MILLION, size % MILLION === 0 ? 0 : 1)} million`;
    }
    return `${sign}£${grouped(size, decimals)}`;
  }
  const digits = sign + grouped(size, decimals);
  if (unit === '%') return `${digits}%`;
  if (wordless.has(unit)) return digits;
  return `${digits} ${size === 1 ? singular(unit) : unit}`;
}

/** One of a unit whose first word is a plural: `day`, `family`, `tonne CO2e`. */
function singular(unit: string): string {
  return unit.replace(/^\w+/, (word) =>
    word.replace(/ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$|(?<!s)s$/, ''),
  );
}

/** Whether a unit is written as a word after its number: days, kWh. */
export function isWord(unit: string): boolean {
  return unit !== '£' && unit !== '%' && !wordless.has(unit);
}

/** Units that say what kind of number it is rather than what is counted. */
const wordless = new Set(['', 'number', 'score', 'ratio']);

export function grouped(number: number, decimals = 0): string {
  // Most numbers need no rounding, and the first one that asks for it waits for the tables of languages.
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(number)) ?? [];
  if (whole !== '' && part.length <= decimals) {
    const thousands = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
    return decimals === 0 ? thousands : `${thousands}.${part.padEnd(decimals, '0')}`;
  }
  const known = formatters.get(decimals);
  const formatter =
    known ??
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  if (!known) formatters.set(decimals, formatter);
  return formatter.format(number);
}

/** By decimals. Making one takes longer than a thousand numbers take to format. */
const formatters = new Map<number, Intl.NumberFormat>();
