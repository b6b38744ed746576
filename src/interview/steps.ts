import type { Typed } from '../profile/edit/sources.ts';
import type { Path, Value } from '../profile/yaml/values.ts';
import { keyOf, type Ledger, type Reply } from './ledger.ts';
import {
  dotted,
  drop,
  type Edit,
  isDone,
  type Pick,
  type Place,
  put,
  sameText,
  valueAt,
} from './place.ts';
import {
  type Answer,
  type Each,
  firstOf,
  type Given,
  type Group,
  isEach,
  isGroup,
  isPlain,
  likeOf,
  plainPath,
  type Question,
  type Section,
} from './question.ts';

/**
 * How a question stands: `known` from the profile, without a reply; `asked` of somebody else; `disputed`
 * where the profile was changed by hand and says something else than the reply; `more` where only one
 * more item of a list could come.
 */
export type Standing =
  | 'open'
  | 'answered'
  | 'known'
  | 'skipped'
  | 'asked'
  | 'disputed'
  | 'more'
  | 'closed';

/** A question about one thing: what there is to ask, and how it stands. */
export interface Step {
  key: string;
  question: Question;
  section: Section;
  standing: Standing;
  /** A number for a new item of a list, the name for one that was there. */
  item: number | string | undefined;
  /** What is asked, with the names in it. */
  text: string;
  /** As a list of gaps says it. */
  subject: string;
  /** What the item is called; for the first question about it, nothing. */
  about: string | undefined;
  /** The place in the schema that says what it takes. */
  like: Path | undefined;
  given: Given;
  /** The place of the item, where the question’s own place begins there. */
  inside: Place;
  reply: Reply | undefined;
  /** Where a disputed answer differs: what the profile says there now. */
  differs: Edit[];
}

/** An interview, replayed: every step there is, and the profile with all replies in it. */
export interface Progress {
  steps: Step[];
  profile: Typed;
}

/**
 * Goes through the questions in their order, gives the profile what was replied, and says how each
 * question stands. Depends on nothing else: the same questions, replies and files give the same result,
 * however often the interview was stopped in between.
 */
export function replay(sections: readonly Section[], ledger: Ledger, file: Typed): Progress {
  const run = new Replay(ledger, file);
  for (const section of sections) {
    for (const entry of section.entries) {
      if (isGroup(entry)) run.group(section, entry);
      else if (isEach(entry)) run.each(section, entry);
      else run.step(section, entry, {});
    }
  }
  return { steps: run.steps, profile: run.profile };
}

interface About {
  item?: number | string;
  name?: string;
  /** The item’s place, for questions whose own place begins there. */
  inside?: Place;
  /** The item itself, where it was there before. */
  found?: Value;
  /** The questions asked of the same item. */
  prefix?: string;
}

class Replay {
  readonly steps: Step[] = [];
  profile: Typed;
  readonly #ledger: Ledger;
  readonly #file: Typed;

  constructor(ledger: Ledger, file: Typed) {
    this.#ledger = ledger;
    this.#file = file;
    this.profile = file;
  }

