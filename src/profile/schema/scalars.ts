import type { ShapeCode } from '../../diagnostics/problems/shape.ts';
import * as z from '../../zod.ts';
import { type Amount, parseAmount, parseQuantity, type Quantity } from '../formats/amounts.ts';
import { type CalendarDate, parseDate } from '../formats/dates.ts';
import { type Period, readPeriod } from '../formats/periods.ts';
import { TEXT_LIMITS } from '../text-limits.ts';

/*
 * The kinds of value a profile can hold. The reader hands every scalar over as the text that was
 * typed, so that `01234567` keeps its nought and `2024/25` is never a sum; each kind turns that text
 * into what the rest of the program works with, or says what to type instead.
 */

/** What a scalar reports when its text cannot be read; carried in a Zod issue's `params`. */
export interface Complaint {
  code: ShapeCode;
  message: string;
  hint: string;
}

interface ScalarKind<T> {
  /** As in “… needs a date”. */
  needs: string;
  example: string;
  read(text: string): { value: T } | Complaint;
  /** What an editor may accept: JSON Schema keywords. */
  json?: Record<string, unknown>;
}

/** A kind of value, as Zod reads it and the JSON Schema describes it. */
export function scalar<T>(kind: ScalarKind<T>, description: string) {
  return z
    .string({ error: () => `${kind.needs}, such as ${kind.example}` })
    .transform((text, context): T => {
      const reading = kind.read(text.trim());
      if ('value' in reading) return reading.value;
      context.issues.push({
        code: 'custom',
        input: text,
        message: reading.message,
        params: reading,
      });
      return z.NEVER;
    })
    .register(z.globalRegistry, { description, ...kind.json });
}

/** What was typed, in quotation marks and no longer than helps. */
export const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** Text fields are marked so that the rules about words can find them. */
const textKind = new WeakMap<object, 'line' | 'prose'>();

export function textKindOf(schema: object): 'line' | 'prose' | undefined {
  return textKind.get(schema);
}

/** Values that are no texts and yet say who or what is meant: addresses, numbers in registers, files. */
const identifying = new WeakSet<object>();

export const isIdentifying = (schema: object) => identifying.has(schema);

/** Marks a kind of value as one that says who or what is meant. */
export function identifies<T extends object>(schema: T): T {
  identifying.add(schema);
  return schema;
}

function text(kind: 'line' | 'prose', description: string) {
  const limit = TEXT_LIMITS[kind];
  const schema = scalar<string>(
    {
      needs: 'words',
      example: '“a sentence”',
      json: { type: ['string', 'number'] },
      read: (typed) =>
        typed.length <= limit
          ? { value: typed }
          : {
              code: 'text-too-long',
              message: `This text has ${typed.length.toLocaleString('en-GB')} characters; there is room for ${limit.toLocaleString('en-GB')}.`,
              hint: 'Shorten it, or split it between the parts that it covers.',
            },
    },
    description,
  );
  textKind.set(schema, kind);
  return schema;
}

/** One sentence or phrase. Inline Markdown (bold, italics, links) and `$figure` names are read in it. */
export const line = (description: string) => text('line', description);

/** One or more paragraphs, set apart by an empty line. Reads the same Markdown as `line`. */
export const prose = (description: string) => text('prose', description);

/** One of a short list of words, typed in any case and with spaces, hyphens or underscores. */
export function choice<const T extends readonly string[]>(choices: T, description: string) {
  const tidy = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, ' ');
  return scalar<T[number]>(
    {
      needs: 'one of a list of words',
      example: quoted(choices[0] ?? ''),
      json: { enum: [...choices] },
      read(typed) {
        const found = choices.find((word) => tidy(word) === tidy(typed));
        if (found !== undefined) return { value: found };
        return {
          code: 'not-a-choice',
          message: `${quoted(typed)} is not one of the words allowed here.`,
          hint: `Choose one of: ${choices.join(', ')}.`,
          ...{ typed, choices },
        };
      },
    },
    description,
  );
}

export const yesNo = (description: string) =>
  scalar<boolean>(
    {
      needs: 'yes or no',
      example: '“yes”',
      json: { type: ['boolean', 'string'] },
      read(typed) {
        if (/^(yes|y|true|on)$/i.test(typed)) return { value: true };
        if (/^(no|n|false|off)$/i.test(typed)) return { value: false };
        return {
          code: 'not-a-choice',
          message: `${quoted(typed)} is neither yes nor no.`,
          hint: 'Type yes or no.',
        };
      },
    },
    description,
  );

export const date = (description: string) =>
  scalar<CalendarDate>(
    {
      needs: 'a date',
      example: '“1 September 2026”',
      json: { type: 'string', examples: ['1 September 2026'] },
      read(typed) {
        const value = parseDate(typed);
        return value
          ? { value }
          : {
              code: 'bad-date',
              message: `${quoted(typed)} is not a date we can read, or there is no such day.`,
              hint: 'Type the day, the month in words and the year: 1 September 2026. A month alone is fine: September 2026.',
            };
      },
    },
    description,
  );

