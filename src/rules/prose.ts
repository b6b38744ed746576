import { type TextField, textsOf } from '../profile/fields.ts';
import type { Profile } from '../profile/profile.ts';
import type { ClaimData } from '../profile/schema/principles.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { sentencesOf } from '../profile/sentences.ts';
import type { Path } from '../profile/yaml/values.ts';

/** A sentence of a text that the document prints. */
export interface ProseSentence {
  text: string;
  /** Of the text it stands in. */
  path: Path;
}

const known = new WeakMap<Profile, readonly ProseSentence[]>();

/** Every sentence of a profile, in order. Each profile is cut up once. */
export function allSentences(profile: Profile): readonly ProseSentence[] {
  const before = known.get(profile);
  if (before) return before;
  const sentences = textsOf(profile).flatMap(({ path, text }) =>
    sentencesOf(text).map((sentence) => ({ text: sentence.text.trim(), path })),
  );
  known.set(profile, sentences);
  return sentences;
}

/**
 * Whether what stands at a path is the trust’s own words: not those of people quoted word for word,
 * nor what a source is called and who made it.
 */
function isOwn({ data }: Profile, [part, item, key]: Path): boolean {
  if (part === 'evidence') return key === 'note';
  if (part !== 'voices' || key !== 'quote') return true;
  return data.voices?.[Number(item)]?.verbatim === false;
}

/** The texts that are the trust’s own words. */
export function ownTexts(profile: Profile): readonly TextField[] {
  return textsOf(profile).filter(({ path }) => isOwn(profile, path));
}

/** The sentences that are the trust’s own words. */
export function ownSentences(profile: Profile): readonly ProseSentence[] {
  return allSentences(profile).filter(({ path }) => isOwn(profile, path));
}

/** The claim that a path lies in, such as `principles.improvement.claims.0.text`. */
export function claimAt(
  { principles }: ProfileData,
  [top, id, part, index]: Path,
): ClaimData | undefined {
  if (top !== 'principles' || part !== 'claims') return undefined;
  const chapters: Record<string, { claims?: ClaimData[] | undefined } | undefined> =
    principles ?? {};
  return chapters[String(id)]?.claims?.[Number(index)];
}

/** The metrics of the claim whose text a path leads to. */
export function metricsOfClaim(data: ProfileData, path: Path): readonly string[] {
  return path.at(-1) === 'text' ? (claimAt(data, path)?.metrics ?? []) : [];
}
