import { formatQuantity, grouped, isWord } from '../profile/formats/amounts.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Whole numbers up to nine as words, others in figures. */
export function numberWord(number: number, decimals = 0): string {
  return small[number] ?? grouped(number, Number.isInteger(number) ? 0 : decimals);
}

export function countOf(number: number, one: string, many: string): string {
  return `${numberWord(number)} ${number === 1 ? one : many}`;
}

/** “none of three”, “two of three”, “all three”. */
export function shareOf(some: number, all: number): string {
  if (some === all) return `all ${numberWord(all)}`;
  return `${some === 0 ? 'none' : numberWord(some)} of ${numberWord(all)}`;
}

/** What a number is counted in. */
interface Counted {
  sign: string;
  decimals: number;
}

/** How far apart two numbers are, without saying which way: `four points`, `£120`, `three days`. */
export function distanceInWords(difference: number, { sign, decimals }: Counted): string {
  const size = rounded(Math.abs(difference), decimals);
  if (sign === '%') return `${numberWord(size, decimals)} ${size === 1 ? 'point' : 'points'}`;
  if (!isWord(sign)) return formatQuantity(size, decimals, sign);
  return Number.isInteger(size) && small[size] !== undefined
    ? formatQuantity(size, 0, sign).replace(/^\d+/, numberWord(size))
    : formatQuantity(size, decimals, sign);
}

/** To as many decimals as the numbers it came from have: nought where they read the same. */
export function rounded(number: number, decimals: number): number {
  return Number(number.toFixed(decimals)) || 0;
}
