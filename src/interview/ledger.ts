import type { Value } from '../profile/yaml/values.ts';
import type { Answer } from './question.ts';

/** What a person did with a question. */
export type Reply =
  | {
      answer: Answer;
      /** What the profile said in that place when the question was answered. */
      was?: Value;
      /** The name that was made for it, such as that of its evidence. */
      name?: string;
      /** It counts whatever the profile says there. */
      over?: true;
    }
  | { skip: true }
  /** The role to ask. */
  | { ask: string }
  /** There is no other item in the list. */
  | { done: true }
  /** The profile was changed by hand, and what it says counts. */
  | { keep: true };

/** A reply, the question and the item it is about: a number for one that is new, else what it is called. */
export interface Record {
  question: string;
  item?: number | string;
  reply: Reply;
}

/** The last reply to each question, in the order in which the questions were first replied to. */
export interface Ledger {
  replies: ReadonlyMap<string, Reply>;
  /** The keys of those that are in the profile’s files already. */
  written: ReadonlySet<string>;
  /** What the files were when they were last written, by name. */
  hashes: ReadonlyMap<string, string>;
}

/** What happened to an interview, in its order. */
export type Event =
  | Record
  /** Replies so far are in the profile, but for those that wait for others. */
  | { written: { [file: string]: string }; waiting: readonly string[] }
  /** The profile was gone: replies are to be written once more. */
  | { again: true };

export function keyOf(question: string, item?: number | string): string {
  return item === undefined ? question : `${question} ${JSON.stringify(item)}`;
}

export function ledgerOf(events: readonly Event[]): Ledger {
  const replies = new Map<string, Reply>();
  const written = new Set<string>();
  const hashes = new Map<string, string>();
  for (const event of events) {
    if ('again' in event) {
      written.clear();
      hashes.clear();
      for (const [key, reply] of replies) {
        if ('keep' in reply) replies.delete(key);
        else if ('answer' in reply) delete reply.was;
      }
    } else if ('written' in event) {
      for (const key of replies.keys()) {
        if (event.waiting.includes(key)) written.delete(key);
        else written.add(key);
      }
      for (const [file, hash] of Object.entries(event.written)) hashes.set(file, hash);
    } else {
      const key = keyOf(event.question, event.item);
      replies.set(key, { ...event.reply });
      written.delete(key);
    }
  }
  return { replies, written, hashes };
}
