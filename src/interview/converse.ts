import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { dateFromClock } from '../profile/formats/dates.ts';
import { ask, type KnownFacts, type Next } from './ask.ts';
import { argumentFor } from './command-line.ts';
import { commandIn } from './commands.ts';
import type { Block, Dialogue } from './dialogue.ts';
import { settle } from './disputes.ts';
import { countsOf, sectionLines, stepsOf, summary, timeLeft } from './overview.ts';
import type { Section } from './question.ts';
import { progressReport } from './report.ts';
import { saveAndSay } from './saving.ts';
import { numbered } from './screens.ts';
import type { Sitting } from './sitting.ts';
import { type Standing, type Step, shortened } from './steps.ts';
import { aboutMinutes } from './time.ts';

/** How an interview ended: `kept` where the files could not be changed, and the answers wait. */
export type Ending = 'stopped' | 'interrupted' | 'kept';

export interface Conversation {
  sitting: Sitting;
  dialogue: Dialogue;
  effects: Effects;
  /** The parts to ask about; all of them where the person did not choose. */
  sections: readonly Section[];
  chosen: boolean;
  lost: number;
  gone: boolean;
  /** Problems of the profile’s files, as `check` prints them. */
  inWords: (diagnostics: readonly Diagnostic[]) => Promise<string>;
  /** Makes the draft and opens it; returns what to say of it. */
  build: () => Promise<Block[]>;
  knownFacts?: KnownFacts;
}

/** The parts the person went to, and what was put to them there. */
interface Visit {
  sections: readonly Section[];
  standings: ReadonlySet<Standing>;
  seen: Set<string>;
}

/** Holds the interview: greets, asks, and ends where the person wants. Everything said so far is kept. */
export async function converse(conversation: Conversation): Promise<Ending> {
  return new Talk(conversation).hold();
}

class Talk {
  readonly #of: Conversation;
  /** The sections asked of now: of the first pass, until the person wants more. */
  #sections: readonly Section[];
  #visit: Visit | undefined;
  #last: Step | undefined;
  #first = true;

  constructor(conversation: Conversation) {
    this.#of = conversation;
    const { sections, chosen, sitting } = conversation;
    const draft = sections.filter(({ pass }) => pass === 1);
    const begun = countsOf(stepsOf(sitting.progress, draft)).open.length > 0;
    this.#sections = chosen || !begun ? sections : draft;
  }

  async hold(): Promise<Ending> {
    // The schema and the rules take longer to load than all the rest: that is done while the person reads.
    const warm = setTimeout(
      () => void import('./advice.ts').then(() => import('./validate.ts')),
      20,
    );
    try {
      return await this.#talk();
    } finally {
      clearTimeout(warm);
    }
  }

  async #talk(): Promise<Ending> {
    const greeted = await this.#greet();
    if (greeted) return greeted;
    for (let back: Step | undefined; ; ) {
      const disputed = this.#disputed();
      if (disputed.length > 0) {
        const settled = await settle(disputed, this.#of);
        if (settled !== 'on') return this.#end(settled);
        continue;
      }
      const step: Step | undefined = back ?? this.#next();
      back = undefined;
      if (!step) {
        const ending = await this.#endOfPass();
        if (ending) return ending;
        continue;
      }
      const next = await this.#ask(step);
      if (next === 'back') {
        back = this.#before(step);
        if (!back) this.#of.dialogue.say({ text: 'There is no question before this one.' });
        back ??= step;
      } else if (next !== 'on') return this.#end(next);
    }
  }

