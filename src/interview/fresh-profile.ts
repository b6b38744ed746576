import { wrap } from '../diagnostics/wrap.ts';
import type { Typed } from '../profile/edit/sources.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { topLevelKeys } from '../profile/schema/profile.ts';
import { keysAt, schemaAt } from '../profile/shape.ts';
import { tool } from '../tool.ts';

const WIDTH = 78;

/** What a new profile says before anything was answered. */
export const freshValue: Typed = { schema: '1', status: 'draft' };

/** An example of each part, as it would be typed. They are checked against the schema. */
export const examples: Readonly<Partial<Record<keyof ProfileData, string>>> = {
  example: 'example: no',
  as_of: 'as_of: 1 November 2026',
  pages: 'pages: 24',
  trust: 'trust:\n  name: Otterwick Learning Trust\n  founded: 1 April 2016',
  standing:
    'standing:\n  stage: invited to talk\n  issued_by: The trustees of Otterwick Learning Trust',
  five_answers:
    'five_answers:\n  cost:\n    answer: 5% of your core funding, about £236 for each pupil in a year.\n    confirmed_by: Chief finance officer\n    confirmed_on: 19 October 2026',
  answers: 'answers:\n  taking_back: Only if an inspection finds serious failings.',
  growth: 'growth:\n  pace: One school a year at most.',
  principles:
    'principles:\n  improvement:\n    claims:\n      - text: Our schools gave each other $support-days of help last year.\n        metrics: [support-days]\n        evidence: [visit-log]',
  metrics:
    'metrics:\n  support-days:\n    measure: days of support\n    series:\n      2023/24: 46\n      2024/25: 52\n    evidence: [visit-log]',
  not_shown: 'not_shown:\n  - measure: phonics standard\n    reason: we shall show it in 2027.',
  evidence:
    'evidence:\n  visit-log:\n    title: Log of visits between our schools\n    publisher: Otterwick Learning Trust\n    period: 2024/25',
  schools:
    'schools:\n  - name: Otterwick Primary School\n    phase: primary\n    pupils: 206\n    joined: 1 April 2016',
  map: 'map:\n  base: maps/marlshire.geojson\n  credit: Contains OS data © Crown copyright and database right 2026',
  people:
    'people:\n  - name: Hester Calloway\n    role: Chair of trustees\n    group: trustees\n    since: September 2021',
  voices:
    'voices:\n  - quote: I came for a year. I have stayed for five.\n    role: Teacher, trained with us\n    said_on: 15 June 2026\n    consent:\n      given_on: 15 June 2026',
  case_studies:
    'case_studies:\n  - title: Writing that pupils wanted to finish\n    starting_point: Books were full of first paragraphs.\n    action: The writing lead of another school came on six Tuesdays.',
  services:
    'services:\n  - name: Finance and payroll\n    offer: included\n    replaces: bursar service',
  finances:
    'finances:\n  contribution:\n    model: share of core funding\n    rate: 5%\n    base: general annual grant\n    per_pupil: £236',
  delegation:
    'delegation:\n  - decision: The school day and term dates\n    decides: local board\n    consulted: [headteacher]',
  stays_and_changes:
    'stays_and_changes:\n  - topic: Name and uniform\n    standing: school decides\n    who_could_change: Trustees, after asking families for a term\n    in_plain_words: Your local board decides.',
  commitments:
    'commitments:\n  - promise: No more than 5% will be charged before August 2028.\n    owner: Chief finance officer\n    due: 31 August 2028\n    if_missed: the difference is paid back',
  expectations: 'expectations:\n  - release one teacher for nine days a year',
  what_we_heard:
    'what_we_heard:\n  - asked: Could the charge be lower for small schools?\n    changed: no\n    reply: One rate for all seemed fairer. We look again in 2028.',
  environment:
    'environment:\n  lead: Chief operating officer\n  actions:\n    - solar panels at two schools, since May 2025',
  partnerships:
    'partnerships:\n  - partner: Marlshire Community Health\n    purpose: A speech therapist in school two days a week',
  journey:
    'journey:\n  route: maintained school\n  target_date: 1 September 2027\n  duration: allow 8 to 12 months',
  weaknesses:
    'weaknesses:\n  - what: Attendance of pupils on free school meals is too low.\n    action: Two schools now visit every such family in September.',
  risks:
    'risks:\n  - risk: The number of children keeps falling.\n    what_we_do: We plan places with the council.',
  alternatives:
    'alternatives:\n  - option: Stay as you are\n    for: Nothing changes.\n    against: You would go on buying most services alone.',
  questions:
    'questions:\n  - question: What happens to my pension?\n    readers: [staff]\n    answer: You stay in the scheme you are in.',
  gaps: 'gaps:\n  - what: Who owns the lower field\n    ask: governance professional',
  contacts:
    'contacts:\n  - who: Chief finance officer\n    about: charges and savings\n    email: finance@otterwick.example',
  prospective_schools:
    'prospective_schools:\n  - name: Fennimore Primary School\n    phase: primary\n    pupils: 182',
  frameworks: 'frameworks: [dfe]',
  editions:
    'editions:\n  headteachers:\n    title: For headteachers\n    readers: [headteachers]\n    sections: [answers-short, principle-improvement, contacts-short]',
};

