import type { Contributor } from '../knowledge/roles.ts';
import type { Typed } from '../profile/edit/sources.ts';
import type { Path } from '../profile/yaml/values.ts';
import type { Edit, Place } from './place.ts';

/** What kind of answer a question wants, and so how it is typed. */
export type Kind =
  | 'line'
  | 'prose'
  | 'choice'
  | 'yes or no'
  | 'number'
  | 'amount'
  | 'money'
  | 'percent'
  | 'date'
  | 'period'
  | 'link'
  | 'email'
  | 'phone'
  | 'list';

/** A list answers a question of kind `list`; a text every other. */
export type Answer = string | readonly string[];

export interface Choice {
  /** As the profile has it. */
  value: string;
  /** As it is offered. */
  words: string;
}

/** What has been said so far, as a question sees it. */
export interface Given {
  profile: Typed;
  /** What the item of a list is called that the question is about. */
  item: string | undefined;
  /** The answer to another question about the same item, or to one outside every list. */
  answer(id: string): string | undefined;
  /** The name that was made for the item, such as that of its evidence. */
  name(id: string): string | undefined;
}

interface Asked {
  /** Known to journals, answer files and sheets: never changed, never used again. */
  id: string;
  /** `{item}` stands for what the question is about, `{school}` for the school it is for. */
  text: string;
  /** What it is about, as a list of gaps would say it. */
  subject: string;
  why: string;
  /** A good answer; of a list, each line. */
  example: string;
  kind: Kind;
  choices?: readonly Choice[];
  /** The questions of the bank it helps to answer, by their numbers. */
  bank: readonly number[];
  /** Who can usually answer it. */
  who: readonly Contributor[];
  /** Left out, it is always asked. */
  when?: (given: Given) => boolean;
  /** An answer to offer, which is taken by pressing Enter. */
  suggest?: (given: Given) => string | undefined;
  /** Where a name is made from the answer, such as that of a source, in this part of the profile. */
  naming?: { part: 'evidence' | 'metrics'; from: (answer: string) => string | undefined };
}

/** A question whose answer is one value of the profile. Within a group, `at` begins at its item. */
export interface Plain extends Asked {
  at: Place;
  /** Places that take the same value. */
  also?: readonly Place[];
}

/** A question whose answer is more than one value, or one that depends on others. */
export interface Composed extends Asked {
  fill: (answer: Answer, given: Given) => Edit[];
  /** The place whose values it takes, in the schema; left out, its choices say all. */
  like?: Path;
  /** Whether the profile answers it already; left out, no profile does. */
  known?: (profile: Typed) => boolean;
}

export type Question = Plain | Composed;

/** Questions about one more item of a list, for as long as there is one more. */
export interface Group {
  group: string;
  /** The list, and the key by which its items are known. */
  list: Place;
  key: string;
  /** What every item has besides. */
  with?: Readonly<Record<string, string>>;
  /** Asks for what items are known by. */
  first: Omit<Plain, 'at'>;
  /** Asks whether there is one more. */
  again: string;
  details: readonly Question[];
  /** With so many items, the list counts as written. Left out, 1. */
  enough?: number;
}

/** Questions about every item that a list has already. */
export interface Each {
  each: Place;
  key: string;
  details: readonly Question[];
}

export type Entry = Question | Group | Each;

export interface Section {
  id: string;
  title: string;
  /** Other words by which it can be asked for. */
  themes: readonly string[];
  /** 1 for the first draft, 2 for what comes after it. */
  pass: 1 | 2;
  entries: readonly Entry[];
}

export const isGroup = (entry: Entry): entry is Group => 'group' in entry;
export const isEach = (entry: Entry): entry is Each => 'each' in entry;
export const isPlain = (question: Question): question is Plain => 'at' in question;

/** The question that a group begins its items with. */
export function firstOf({ first, list, key, with: others }: Group): Composed {
  const text = (answer: Answer) => String(answer);
  return {
    ...first,
    like: [...plainPath(list), 0, key],
    fill: (answer) => [
      {
        at: [...list, { key, is: text(answer), ...(others ? { with: others } : {}) }, key],
        value: text(answer),
      },
    ],
  };
}

/** Where a place stands in the schema: an item of a list is any item. */
export function plainPath(place: Place): Path {
  return place.map((step) => (typeof step === 'string' ? step : 0));
}

/** Every question of a section, each once, with the place in the schema that says what it takes. */
export function questionsOf({
  entries,
}: Section): { question: Question; like: Path | undefined }[] {
  return entries.flatMap((entry) => {
    if (isGroup(entry)) {
      const inside = [...plainPath(entry.list), 0];
      return [firstOf(entry), ...entry.details].map((question) => ({
        question,
        like: likeOf(question, inside),
      }));
    }
    if (isEach(entry)) {
      const inside = [...plainPath(entry.each), 0];
      return entry.details.map((question) => ({ question, like: likeOf(question, inside) }));
    }
    return [{ question: entry, like: likeOf(entry, []) }];
  });
}

/** The place in the schema whose values a question takes; `inside` is the item it is about. */
export function likeOf(question: Question, inside: Path): Path | undefined {
  if (!isPlain(question)) return question.like;
  const path = [...inside, ...plainPath(question.at)];
  return question.kind === 'list' ? [...path, 0] : path;
}
