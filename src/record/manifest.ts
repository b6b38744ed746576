import * as z from '../zod.ts';

/*
 * What was built from what: the content of `build.json`. It holds codes, paths and hashes, and the
 * reasons for rules set otherwise, which the document prints too; no other value or text of the profile,
 * so that it can stand beside public documents.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** Below the folder of the record, with forward slashes: it never leads out of it. */
const place = z
  .string()
  .max(500)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\:\p{Cc}]+$/u);

const recordedFile = z.object({ path: place, bytes: count, sha256 });

const counted = z.object({ code: z.string(), severity: z.string(), count });

const recordedDocument = z.object({
  /** Its place below the output folder, without an ending. */
  place,
  edition: z.string(),
  /** A hash of all that it was drafted from, so that what has not changed need not be drafted. */
  inputs: sha256,
  /** A hash of what was drafted: its Markdown, its page and its pictures. */
  content: sha256,
  /** Its formats, and the pictures beside its Markdown. */
  files: z.array(recordedFile),
  /** What was said of this document alone. */
  diagnostics: z.array(counted),
});

const shapeOfProvenance = {
  /** `code` is a hash of the program itself, which may differ under one version number. */
  tool: z.object({ name: z.string(), version: z.string(), code: z.string() }),
  /** The date that is printed, ISO. */
  date: z.string(),
  status: z.enum(['draft', 'review', 'release']),
  /** Relative to the profile’s folder, with forward slashes. */
  profile: z.array(z.object({ path: z.string(), sha256 })),
  /** `found` is a hash of the browsers of the machine, as far as they can be told without starting one. */
  browser: z
    .object({ name: z.string(), version: z.string(), found: z.string().nullable() })
    .nullable(),
};

export const manifestSchema = z.object({
  /** Goes up when a field changes its meaning or goes away. */
  format: z.literal(2),
  ...shapeOfProvenance,
  /** A hash of what all documents share: the profile, its pictures and templates, the theme, the date, the tool. */
  inputs: sha256,
  /** In the order of the plan. */
  documents: z.array(recordedDocument),
  /** What was said of the profile. */
  diagnostics: z.array(counted),
  /** Rules the profile sets otherwise, with the reason the document prints. */
  settings: z.array(z.object({ rule: z.string(), severity: z.string(), reason: z.string() })),
  /** Which part of the plan this is; null where it is the whole. `plan` has the places of all parts. */
  shard: z.object({ number: count, of: count, plan: z.array(place) }).nullable(),
  /** Documents of earlier builds that this one did not make anew, with what they were made from. */
  earlier: z.array(z.object({ ...shapeOfProvenance, documents: z.array(recordedDocument) })),
  /** A hash of all of the above: a record that was cut short or changed by hand is not believed. */
  seal: sha256,
});

export type RecordedFile = z.infer<typeof recordedFile>;
export type RecordedDocument = z.infer<typeof recordedDocument>;
export type CountedDiagnostic = z.infer<typeof counted>;
export type Manifest = z.infer<typeof manifestSchema>;
/** What documents were made from, and by what. */
export type Provenance = Pick<Manifest, 'tool' | 'date' | 'status' | 'profile' | 'browser'>;

/** How often each code was met, by code. */
export function countsOf(
  diagnostics: readonly { code: string; severity: string }[],
): CountedDiagnostic[] {
  const counts = new Map<string, CountedDiagnostic>();
  for (const { code, severity } of diagnostics) {
    const known = counts.get(code);
    if (known) known.count += 1;
    else counts.set(code, { code, severity, count: 1 });
  }
  return [...counts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
