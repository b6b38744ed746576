import { type PrincipleId, principleIds } from '../knowledge/principles.ts';
import { keywordsOf } from '../profile/keywords.ts';
import type { ProfileData } from '../profile/schema/profile.ts';

type Addressee = NonNullable<ProfileData['prospective_schools']>[number];

/** Something the profile says that speaks to a priority, and the section in which it stands. */
interface Said {
  text: string;
  evidence: readonly string[] | undefined;
  section: string;
}

/** What a school says matters most to it, and what there is to say to that. */
export interface Priority {
  priority: string;
  /** What the trust answers in so many words. */
  answer: string | undefined;
  evidence: readonly string[] | undefined;
  /** Where it does not: what it says elsewhere that speaks to it. */
  said: Said[];
  /** The sections in which that stands. */
  sections: string[];
}

const MOST = 2;
/** A word in more than one in so many of the things said tells nothing. */
const COMMON = 15;

/**
 * Each priority of a school with its answer: the trust’s own, else what the profile says that has two
 * of its telling words. Of a priority of one word, what has that word. Where there is nothing, it is for
 * the document to say so: half an answer would look like one.
 */
export function prioritiesOf(school: Addressee, data: ProfileData): Priority[] {
  const things = thingsSaid(data).map((said) => ({ said, words: new Set(keywordsOf(said.text)) }));
  const isTelling = (word: string) =>
    !/^\d+$/.test(word) &&
    things.filter(({ words }) => words.has(word)).length <= Math.max(2, things.length / COMMON);
  return (school.priorities ?? []).map(({ priority, answer, evidence }) => {
    const wanted = answer === undefined ? keywordsOf(priority).filter(isTelling) : [];
    const least = keywordsOf(priority).length === 1 ? 1 : 2;
    const said = things
      .map(({ said, words }) => ({ said, shared: wanted.filter((word) => words.has(word)).length }))
      .filter(({ shared }) => shared >= least)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, MOST)
      .map(({ said }) => said);
    return { priority, answer, evidence, said, sections: said.map(({ section }) => section) };
  });
}

/** What a trust says of what it does, promises, offers and cannot do. */
function thingsSaid(data: ProfileData): Said[] {
  const { principles, commitments, weaknesses, services, partnerships, what_we_heard } = data;
  const claims = (id: PrincipleId) =>
    (principles?.[id]?.claims ?? []).map(({ text, evidence }) => ({
      text,
      evidence,
      section: `principle-${id}`,
    }));
  return [
    ...principleIds.flatMap(claims),
    ...(what_we_heard ?? []).map(({ asked, reply }) => ({
      text: `${asked} ${reply}`,
      evidence: undefined,
      section: 'commitments',
    })),
    ...(commitments ?? []).map(({ promise }) => ({
      text: promise,
      evidence: undefined,
      section: 'commitments',
    })),
    ...(weaknesses ?? []).map(({ what, action, evidence }) => ({
      text: [what, action].filter((part) => part !== undefined).join(' '),
      evidence,
      section: 'limits',
    })),
    ...(services ?? []).map(({ name, offer, amount, standard }) => ({
      text: `${name}${offer === 'included' ? ', in the charge' : `, ${offer}`}${amount ? `: ${amount}` : ''}${standard ? `. ${standard}` : ''}.`,
      evidence: undefined,
      section: 'costs',
    })),
    ...(partnerships ?? []).map(({ partner, purpose, evidence }) => ({
      text: `${purpose}, with ${partner}.`,
      evidence,
      section: 'principle-community',
    })),
  ];
}
