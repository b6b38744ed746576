import type { Source } from './source.ts';

/**
 * The law pack: statements of law that a document of this kind makes, each with its source and the
 * month it was last looked at. It is not legal advice, and it ages: see `lawAsOf`.
 */
export const lawAsOf = '2026-11';

export interface Statement {
  text: string;
  source: Source;
}

/** Who must inform and consult staff about a transfer, by the kind of school they work in now. */
const employers: readonly { type: RegExp; employer: string }[] = [
  { type: /voluntary aided|foundation/i, employer: 'the governing body of your school' },
  { type: /community|voluntary controlled/i, employer: 'the council' },
  { type: /academ|free school|trust/i, employer: 'the trust you work for now' },
];

/** Where the kind of school is not known. */
const anyEmployer =
  'your employer: the council in community and voluntary controlled schools, the governing body in voluntary aided and foundation schools, the trust in academies';

/** Who employs the staff of a school now, as far as its type tells. */
export function employerOf(school: { type?: string | undefined } | undefined): string {
  const known = employers.find(({ type }) => school?.type !== undefined && type.test(school.type));
  return known?.employer ?? anyEmployer;
}

/** What a document for staff must say of itself. */
export const notConsultation = (employer: string): Statement => ({
  text: `This is not the formal information or consultation about the transfer of staff (TUPE). That is the duty of ${employer}.`,
  source: {
    title: 'Transfer of Undertakings (Protection of Employment) Regulations 2006, regulation 13',
    publisher: 'UK Statutory Instruments',
    published: '2006',
    url: 'https://www.legislation.gov.uk/uksi/2006/246/regulation/13',
  },
});