  /** In any part, since all of them go into the file together. */
  #disputed(): Step[] {
    const { steps } = this.#of.sitting.progress;
    return steps.filter(({ standing }) => standing === 'disputed');
  }

  #steps(): Step[] {
    return stepsOf(this.#of.sitting.progress, this.#sections);
  }

  /** The next question: in the part the person went to, or else the first that is open. */
  #next(): Step | undefined {
    const visit = this.#visit;
    if (visit) {
      const step = this.#steps().find(
        ({ section, standing, key }) =>
          visit.sections.includes(section) &&
          !visit.seen.has(key) &&
          (standing === 'open' || standing === 'more' || visit.standings.has(standing)),
      );
      if (step) return step;
      this.#visit = undefined;
    }
    return this.#steps().find(({ standing }) => standing === 'open' || standing === 'more');
  }

  #before({ key }: Step): Step | undefined {
    const { sitting } = this.#of;
    const { history } = sitting;
    const known = new Map(sitting.progress.steps.map((step) => [step.key, step]));
    const here = history.indexOf(key);
    const earlier = here === -1 ? history : history.slice(0, here);
    const found = earlier.findLast((other) => known.has(other));
    return found === undefined ? undefined : known.get(found);
  }

  async #ask(step: Step): Promise<Next> {
    const { dialogue, sitting, effects, knownFacts = () => undefined } = this.#of;
    this.#introduce(step);
    this.#visit?.seen.add(step.key);
    const today = dateFromClock(effects.now());
    const next = await ask(step, sitting, dialogue, { knownFacts, today, first: this.#first });
    this.#first = false;
    return next;
  }

  /** Says which part begins, and what a question is about where that was not said just before. */
  #introduce(step: Step) {
    const { section, item, about } = step;
    const last = this.#last;
    this.#last = step;
    if (last?.section !== section) {
      const number = this.#sections.indexOf(section) + 1;
      this.#of.dialogue.say({
        text: `Part ${number} of ${this.#sections.length}: ${section.title}`,
      });
    }
    const said = last?.section === section && last.item === item;
    if (about !== undefined && !said && !step.question.text.includes('{item}')) {
      this.#of.dialogue.say({ text: `About this: ${shortened(about)}` });
    }
  }

  async #greet(): Promise<Ending | undefined> {
    const { sitting, dialogue, lost, gone } = this.#of;
    if (lost > 0) {
      dialogue.say({
        text:
          lost === 1
            ? 'The last answer was cut off when the computer stopped. It is asked again.'
            : `${lost} lines of what was kept could not be read. What they answered is asked again.`,
      });
    }
    if (gone) {
      const ending = await this.#refind();
      if (ending) return ending;
    }
    const begun = sitting.ledger.replies.size > 0 || !sitting.isNew;
    if (!begun) {
      dialogue.say(...this.#welcome());
      return undefined;
    }
    return this.#goOn();
  }

  #welcome(): Block[] {
    const { sitting, effects, chosen } = this.#of;
    const counts = countsOf(this.#steps());
    const time = aboutMinutes(counts.open);
    const parts = this.#sections.length;
    return [
      {
        text: chosen
          ? `There ${parts === 1 ? 'is one part' : `are ${parts} parts`}, of ${time}.`
          : `Let us make a first draft of your prospectus. There are ${parts} short parts. They take ${time}.`,
      },
      {
        text: `You can stop at any time and go on later. Each answer is kept as soon as you give it. In the end they go into the file trust.yaml, in the folder ${displayName(sitting.folder, effects)}.`,
      },
    ];
  }

  /** The profile was deleted: it can be written again, or everything begun afresh. */
  async #refind(): Promise<Ending | undefined> {
    const { sitting, dialogue } = this.#of;
    const heard = await this.#choose(
      [
        {
          text: 'The file trust.yaml is not there any more. Your answers from earlier are.',
        },
      ],
      ['Write it again from those answers', 'Begin afresh, and put those answers aside'],
    );
    if (typeof heard !== 'number') return this.#end(heard);
    if (heard === 0) await sitting.writeAgain();
    else {
      const aside = await sitting.beginAfresh();
      dialogue.say({ text: `They are in ${displayName(aside, this.#of.effects)}.` });
    }
    return undefined;
  }

  /** Where a person comes back: how far it is, and where to go on. */
  async #goOn(): Promise<Ending | undefined> {
    const { dialogue, sitting } = this.#of;
    const counts = countsOf(this.#steps());
    const welcome =
      sitting.ledger.replies.size > 0 ? 'Welcome back. ' : 'There is a profile here. ';
    let blocks: Block[] = [
      { text: `${welcome}${summary(counts)} ${timeLeft(counts)}` },
      ...sectionLines(sitting.progress, this.#sections),
      {
        text: 'To go on, press Enter. To go to a part, type its number. To stop, type stop.',
      },
    ];
    for (;;) {
      const heard = await dialogue.hear(...blocks);
      if (heard === 'interrupted') return this.#end('interrupted');
      const line = heard.lines.join(' ').trim();
      if (line === '') return undefined;
      const section = this.#sections[Number(line) - 1];
      if (section) {
        this.#go(section);
        return undefined;
      }
      const command = commandIn(line)?.command;
      if (command === 'stop') return this.#end('stop');
      blocks = [
        {
          text: `Press Enter to go on, type a number from 1 to ${this.#sections.length}, or type stop.`,
        },
      ];
    }
  }

  /** What was left in a part is asked again; where nothing was, all of it. */
  #go(section: Section) {
    const steps = this.#steps().filter((step) => step.section === section);
    const left: Standing[] = ['skipped', 'asked', 'closed'];
    const any = steps.some(
      ({ standing }) => standing === 'open' || standing === 'skipped' || standing === 'asked',
    );
    const standings = new Set<Standing>(any ? left : [...left, 'answered', 'known']);
    this.#visit = { sections: [section], standings, seen: new Set() };
  }

  async #endOfPass(): Promise<Ending | undefined> {
    const { sitting, sections, chosen, build } = this.#of;
    const saved = await saveAndSay(this.#of);
    if (saved === 'disputed') return undefined;
    if (saved === 'kept') return 'kept';
    const isFirst = !chosen && this.#sections.length < sections.length;
    const heading = isFirst ? 'That is the first draft.' : 'That is all there is to ask.';
    let blocks: Block[] = [{ text: heading }, ...progressReport(sitting.progress, this.#sections)];
    for (;;) {
      const skipped = this.#steps().some(({ standing }) => standing === 'skipped');
      const later = sections.filter((section) => !this.#sections.includes(section));
      const time = aboutMinutes(countsOf(stepsOf(sitting.progress, later)).open);
      const ways: [string, string][] = [
        ['build', 'Make the draft and open it'],
        ...(skipped ? [['skipped', 'Answer what you skipped'] as [string, string]] : []),
        ...(isFirst ? [['on', `Go on, principle by principle (${time})`] as [string, string]] : []),
        ['stop', 'Stop here'],
      ];
      const heard = await this.#choose(
        blocks,
        ways.map(([, words]) => words),
      );
      if (typeof heard !== 'number') return this.#end(heard);
      switch (ways[heard]?.[0]) {
        case 'build':
          blocks = await build();
          continue;
        case 'skipped':
          this.#visit = {
            sections: this.#sections,
            standings: new Set(['skipped']),
            seen: new Set(),
          };
          return undefined;
        case 'on':
          this.#sections = sections;
          return undefined;
        default:
          return this.#end('stop');
      }
    }
  }

  /** A choice between ways to go on: its place, or that the person wants to stop. */
  async #choose(
    blocks: Block[],
    ways: readonly string[],
  ): Promise<number | 'stop' | 'interrupted'> {
    const { dialogue } = this.#of;
    for (let said = [...blocks, { text: 'What next?' }, ...numbered(ways)]; ; ) {
      const heard = await dialogue.hear(...said, { text: 'Type a number and press Enter.' });
      if (heard === 'interrupted') return heard;
      const line = heard.lines.join(' ').trim();
      const place = Number(line) - 1;
      if (ways[place] !== undefined) return place;
      if (commandIn(line)?.command === 'stop') return 'stop';
      said = [...numbered(ways)];
    }
  }

  /** Says what is kept and how to go on. Someone who stops has it put into the profile; an interruption waits for nothing. */
  async #end(next: Exclude<Next, 'on' | 'back'>): Promise<Ending> {
    const { sitting } = this.#of;
    if (next === 'stop' && sitting.unwritten) {
      const saved = await saveAndSay(this.#of);
      if (saved === 'kept') return 'kept';
      if (saved === 'disputed') {
        const settled = await settle(this.#disputed(), this.#of);
        if (settled === 'on') return this.#end('stop');
        return this.#leave(settled);
      }
    }
    return this.#leave(next);
  }

  #leave(next: Exclude<Next, 'on' | 'back'>): Ending {
    const { sitting, dialogue, effects } = this.#of;
    const { open } = countsOf(this.#steps());
    const folder = argumentFor(sitting.folder, effects);
    const words = [
      ...(next === 'interrupted' || sitting.unwritten ? [keptInWords(sitting)] : []),
      ...(open.length > 0 ? [timeLeft({ open })] : []),
    ].join(' ');
    if (words !== '') dialogue.say({ text: words });
    // A command on a line of its own can be copied.
    dialogue.say({ text: `To go on:\n  npx thriving-case init${folder}`, asIs: true });
    if (!sitting.isNew) {
      const text = `To make the document:\n  npx thriving-case build${folder}`;
      dialogue.say({ text, asIs: true, close: true });
    }
    return next === 'interrupted' ? 'interrupted' : 'stopped';
  }
}

function keptInWords({ ledger, unwritten }: Sitting): string {
  const answers = [...ledger.replies.values()].filter((reply) => 'answer' in reply).length;
  if (answers === 0) return 'There were no answers to keep.';
  const kept = answers === 1 ? 'Your answer is kept.' : `Your ${answers} answers are kept.`;
  return unwritten ? `${kept} They are not all in trust.yaml yet.` : kept;
}