/**
 * A new profile: what each part is for, with an example, in the order of the document. Answers are put
 * below the part they belong to.
 */
export function freshProfile(): string {
  const { name, version } = tool();
  const [major, minor] = version.split('.');
  // Until the first whole version, a second number that goes up may change what a profile can hold.
  const range = major === '0' ? `0.${minor}` : major;
  const parts = topLevelKeys.flatMap((key) => {
    const example = examples[key];
    return example === undefined && freshValue[key] === undefined ? [] : [partOf(key, example)];
  });
  return [
    `# yaml-language-server: $schema=https://unpkg.com/${name}@${range}/schema.json`,
    '#',
    ...comment(
      'The profile of your trust: the facts from which its prospectus is made. A line that begins with # is a note for you. It never gets into the document, and you may delete it.',
    ),
    '#',
    ...comment(
      'Each part stands in the order of the document, with an example. Only the name of the trust must be there. Every other part can wait.',
    ),
    '#',
    `#   To go on answering questions:  npx ${name} init`,
    `#   To see what is wrong or weak:  npx ${name} check`,
    `#   To make the document:          npx ${name} build`,
    '',
    ...parts,
  ].join('\n');
}

function partOf(key: keyof ProfileData, example = ''): string {
  const value = freshValue[key];
  if (value !== undefined)
    return `${[...comment(descriptionOf(key)), `${key}: ${value}`].join('\n')}\n`;
  const lines = [
    ...comment([descriptionOf(key), ...keysOf(key)].join(' ')),
    '# For example:',
    ...example.split('\n').map((line) => `#   ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What a part must hold and may hold, where it is a group, a list of groups or groups with names. */
function keysOf(key: string): string[] {
  const isGroup = keysAt([key]).length > 0;
  const path = isGroup ? [key] : [key, 0];
  const keys = keysAt(path);
  const isOptional = (name: string) => schemaAt([...path, name])?._zod.def.type === 'optional';
  const must = keys.filter((name) => !isOptional(name));
  const may = keys.filter(isOptional);
  return [
    ...(must.length > 0 ? [`${isGroup ? 'It' : 'Each'} must hold ${must.join(', ')}.`] : []),
    ...(may.length > 0 ? [`${isGroup ? 'It' : 'Each'} may hold ${may.join(', ')}.`] : []),
  ];
}

function descriptionOf(key: string): string {
  const schema = schemaAt([key]);
  const { innerType } = (schema?._zod.def ?? {}) as { innerType?: { description?: string } };
  const { description } = innerType ?? (schema as { description?: string } | undefined) ?? {};
  if (!description) throw new Error(`The schema does not say what “${key}” is for.`);
  return description;
}

function comment(text: string): string[] {
  return wrap(text, WIDTH - 2)
    .split('\n')
    .map((line) => `# ${line}`);
}
