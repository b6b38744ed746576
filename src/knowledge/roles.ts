/**
 * The words that roles in and round a trust are made of, so that a gap names a role and never a
 * person: drafts are passed round, and people move on. As used in job titles of English trusts and
 * schools, November 2026.
 */
export const roleWords: ReadonlySet<string> = new Set(
  `accountant accounts adviser advisor assistant associate auditor auditors board boards bursar business
  caretaker ceo cfo chair chairs chief clerk clerks coo committee company consultant coordinator council
  counsel data deputy designated director directors diocesan diocese dpo education employment estates
  executive facilities family families finance governance governing governor governors head heads
  headteacher headteachers hr human information insurer inclusion it lawyer lawyers lead leader leaders
  leadership legal local manager managers marketing member members network office officer officers
  operating operations partner partnerships payroll pension pensions people personnel principal
  principals professional property provider pupil regional representative resources safeguarding
  scheme school schools secretary senco sendco services site solicitor solicitors special staff standards
  strategy supplier surveyor teacher teachers team technology transport treasurer trust trustee trustees
  union unions vice workforce`.split(/\s+/),
);

/** Words that may stand between the others. */
export const roleLinks: ReadonlySet<string> = new Set(
  'a an and at for former from in my next of on or our that the their this to who with your'.split(
    ' ',
  ),
);

/** After these, a capital begins the name of a place or body, not of a person. */
export const bodies: ReadonlySet<string> = new Set(
  `academies academy association authority board borough city college council county department diocese
  district foundation fund group hub ofsted partnership primary school schools scheme secondary service
  services trust university`.split(/\s+/),
);

/** Those who can usually answer a part of the questions, each with what to call them. */
export const contributors = {
  chair: {
    title: 'chair of trustees',
    about: 'what the trust is for, who decides what, and how it grows',
  },
  head: { title: 'headteacher', about: 'teaching, pupils and families' },
  finance: {
    title: 'chief finance officer',
    about: 'what schools pay, what they get, and savings',
  },
  people: { title: 'head of people (HR)', about: 'jobs, pay, pensions and working here' },
} as const;

export type Contributor = keyof typeof contributors;
export const contributorIds = Object.keys(contributors) as Contributor[];
