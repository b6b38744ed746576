import { stringify } from 'yaml';
import type { Case } from '../case/case.ts';
import { formatDate, isoDate } from '../profile/formats/dates.ts';
import { plainText } from './text.ts';

/**
 * What stands at the head of every Markdown document between two lines of hyphens, and all that a
 * theme or Word needs to know that is not in the text itself.
 */
export interface FrontMatter {
  title: string;
  trust: string;
  edition: string;
  /** ISO date. */
  date: string;
  status: 'draft' | 'review' | 'release';
  lang: string;
  /** What is printed at the head of every page: that it is a draft, or an example. */
  notice?: string;
  /** What is printed at the foot of every page. */
  footer: string;
  colour?: string;
  accent?: string;
}

export function headOf(theCase: Case): FrontMatter {
  const { title, trust, school, status, example, edition, date } = theCase;
  const notice = [
    example ? 'Example: an invented trust' : undefined,
    status === 'release' ? undefined : theCase.statusInWords,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  const trustName = plainText(trust.name);
  const { speaksTo, name } = edition;
  const whom = speaksTo ? `${speaksTo} of ` : '';
  const reader = school ? `for ${whom}${plainText(school.name)}` : name;
  return {
    title: plainText(title),
    trust: trustName,
    edition: edition.id,
    date: isoDate(date),
    status,
    lang: 'en-GB',
    ...(notice ? { notice } : {}),
    footer: [trustName, reader, formatDate(date)].join(' · '),
    ...(trust.brand?.colour ? { colour: trust.brand.colour } : {}),
    ...(trust.brand?.accent ? { accent: trust.brand.accent } : {}),
  };
}

export function frontMatter(theCase: Case): string {
  return `---\n${stringify(headOf(theCase), { lineWidth: 0 })}---\n`;
}
