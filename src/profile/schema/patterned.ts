import { type Complaint, identifies, quoted, scalar } from './scalars.ts';

/* Values that must have one shape: reference numbers, addresses, colours. */

function patterned(
  kind: {
    needs: string;
    example: string;
    pattern: RegExp;
    complaint: (typed: string) => Complaint;
  },
  description: string,
) {
  const schema = scalar<string>(
    {
      needs: kind.needs,
      example: kind.example,
      json: { type: ['string', 'number'], pattern: kind.pattern.source, examples: [kind.example] },
      read: (typed) => (kind.pattern.test(typed) ? { value: typed } : kind.complaint(typed)),
    },
    description,
  );
  return identifies(schema);
}

/** Domain rule 1. */
export const urn = (description: string) =>
  patterned(
    {
      needs: 'a URN of 6 digits',
      example: '990001',
      pattern: /^\d{6}$/,
      complaint: (typed) => ({
        code: 'bad-urn',
        message: `${quoted(typed)} is not a URN, which has 6 digits.`,
        hint: 'Look the school up on Get Information About Schools and copy its URN.',
      }),
    },
    description,
  );

/** Domain rule 2: stricter than “8 digits”, because every UKPRN begins with a 1. */
export const ukprn = (description: string) =>
  patterned(
    {
      needs: 'a UKPRN of 8 digits',
      example: '19999901',
      pattern: /^1\d{7}$/,
      complaint: (typed) => ({
        code: 'bad-ukprn',
        message: `${quoted(typed)} is not a UKPRN, which has 8 digits and begins with 1.`,
        hint: 'Copy it from Get Information About Schools.',
      }),
    },
    description,
  );

/** Domain rule 3. */
export const trustReference = (description: string) =>
  patterned(
    {
      needs: 'a trust reference such as TR and 5 digits',
      example: 'TR99901',
      pattern: /^TR\d{5}$/,
      complaint: (typed) => ({
        code: 'bad-trust-reference',
        message: `${quoted(typed)} is not a trust reference: TR in capitals and 5 digits.`,
        hint: 'Copy it from Get Information About Schools, where it is called the group ID.',
      }),
    },
    description,
  );

/** Domain rule 4: eight characters, with its leading noughts. */
export const companiesHouse = (description: string) =>
  patterned(
    {
      needs: 'a Companies House number of 8 characters',
      example: '09999901',
      pattern: /^(\d{8}|[A-Z]{2}\d{6})$/,
      complaint: (typed) => ({
        code: 'bad-companies-house-number',
        message: `${quoted(typed)} is not a Companies House number, which has 8 characters.`,
        hint: /^\d{6,7}$/.test(typed)
          ? `Add the noughts that were lost: ${typed.padStart(8, '0')}.`
          : 'Copy all 8 characters, with any noughts at the front.',
      }),
    },
    description,
  );

export const uid = (description: string) =>
  patterned(
    {
      needs: 'a whole number',
      example: '99901',
      pattern: /^[1-9]\d*$/,
      complaint: (typed) => ({
        code: 'bad-number',
        message: `${quoted(typed)} is not a group UID, which is a whole number.`,
        hint: 'Copy it from Get Information About Schools.',
      }),
    },
    description,
  );

export const link = (description: string) =>
  patterned(
    {
      needs: 'a web address',
      example: 'https://example.org/report',
      pattern: /^https?:\/\/[^\s<>"'`\\]+\.[^\s<>"'`\\]+$/i,
      complaint: (typed) => ({
        code: 'bad-link',
        message: `${quoted(typed)} is not a web address.`,
        hint: /^www\./i.test(typed)
          ? `Put https:// in front: https://${typed}`
          : 'Copy the whole address from your browser, from https:// on.',
      }),
    },
    description,
  );

export const email = (description: string) =>
  patterned(
    {
      needs: 'an email address',
      example: 'office@example.org',
      pattern: /^[^\s@<>()[\]"'`\\]+@[^\s@<>()[\]"'`\\]+\.[^\s@<>()[\]"'`\\]+$/,
      complaint: (typed) => ({
        code: 'bad-email',
        message: `${quoted(typed)} is not an email address.`,
        hint: 'Type it as name@example.org.',
      }),
    },
    description,
  );

export const phone = (description: string) =>
  patterned(
    {
      needs: 'a telephone number',
      example: '01632 960 001',
      pattern: /^\+?[\d ()-]{6,24}$/,
      complaint: (typed) => ({
        code: 'bad-phone',
        message: `${quoted(typed)} is not a telephone number.`,
        hint: 'Type figures and spaces, such as 01632 960 001.',
      }),
    },
    description,
  );

export const colour = (description: string) =>
  patterned(
    {
      needs: 'a colour in quotation marks',
      example: '#0b5351',
      pattern: /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/,
      complaint: (typed) => ({
        code: 'bad-colour',
        message: `${quoted(typed)} is not a colour we can read.`,
        hint: 'Type a hash and 6 figures in quotation marks, as in a brand guide: "#0b5351".',
      }),
    },
    description,
  );
