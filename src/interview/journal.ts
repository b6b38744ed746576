import path from 'node:path';
import type { Files } from '../effects/files.ts';
import type { Value } from '../profile/yaml/values.ts';
import type { Event, Reply } from './ledger.ts';

/** The folder beside a profile for what the interview remembers. */
export const FOLDER = '.thriving-case';
const FILE = 'interview.jsonl';

/** Goes up when a line can no longer be read as before, not when one gets another key. */
const FORMAT = 1;

const HEAD = `${JSON.stringify({ journal: 'thriving-case interview', format: FORMAT })}\n`;

/** What was kept of an interview. */
export interface Kept {
  events: Event[];
  /** Lines that could not be read: at the end, what was being written when the power went. */
  lost: number;
  /** Whether a later version wrote it, in a way that this one cannot read. */
  newer: boolean;
}

/**
 * The journal of an interview: one reply a line, added and synced before the next question is asked,
 * never rewritten. What a crash cut off is passed over.
 */
export class Journal {
  readonly file: string;
  readonly #files: Files;
  /** What must be written before the next line. */
  #before: string;

  private constructor(file: string, files: Files, before: string) {
    this.file = file;
    this.#files = files;
    this.#before = before;
  }

  static async open(folder: string, files: Files): Promise<{ journal: Journal; kept: Kept }> {
    const file = path.join(folder, FOLDER, FILE);
    const text = (await files.look(file))?.kind === 'file' ? decoded(await files.read(file)) : '';
    const kept = read(text);
    const before = text.trim() === '' ? HEAD : text.endsWith('\n') ? '' : '\n';
    return { journal: new Journal(file, files, before), kept };
  }

  async add(...events: Event[]): Promise<void> {
    const lines = events.map((event) => `${JSON.stringify(lineOf(event))}\n`).join('');
    await this.#files.append(this.file, this.#before + lines);
    this.#before = '';
  }

  /** Moves the journal out of the way, to begin afresh; returns where it is now. */
  async setAside(today: string): Promise<string> {
    for (let count = 1; ; count += 1) {
      const name = `interview-${today}${count > 1 ? `-${count}` : ''}.jsonl`;
      const aside = path.join(path.dirname(this.file), name);
      if (await this.#files.look(aside)) continue;
      await this.#files.write(aside, await this.#files.read(this.file));
      await this.#files.remove(this.file);
      this.#before = HEAD;
      return aside;
    }
  }
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function read(text: string): Kept {
  const kept: Kept = { events: [], lost: 0, newer: false };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const found = parsed(line);
    const event = found && eventOf(found);
    if (event) kept.events.push(event);
    else if (typeof found?.format === 'number') kept.newer ||= found.format > FORMAT;
    else kept.lost += 1;
  }
  return kept;
}

type Line = { [key: string]: unknown };

function parsed(line: string): Line | undefined {
  try {
    const found: unknown = JSON.parse(line);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Line)
      : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(event: Event): Line {
  if (!('reply' in event)) return { ...event };
  const { question, item, reply } = event;
  return { q: question, ...(item === undefined ? {} : { item }), ...reply };
}

/** A line as an event; undefined where it is none this version knows. */
function eventOf(line: Line): Event | undefined {
  if (typeof line.q === 'string') {
    const item = line.item;
    if (item !== undefined && typeof item !== 'string' && typeof item !== 'number')
      return undefined;
    const reply = replyOf(line);
    return reply && { question: line.q, ...(item === undefined ? {} : { item }), reply };
  }
  if (typeof line.written === 'object' && line.written !== null) {
    const written = Object.entries(line.written).filter(([, hash]) => typeof hash === 'string');
    const waiting = Array.isArray(line.waiting) ? line.waiting.map(String) : [];
    return { written: Object.fromEntries(written) as { [file: string]: string }, waiting };
  }
  return line.again === true ? { again: true } : undefined;
}

function replyOf({ answer, was, name, over, skip, ask, done, keep }: Line): Reply | undefined {
  const isList = Array.isArray(answer) && answer.every((item) => typeof item === 'string');
  if (typeof answer === 'string' || isList) {
    return {
      answer: answer as string | string[],
      ...(was === undefined ? {} : { was: was as Value }),
      ...(typeof name === 'string' ? { name } : {}),
      ...(over === true ? { over } : {}),
    };
  }
  if (typeof ask === 'string') return { ask };
  if (skip === true) return { skip: true };
  if (done === true) return { done: true };
  if (keep === true) return { keep: true };
  return undefined;
}
