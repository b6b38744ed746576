import { type Reader, readers } from '../../knowledge/readers.ts';
import * as z from '../../zod.ts';
import { email, phone } from './patterned.ts';
import { choice, date, file, line, NAME, prose, reference, yesNo } from './scalars.ts';

/** A group of keys. A key that is not in it is an error, never silently dropped. */
export function part<T extends z.core.$ZodLooseShape>(description: string, shape: T) {
  return z
    .strictObject(shape, { error: () => 'a group of keys, one to a line, set in from this one' })
    .register(z.globalRegistry, { description });
}

export function list<T extends z.core.SomeType>(description: string, item: T) {
  return z
    .array(item, { error: () => 'a list, each item on a line of its own after “- ”' })
    .register(z.globalRegistry, {
      description,
    });
}

/** Things with names that other parts refer to, such as metrics and evidence. */
export function named<T extends z.core.SomeType>(description: string, item: T) {
  const name = z.string().regex(NAME, { error: () => 'name' });
  return z
    .record(name, item, { error: () => 'names, each followed by a group of keys' })
    .register(z.globalRegistry, { description });
}

const reader = choice(readers, 'A kind of reader.');

/** Whom something is for, where it is not for everyone. */
export const audience = z
  .union([reader, list('The readers it is for.', reader)])
  .transform((typed): Reader[] => (typeof typed === 'string' ? [typed] : typed))
  .register(z.globalRegistry, {
    description:
      'Whom this is for, such as [governors, staff]. Left out, it is for everyone. What is for some readers is only in documents that are for them and for nobody else: never in the full prospectus or the summary.',
  });

/** A group of keys that may be meant for some readers alone. */
export function tagged<T extends z.core.$ZodLooseShape>(description: string, shape: T) {
  return part(description, { ...shape, for: audience.optional() });
}

/** One text, or a group with the text and whom it is for. */
export function taggedLine(description: string) {
  const full = tagged(description, { text: line(description) });
  return z
    .union([line(description), full])
    .transform(
      (typed): z.output<typeof full> => (typeof typed === 'string' ? { text: typed } : typed),
    )
    .register(z.globalRegistry, { description });
}

export const evidenceRefs = list(
  'The evidence this rests on: names from the “evidence” part.',
  reference('A name from the “evidence” part.'),
);

export const metricRefs = list(
  'The metrics this is about: names from the “metrics” part.',
  reference('A name from the “metrics” part.'),
);

export const consent = part(
  'Permission to print someone’s words or picture. Kept for your records and checked; the document never prints it.',
  {
    given_by: line(
      'Who gave it: the person, or for a pupil their parent or carer. Never printed.',
    ).optional(),
    given_on: date('When it was given.'),
    scope: line('What it covers: this prospectus, the website, press. Never printed.').optional(),
    until: date('When it ends.').optional(),
    basis: choice(
      ['consent', 'public task', 'legitimate interests'],
      'The lawful basis.',
    ).optional(),
  },
);

export const image = part('A picture, kept in the profile’s folder.', {
  file: file('Where it is, below the folder of this profile: images/logo.png'),
  alt: line('What it shows, for people who cannot see it.').optional(),
  decorative: yesNo('yes if it adds nothing that the words do not say.').optional(),
  credit: line('Who made it, if they must be named.').optional(),
  shows: choice(
    ['no people', 'adults', 'children'],
    'Whether it shows people, who must have agreed to it.',
  ).optional(),
  consent: consent.optional(),
});

export const contact = tagged('A person or office to get in touch with.', {
  who: line('A name or a role: “Chair of governors, Heronsmoor Infant School”.'),
  about: line('What to ask them.').optional(),
  readers: line('Whom this is for: governors, staff, families, unions, neighbours.').optional(),
  email: email('An email address.').optional(),
  phone: phone('A telephone number.').optional(),
  chosen_by_us: yesNo('no if readers may choose for themselves whom to ask.').optional(),
});

/** An answer typed as one text, or with its evidence and who stands by it. */
export function answer(description: string) {
  const full = part(description, {
    answer: prose('The answer, in two or three sentences.'),
    evidence: evidenceRefs.optional(),
    confirmed_by: line(
      'The role of the person who confirmed it: “Chief finance officer”.',
    ).optional(),
    confirmed_on: date('When they confirmed it.').optional(),
  });
  return z
    .union([prose('The answer, in two or three sentences.'), full])
    .transform(
      (typed): z.output<typeof full> => (typeof typed === 'string' ? { answer: typed } : typed),
    )
    .register(z.globalRegistry, { description });
}
