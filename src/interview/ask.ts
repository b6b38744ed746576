import { contributors } from '../knowledge/roles.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import type { Value } from '../profile/yaml/values.ts';
import { type Command, commandIn, notARole, unquoted } from './commands.ts';
import type { Dialogue } from './dialogue.ts';
import { type Place, sameText, valueAt } from './place.ts';
import { type Answer, isPlain } from './question.ts';
import { helpScreen, inWords, numbered, type Offer, questionScreen } from './screens.ts';
import type { Sitting } from './sitting.ts';
import { editsOf, type Step } from './steps.ts';
import { isLong } from './typed.ts';
import { understand } from './understand.ts';

/** What the person wants after a question. */
export type Next = 'on' | 'back' | 'stop' | 'interrupted';

/** A fact from an official register, offered instead of asked. */
export type KnownFacts = (place: Place) => { value: string; source: string } | undefined;

export interface Manner {
  knownFacts: KnownFacts;
  today: CalendarDate;
  /** Whether the words besides an answer have not been shown yet. */
  first: boolean;
}

/** Puts one question until it is answered or left, and keeps what was replied. */
export async function ask(
  step: Step,
  sitting: Sitting,
  dialogue: Dialogue,
  manner: Manner,
): Promise<Next> {
  const present = presentOf(step, sitting);
  const offer = present === undefined ? offerFor(step, manner.knownFacts) : undefined;
  const screen = questionScreen(step, {
    ...(present === undefined ? {} : { present: inWords(present, step) }),
    ...(offer ? { offer } : {}),
    first: manner.first,
  });
  let draft = '';
  for (let blocks = screen; ; ) {
    const heard = await listen(step, dialogue, blocks);
    if (heard === 'interrupted') return 'interrupted';
    let lines = heard.lines;
    const { command } = heard;
    if (command?.command === 'edit' && isLong(step.question.kind)) {
      const written = await dialogue.edit(draft || textOf(present));
      if (written === undefined) {
        blocks = [{ text: 'No editor could be opened. Type your answer here.' }];
        continue;
      }
      lines = written.split('\n');
    } else if (command) {
      const next = await obey(command, step, sitting, dialogue);
      if (next !== 'again') return next;
      blocks = command.command === 'help' ? helpScreen(step) : screen;
      continue;
    }
    if (lines.every((line) => line.trim() === '')) {
      const next = await onNothing(step, sitting, { present, offer });
      if (next) return next;
      blocks = [{ text: 'Nothing was typed. To leave the question for now, type skip.' }];
      continue;
    }
    const understood = await understand(step.question, step.like, lines.map(unquoted), validate);
    if ('problem' in understood) {
      draft = lines.join('\n').trim();
      const again = isLong(step.question.kind)
        ? ' Your text is kept: to change it, type edit. Or type another.'
        : '';
      blocks = [{ text: understood.problem + again }];
      continue;
    }
    if (isRepeated(step, understood.answer, sitting)) {
      blocks = [{ text: 'You have told me that already. Type another, or press Enter to go on.' }];
      continue;
    }
    await keep(step, understood.answer, sitting, dialogue, manner);
    return 'on';
  }
}

const validate = async (...asked: Parameters<typeof import('./validate.ts').complaintAt>) =>
  (await import('./validate.ts')).complaintAt(...asked);

interface Listened {
  lines: string[];
  command?: Command;
}

/** Listens for an answer: one line, or for a long one every line up to an empty one. */
async function listen(
  { question }: Step,
  dialogue: Dialogue,
  blocks: Parameters<Dialogue['hear']>,
): Promise<Listened | 'interrupted'> {
  const heard = await dialogue.hear(...blocks);
  if (heard === 'interrupted') return heard;
  const { lines } = heard;
  const [only, ...others] = lines.filter((line) => line.trim() !== '');
  const command = others.length === 0 ? commandIn(only ?? '') : undefined;
  if (command) return { lines, command };
  if (!isLong(question.kind) || lines.every((line) => line.trim() === '')) return { lines };
  // What is pasted can end with the empty line that ends the answer.
  while (lines.at(-1)?.trim() !== '') {
    const more = await dialogue.hear();
    if (more === 'interrupted') return more;
    lines.push(...more.lines);
  }
  return { lines };
}

