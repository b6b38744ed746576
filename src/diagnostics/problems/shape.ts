import type { Explanation } from '../explanation.ts';

const register =
  'Get Information About Schools; patterns as in the Department for Education’s own services, March 2026';

/** Problems of what a profile may hold and how its values are typed. */
export const shapeProblems = {
  'unknown-key': {
    severity: 'error',
    title: 'A key that does not exist',
    why: 'What stands under a misspelt key would be missing from the document, and nobody would notice.',
    remedy: 'Use the spelling the message suggests. “thriving-case schema” prints every key.',
    wrong: 'growth:\n  pase: One school a year.\n',
    right: 'growth:\n  pace: One school a year.\n',
  },
  'missing-key': {
    severity: 'error',
    title: 'A key that must be there',
    why: 'The rest of the part makes no sense without it.',
    remedy: 'Add the key the message names.',
    wrong: 'risks:\n  - what_we_do: We grow slowly.\n',
    right: 'risks:\n  - risk: We grow too fast.\n    what_we_do: We grow slowly.\n',
  },
  'wrong-type': {
    severity: 'error',
    title: 'A value of the wrong kind',
    why: 'Every part has its own place in the document, made for a text, a list or a group; nothing else fits there.',
    remedy: 'Give what the message asks for. A list has one item on each line, after “- ”.',
    wrong: 'risks: We grow too fast.\n',
    right: 'risks:\n  - risk: We grow too fast.\n',
  },
  'not-a-choice': {
    severity: 'error',
    title: 'A word that is not on the list',
    why: 'The document treats each of the listed words in its own way, and would not know what to do with another.',
    remedy: 'Use one of the words in the message.',
    wrong: 'status: drafty\n',
    right: 'status: draft\n',
  },
  'bad-name': {
    severity: 'error',
    title: 'A name that cannot be used',
    why: 'Metrics and evidence are called by their names in your texts, so names need a plain spelling.',
    remedy: 'Use small letters, figures and hyphens, and begin with a letter.',
    wrong:
      'metrics:\n  Visits 2025:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\n',
    right:
      'metrics:\n  visits-2025:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\n',
  },
  'text-too-long': {
    severity: 'error',
    title: 'A text that is too long',
    why: 'Nobody reads it, and it would push everything else off the page.',
    remedy: 'Shorten it, or split it between the parts it covers.',
  },
  'bad-date': {
    severity: 'error',
    title: 'Not a date',
    why: 'A date that readers cannot trust makes them doubt the rest.',
    remedy: 'Type the day, the month in words and the year; or the month and the year.',
    wrong: 'as_of: 31 November 2026\n',
    right: 'as_of: 30 November 2026\n',
  },
  'bad-period': {
    severity: 'error',
    title: 'Not a period',
    why: 'A number without a known period cannot be compared with anything.',
    remedy:
      'Type an academic year as 2024/25; a financial year as “year ended 31 August 2025”; or a year, month or day.',
    wrong:
      'evidence:\n  results:\n    title: Results\n    publisher: The trust\n    period: 2024/26\n',
    right:
      'evidence:\n  results:\n    title: Results\n    publisher: The trust\n    period: 2024/25\n',
    source: 'Academic years as Explore Education Statistics writes them',
  },
  'bad-number': {
    severity: 'error',
    title: 'Not a number',
    why: 'Numbers are printed, compared and drawn, so their value must be certain.',
    remedy:
      'Type 68%, £1,250, £1.2 million or 47.3. Where an official file prints a code such as SUPP, type the code: it is kept as a code and never counts as nought.',
    wrong: 'schools:\n  - name: Tansy Row Primary School\n    pupils: about 200\n',
    right: 'schools:\n  - name: Tansy Row Primary School\n    pupils: 204\n',
  },
  'bad-urn': {
    severity: 'error',
    title: 'Not a URN',
    why: 'Readers and inspectors look schools up by this number.',
    remedy: 'Copy the 6 digits from the register of schools.',
    wrong: 'schools:\n  - name: Tansy Row Primary School\n    urn: 99001\n',
    right: 'schools:\n  - name: Tansy Row Primary School\n    urn: 990001\n',
    source: register,
  },
  'bad-ukprn': {
    severity: 'error',
    title: 'Not a UKPRN',
    why: 'Official files know the trust by this number.',
    remedy: 'Copy the 8 digits, of which the first is a 1.',
    wrong: 'trust:\n  name: Quillbrook Learning Trust\n  ukprn: 29999901\n',
    right: 'trust:\n  name: Quillbrook Learning Trust\n  ukprn: 19999901\n',
    source: register,
  },
  'bad-trust-reference': {
    severity: 'error',
    title: 'Not a trust reference',
    why: 'The department’s services know the trust by this number.',
    remedy: 'Copy TR and its 5 digits.',
    wrong: 'trust:\n  name: Quillbrook Learning Trust\n  reference: 99901\n',
    right: 'trust:\n  name: Quillbrook Learning Trust\n  reference: TR99901\n',
    source: register,
  },
  'bad-companies-house-number': {
    severity: 'error',
    title: 'Not a Companies House number',
    why: 'Readers look the trust’s accounts up by this number.',
    remedy: 'Copy all 8 characters; spreadsheets drop the noughts at the front.',
    wrong: 'trust:\n  name: Quillbrook Learning Trust\n  companies_house: 9999901\n',
    right: 'trust:\n  name: Quillbrook Learning Trust\n  companies_house: 09999901\n',
  },
  'bad-link': {
    severity: 'error',
    title: 'Not a web address',
    why: 'A link that leads nowhere cannot support anything.',
    remedy: 'Copy the whole address, from https:// on.',
    wrong: 'trust:\n  name: Quillbrook Learning Trust\n  website: quillbrook\n',
    right: 'trust:\n  name: Quillbrook Learning Trust\n  website: https://quillbrook.example\n',
  },
  'bad-email': {
    severity: 'error',
    title: 'Not an email address',
    why: 'A reader with a question would get no answer.',
    remedy: 'Type it as name@example.org.',
    wrong: 'contacts:\n  - who: The clerk\n    email: clerk at quillbrook.example\n',
    right: 'contacts:\n  - who: The clerk\n    email: clerk@quillbrook.example\n',
  },
  'bad-phone': {
    severity: 'error',
    title: 'Not a telephone number',
    why: 'A reader with a question would get no answer.',
    remedy: 'Type figures and spaces.',
    wrong: 'contacts:\n  - who: The clerk\n    phone: ask at the office\n',
    right: 'contacts:\n  - who: The clerk\n    phone: 01632 960 001\n',
  },
  'bad-colour': {
    severity: 'error',
    title: 'Not a colour',
    why: 'The pages take their colours from it, and check that their words can be read on them.',
    remedy: 'Type a hash and 6 figures in quotation marks: "#0b5351".',
    wrong: 'trust:\n  name: Quillbrook Learning Trust\n  brand:\n    colour: forest green\n',
    right: 'trust:\n  name: Quillbrook Learning Trust\n  brand:\n    colour: "#0b5351"\n',
  },
  'bad-ages': {
    severity: 'error',
    title: 'Not a range of ages',
    why: 'Families read it first.',
    remedy: 'Type the youngest and the oldest: 4 to 11.',
    wrong: 'schools:\n  - name: Tansy Row Primary School\n    ages: 11 to 4\n',
    right: 'schools:\n  - name: Tansy Row Primary School\n    ages: 4 to 11\n',
  },
} as const satisfies Record<string, Explanation>;

export type ShapeCode = keyof typeof shapeProblems;