  group(section: Section, group: Group) {
    const first = firstOf(group);
    const { list, key, with: others } = group;
    for (let item = 0; ; item += 1) {
      const question = item === 0 ? first : { ...first, text: group.again };
      const step = this.step(section, question, { item });
      const { reply } = step;
      if (reply && 'keep' in reply) continue;
      if (!reply || !('answer' in reply)) {
        if (reply && ('done' in reply || item > 0)) step.standing = 'closed';
        else if (!reply && item > 0) step.standing = 'more';
        else if (!reply && this.#has(group)) step.standing = 'known';
        return;
      }
      if (step.standing === 'disputed') continue;
      const name = String(reply.answer);
      const pick: Pick = { key, is: name, ...(others ? { with: others } : {}) };
      for (const detail of group.details) {
        this.step(section, detail, { item, name, inside: [...list, pick] });
      }
    }
  }

  each(section: Section, { each, key, details }: Each) {
    const items = valueAt(this.profile, each);
    for (const found of Array.isArray(items) ? items : []) {
      const name = valueAt(found, [key]);
      if (typeof name !== 'string') continue;
      const inside = [...each, { key, is: name }];
      for (const detail of details) {
        this.step(section, detail, { item: name.trim(), name, inside, found });
      }
    }
  }

  step(section: Section, question: Question, about: About): Step {
    const { item, name, inside = [], found } = about;
    const key = keyOf(question.id, item);
    const given = this.#given(item, name);
    const reply = this.#ledger.replies.get(key);
    const words = (text: string) => filled(text, name, this.profile);
    const step: Step = {
      key,
      question,
      section,
      standing: 'open',
      item,
      text: words(question.text),
      subject: words(question.subject),
      about: name,
      like: likeOf(question, inside.length > 0 ? plainPath(inside) : []),
      given,
      inside,
      reply,
      differs: [],
    };
    if (question.when && !question.when(given)) return step;
    this.steps.push(step);
    if (reply && 'answer' in reply) this.#answer(step, reply);
    else if (reply && 'ask' in reply) this.#ask(step, reply.ask);
    else if ((reply && 'keep' in reply) || this.#isKnown(question, inside, found))
      step.standing = 'known';
    else if (reply && 'skip' in reply) step.standing = 'skipped';
    return step;
  }

  #answer(step: Step, reply: Extract<Reply, { answer: Answer }>) {
    const written = this.#ledger.written.has(step.key);
    const edits = editsOf(step.question, reply.answer, step.given, step.inside);
    step.differs = edits.filter((edit, index) => {
      if (reply.over && !written) return false;
      const found = valueAt(this.#file, edit.at);
      if (isDone(this.#file, edit)) return false;
      if (written) return true;
      return found !== undefined && !edit.among && !(index === 0 && sameText(found, reply.was));
    });
    if (step.differs.length > 0) {
      step.standing = 'disputed';
      return;
    }
    step.standing = 'answered';
    if (written) return;
    for (const edit of edits) this.profile = put(this.profile, edit);
    for (const gap of gapPlaces(step)) this.profile = drop(this.profile, gap);
  }

  /** A role to ask goes where the profile has room for it: with the question, or else among the gaps. */
  #ask(step: Step, role: string) {
    step.standing = 'asked';
    if (this.#ledger.written.has(step.key)) return;
    const { question, subject, inside } = step;
    const at = isPlain(question) ? [...inside, ...question.at] : undefined;
    if (at?.[0] === 'answers') {
      this.profile = put(this.profile, { at: [...at.slice(0, -1), 'ask'], value: role });
      return;
    }
    const place = at && dotted(at);
    const gap: Pick = { key: 'what', is: subject, with: {} };
    this.profile = put(this.profile, { at: ['gaps', gap, 'ask'], value: role });
    if (place) this.profile = put(this.profile, { at: ['gaps', gap, 'fills'], value: place });
  }

  #given(item: number | string | undefined, name: string | undefined): Given {
    const { replies } = this.#ledger;
    const replied = (id: string) => {
      const reply = replies.get(keyOf(id, item)) ?? replies.get(id);
      return reply && 'answer' in reply ? reply : undefined;
    };
    return {
      profile: this.profile,
      item: name,
      answer: (id) => {
        const answer = replied(id)?.answer;
        return typeof answer === 'string' ? answer : undefined;
      },
      name: (id) => replied(id)?.name,
    };
  }

  #isKnown(question: Question, inside: Place, found: Value | undefined): boolean {
    if (!isPlain(question)) return question.known?.(this.profile) ?? false;
    if (found !== undefined) return valueAt(found, question.at) !== undefined;
    return valueAt(this.profile, [...inside, ...question.at]) !== undefined;
  }

  #has({ list, enough = 1 }: Group): boolean {
    const items = valueAt(this.#file, list);
    return Array.isArray(items) && items.length >= enough;
  }
}

/** What an answer gives to the profile. */
export function editsOf(question: Question, answer: Answer, given: Given, inside: Place): Edit[] {
  if (!isPlain(question)) return question.fill(answer, given);
  const value: Value = typeof answer === 'string' ? answer : [...answer];
  return [[...inside, ...question.at], ...(question.also ?? [])].map((at) => ({ at, value }));
}

/** Where a gap is listed that an answer to this step fills. */
function gapPlaces({ question, subject }: Step): Place[] {
  const own = isPlain(question) && question.at[0] === 'answers';
  return own ? [[...question.at.slice(0, -1), 'ask']] : [['gaps', { key: 'what', is: subject }]];
}

const MOST_OF_A_NAME = 70;

function filled(text: string, item: string | undefined, profile: Typed): string {
  const school = valueAt(profile, ['standing', 'school']);
  return text
    .replaceAll('{school}', typeof school === 'string' ? school : 'a school')
    .replaceAll('{item}', item === undefined ? '' : shortened(item));
}

export function shortened(text: string, most = MOST_OF_A_NAME): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