/** Does what a word asks for; `again` where the question is still to be answered. */
async function obey(
  command: Command,
  step: Step,
  sitting: Sitting,
  dialogue: Dialogue,
): Promise<Next | 'again'> {
  switch (command.command) {
    case 'back':
    case 'stop':
      return command.command;
    case 'skip': {
      const { standing } = step;
      await sitting.record(
        step,
        standing === 'more' || standing === 'closed' ? { done: true } : { skip: true },
      );
      if (step.question.id === 'trust-name') {
        dialogue.say({
          text: 'Without a name, no document can be made. You can give it another time.',
        });
      }
      return 'on';
    }
    case 'ask': {
      const role = await roleFor(command.role, step, dialogue);
      if (role === 'interrupted') return role;
      if (role === undefined) return 'again';
      await sitting.record(step, { ask: role });
      dialogue.say({ text: `Kept: to ask the ${role}.` });
      return 'on';
    }
    default:
      return 'again';
  }
}

/** The role to ask; undefined where the person went back to the question. */
async function roleFor(
  typed: string | undefined,
  { question }: Step,
  dialogue: Dialogue,
): Promise<string | undefined | 'interrupted'> {
  const offered = question.who.map((id) => contributors[id].title);
  for (let role = typed; ; ) {
    const trouble = role === undefined ? undefined : notARole(role);
    if (role !== undefined && !trouble) return role;
    const heard = await dialogue.hear(
      {
        text:
          trouble === 'a name'
            ? 'That looks like a person’s name. Drafts are passed round, so give what they are, not who.'
            : trouble
              ? 'That does not look like a role in a trust or school.'
              : 'Who would know?',
      },
      ...numbered(offered),
      {
        text: 'Type a number or another role, such as “finance director”. To go back, press Enter.',
      },
    );
    if (heard === 'interrupted') return heard;
    const line = heard.lines.join(' ').trim();
    if (line === '' || commandIn(line)?.command === 'back') return undefined;
    const again = commandIn(line);
    role =
      offered[Number(line) - 1] ??
      (again?.command === 'ask' ? again.role : line.replace(/^(?:the|our|my) /i, ''));
  }
}

/** Enter alone: keeps what is there, takes what is offered, or ends a list. */
async function onNothing(
  step: Step,
  sitting: Sitting,
  { present, offer }: { present: Answer | undefined; offer: Offer | undefined },
): Promise<Next | undefined> {
  if (present !== undefined) return 'on';
  if (offer) {
    await sitting.answer(step, offer.value);
    return 'on';
  }
  if (step.standing === 'more' || step.standing === 'closed') {
    await sitting.record(step, { done: true });
    return 'on';
  }
  return undefined;
}

async function keep(
  step: Step,
  answer: Answer,
  sitting: Sitting,
  dialogue: Dialogue,
  { today }: Manner,
): Promise<void> {
  const before = sitting.progress.profile;
  await sitting.answer(step, answer);
  const { adviceOn } = await import('./advice.ts');
  const advice = adviceOn(before, sitting.progress.profile, today);
  if (advice)
    dialogue.say({ text: `Kept. A thought: ${advice} To change your answer, type back.` });
}

/** What the profile has as an answer already. */
export function presentOf(step: Step, { progress }: Sitting): Answer | undefined {
  const { question, reply, inside, standing } = step;
  if (standing === 'more' || standing === 'closed') return undefined;
  if (reply && 'answer' in reply) return reply.answer;
  if (standing !== 'known') return undefined;
  if (!isPlain(question)) return undefined;
  const found: Value | undefined = valueAt(progress.profile, [...inside, ...question.at]);
  if (typeof found === 'string') return found;
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : undefined;
}

function offerFor({ question, given, inside }: Step, knownFacts: KnownFacts): Offer | undefined {
  const fact = isPlain(question) ? knownFacts([...inside, ...question.at]) : undefined;
  if (fact) return fact;
  const value = question.suggest?.(given);
  return value === undefined ? undefined : { value };
}

/** Whether a list has an item of that name already, other than the one that is being changed. */
function isRepeated(step: Step, answer: Answer, { progress }: Sitting): boolean {
  if (typeof step.item !== 'number' || step.about !== undefined) return false;
  if (step.reply && 'answer' in step.reply && sameText(String(step.reply.answer), String(answer))) {
    return false;
  }
  const [edit] = editsOf(step.question, answer, step.given, step.inside);
  return edit !== undefined && valueAt(progress.profile, edit.at.slice(0, -1)) !== undefined;
}

function textOf(present: Answer | undefined): string {
  if (present === undefined) return '';
  return typeof present === 'string' ? present : present.join('\n');
}