const periodComplaint = (typed: string, problem?: string): Complaint => ({
  code: 'bad-period',
  message: problem
    ? `${quoted(typed)} is not an academic year.`
    : `${quoted(typed)} is not a period we can read.`,
  hint:
    problem ??
    'Type an academic year as 2024/25, or: 2025, November 2025, year ended 31 August 2025.',
});

export const period = (description: string) =>
  scalar<Period>(
    {
      needs: 'a period',
      example: '“2024/25”',
      json: { type: ['string', 'number'], examples: ['2024/25', 'year ended 31 August 2025'] },
      read(typed) {
        const reading = readPeriod(typed);
        if (reading && 'period' in reading) return { value: reading.period };
        return periodComplaint(typed, reading?.problem);
      },
    },
    description,
  );

/** The key of a number in a series. It stays as it was typed, because Zod cannot give a key another type. */
export const periodKey = z.string().superRefine((key, context) => {
  const reading = readPeriod(key);
  if (reading && 'period' in reading) return;
  const complaint = periodComplaint(key, reading?.problem);
  context.addIssue({ code: 'custom', message: complaint.message, params: complaint });
});

export const amount = (description: string) =>
  scalar<Amount>(
    {
      needs: 'a number',
      example: '“68%”',
      json: { type: ['string', 'number'], examples: ['68%', '£120', '1,234', 'SUPP'] },
      read(typed) {
        const value = parseAmount(typed);
        return value ? { value } : numberComplaint(typed);
      },
    },
    description,
  );

const numberComplaint = (typed: string): Complaint => ({
  code: 'bad-number',
  message: `${quoted(typed)} is not a number we can read.`,
  hint: 'Type figures such as 68%, £1,250, £1.2 million or 47.3. Where nothing was published, type the code that stands in its place, such as SUPP or NP.',
});

export const money = (description: string) =>
  scalar<Quantity>(
    {
      needs: 'a sum in pounds',
      example: '“£120”',
      json: { type: ['string', 'number'], examples: ['£120', '£1.2 million'] },
      read(typed) {
        const value = parseQuantity(typed);
        return value && value.unit !== '%'
          ? { value }
          : {
              code: 'bad-number',
              message: `${quoted(typed)} is not a sum of money we can read.`,
              hint: 'Type it as £120, £38,900 or £1.2 million.',
            };
      },
    },
    description,
  );

export const percent = (description: string) =>
  scalar<Quantity>(
    {
      needs: 'a percentage',
      example: '“5%”',
      json: { type: ['string', 'number'], examples: ['5%'] },
      read(typed) {
        const value = parseQuantity(typed);
        // A spreadsheet holds 5% as 0.05.
        if (value && !value.unit && value.number > 0 && value.number < 1) {
          return {
            code: 'bad-number',
            message: `${quoted(typed)} is less than one per cent, or a fraction from a spreadsheet.`,
            hint: `Type it with its sign: ${Number((value.number * 100).toPrecision(10))}%, or ${typed}% if it is really so small.`,
          };
        }
        return value && value.unit !== '£'
          ? { value }
          : {
              code: 'bad-number',
              message: `${quoted(typed)} is not a percentage we can read.`,
              hint: 'Type it as 5% or 4.5%.',
            };
      },
    },
    description,
  );

/** How many: pupils, schools, days. Never negative. */
export const count = (description: string) =>
  scalar<number>(
    {
      needs: 'a whole number',
      example: '212',
      json: { type: ['number', 'string'], examples: [212] },
      read(typed) {
        const value = parseQuantity(typed);
        return value && value.unit === null && value.number >= 0 && Number.isInteger(value.number)
          ? { value: value.number }
          : {
              code: 'bad-number',
              message: `${quoted(typed)} is not a whole number.`,
              hint: 'Type figures only, such as 212 or 1,040.',
            };
      },
    },
    description,
  );

/** A file below the profile's folder; whether it is there is checked when images are read. */
export const file = (description: string, example = 'images/logo.png') =>
  identifies(
    scalar<string>(
      {
        needs: 'the name of a file',
        example: `“${example}”`,
        json: { type: 'string', examples: [example] },
        read: (typed) => ({ value: typed }),
      },
      description,
    ),
  );

export interface AgeRange {
  from: number;
  to: number;
}

export const ages = (description: string) =>
  scalar<AgeRange>(
    {
      needs: 'a range of ages',
      example: '“4 to 11”',
      json: { type: 'string', examples: ['4 to 11'] },
      read(typed) {
        const match = /^(\d{1,2}) ?(?:to|-|–) ?(\d{1,2})$/.exec(typed);
        const [from, to] = [Number(match?.[1]), Number(match?.[2])];
        return match && from < to && to <= 25
          ? { value: { from, to } }
          : {
              code: 'bad-ages',
              message: `${quoted(typed)} is not a range of ages.`,
              hint: 'Type the youngest and the oldest: 4 to 11.',
            };
      },
    },
    description,
  );

/** The name by which one part of a profile refers to another: a metric, a source, a school. */
export const reference = (description: string) =>
  scalar<string>(
    {
      needs: 'a name used elsewhere in the profile',
      example: '“accounts-2025”',
      json: { type: ['string', 'number'] },
      read: (typed) => ({ value: typed }),
    },
    description,
  );

/** What metrics and evidence may be called, so that prose can name them as `$name`. */
export const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
