import type { Effects } from '../effects/effects.ts';
import type { Sources } from '../profile/edit/sources.ts';
import { type Event, keyOf, type Ledger, ledgerOf, type Reply } from './ledger.ts';
import { remember } from './memory.ts';
import { nameFor } from './names.ts';
import { valueAt } from './place.ts';
import type { Answer, Section } from './question.ts';
import { type Saved, save } from './save.ts';
import { editsOf, type Progress, replay, type Step } from './steps.ts';

/** Where replies are kept: a journal on the disk, or for a trial nowhere. */
export interface Keeper {
  add(...events: Event[]): Promise<void>;
  setAside(today: string): Promise<string>;
}

/** An interview under way: what was replied, what the profile says, and what there is to ask. */
export class Sitting {
  readonly folder: string;
  /** Whether the profile’s file is yet to be written. */
  isNew: boolean;
  ledger: Ledger;
  progress: Progress;
  readonly #sections: readonly Section[];
  readonly #effects: Effects;
  readonly #journal: Keeper;
  readonly #events: Event[];
  #sources: Sources;

  constructor(
    sections: readonly Section[],
    opened: { folder: string; sources: Sources; journal: Keeper; events: readonly Event[] },
    effects: Effects,
  ) {
    this.folder = opened.folder;
    this.isNew = opened.sources.files.length === 0;
    this.#sections = sections;
    this.#effects = effects;
    this.#journal = opened.journal;
    this.#events = [...opened.events];
    this.#sources = opened.sources;
    this.ledger = ledgerOf(this.#events);
    this.progress = replay(sections, this.ledger, opened.sources.value);
  }

  /** The same interview, of which nothing is kept: to see what would come of answers. */
  trial(): { sitting: Sitting; events: Event[] } {
    const events: Event[] = [];
    const journal: Keeper = {
      add: async (...added) => void events.push(...added),
      setAside: async () => '',
    };
    const opened = { folder: this.folder, sources: this.#sources, journal, events: this.#events };
    return { sitting: new Sitting(this.#sections, opened, this.#effects), events };
  }

  /** Keeps what came of a trial. */
  async keep(events: readonly Event[]): Promise<void> {
    for (const event of events) this.#events.push(event);
    await this.#journal.add(...events);
    this.#replay();
  }

  /** Whether there is something to put into the profile’s files. */
  get unwritten(): boolean {
    return this.history.some((key) => {
      const reply = this.ledger.replies.get(key);
      return reply !== undefined && ('answer' in reply || 'ask' in reply);
    });
  }

  /** The keys of what was replied and is not written yet, in that order: how far one can go back. */
  get history(): string[] {
    return [...this.ledger.replies.keys()].filter((key) => !this.ledger.written.has(key));
  }

  /** Keeps a reply before anything else happens. */
  async record(step: Step, reply: Reply): Promise<void> {
    const { question, item } = step;
    await this.#add({ question: question.id, ...(item === undefined ? {} : { item }), reply });
  }

  /** Keeps an answer, with what the profile said before and the name that it needs. */
  async answer(step: Step, answer: Answer): Promise<void> {
    const { question, given, inside, item } = step;
    const called = question.naming?.from(String(answer));
    const before = this.ledger.replies.get(keyOf(question.id, item));
    const known = before && 'answer' in before && String(before.answer) === String(answer);
    const name =
      question.naming && called !== undefined
        ? known && before.name
          ? before.name
          : nameFor(question.naming.part, called, this.progress.profile)
        : undefined;
    const [edit] = editsOf(question, answer, given, inside);
    const was = edit && !edit.among ? valueAt(this.#sources.value, edit.at) : undefined;
    await this.record(step, {
      answer,
      ...(was === undefined ? {} : { was }),
      ...(name === undefined ? {} : { name }),
    });
  }

  /** Puts what was replied into the profile’s files. */
  async save(): Promise<Saved> {
    const saved = await save(this.#sections, this.ledger, this.folder, this.#effects);
    if (saved.outcome === 'disputed') this.#read(saved.sources);
    if (saved.outcome !== 'saved') return saved;
    this.#sources = saved.sources;
    this.isNew = false;
    await remember(saved.sources, this.#effects.files);
    await this.#add({ written: saved.hashes, waiting: saved.waiting.map(({ key }) => key) });
    return saved;
  }

  /** Takes all that was ever replied as not yet written: the profile’s files are gone. */
  async writeAgain(): Promise<void> {
    await this.#add({ again: true });
  }

  /** Leaves what was replied behind, and begins afresh; returns where it is kept. */
  async beginAfresh(): Promise<string> {
    const aside = await this.#journal.setAside(this.#effects.now().toISOString().slice(0, 10));
    this.#events.length = 0;
    this.#replay();
    return aside;
  }

  #read(sources: Sources) {
    this.#sources = sources;
    this.isNew = sources.files.length === 0;
    this.#replay();
  }

  async #add(event: Event): Promise<void> {
    await this.#journal.add(event);
    this.#events.push(event);
    this.#replay();
  }

  #replay() {
    this.ledger = ledgerOf(this.#events);
    this.progress = replay(this.#sections, this.ledger, this.#sources.value);
  }
}
