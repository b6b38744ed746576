import { nearest } from '../diagnostics/suggest.ts';
import type { Typed } from '../profile/edit/sources.ts';
import type { Value } from '../profile/yaml/values.ts';
import { presentOf } from './ask.ts';
import { notARole } from './commands.ts';
import { isDone } from './place.ts';
import { type Answer, isGroup, questionsOf, type Section } from './question.ts';
import type { Sitting } from './sitting.ts';
import { editsOf, type Step } from './steps.ts';
import { understand } from './understand.ts';
import { complaintAt } from './validate.ts';

/** What became of answering from a file. */
export interface Filled {
  /** What is new, in the order of the questions. */
  taken: Taken[];
  /** What could not be taken, each with the question it was for. */
  problems: string[];
  /** Answers to questions that do not arise, because of other answers. */
  unused: string[];
}

export interface Taken {
  step: Step;
  /** What the profile said, if anything. */
  before: Answer | undefined;
  after: Answer | { ask: string };
}

const PLACEHOLDER = 'The name of your trust';

/**
 * Answers what a file answers: a text or a list under the id of each question; for the questions about
 * items of a list, a list of such groups under the id of the group, or each item’s name and its answer
 * under the id of the question. `{ ask: role }` stands for “somebody else knows”. With defaults, what
 * is offered is taken too, and a profile gets a name to be changed.
 */
export async function fillFrom(
  answers: Typed,
  sitting: Sitting,
  sections: readonly Section[],
  defaults: boolean,
): Promise<Filled> {
  const filled: Filled = { taken: [], problems: unknownIn(answers, sections), unused: [] };
  const seen = new Set<string>();
  for (;;) {
    const step = sitting.progress.steps.find(
      (other) => sections.includes(other.section) && !seen.has(other.key),
    );
    if (!step) break;
    seen.add(step.key);
    const given = answerFor(step, answers) ?? (defaults ? defaultFor(step) : undefined);
    if (given === undefined) continue;
    const problem = await take(step, given, sitting, filled);
    if (problem) filled.problems.push(`${step.question.id}: ${problem}`);
  }
  const arisen = new Set(sitting.progress.steps.map(({ question }) => question.id));
  const plain = new Set(outsideGroups(sections));
  filled.unused = Object.keys(answers).filter((id) => plain.has(id) && !arisen.has(id));
  return filled;
}

async function take(
  step: Step,
  given: Value,
  sitting: Sitting,
  filled: Filled,
): Promise<string | undefined> {
  if (typeof given === 'object' && !Array.isArray(given)) {
    const role = given.ask;
    if (typeof role !== 'string') return 'Give a text, a list, or “ask:” with a role.';
    if (notARole(role)) return `“${role}” is not a role: say what they are, not who.`;
    if (step.reply && 'ask' in step.reply && step.reply.ask === role.trim()) return undefined;
    await sitting.record(step, { ask: role.trim() });
    filled.taken.push({ step, before: undefined, after: { ask: role.trim() } });
    return undefined;
  }
  const lines = Array.isArray(given) ? given : given.split('\n');
  if (!lines.every((line) => typeof line === 'string')) return 'Give a text, or a list of texts.';
  const understood = await understand(step.question, step.like, lines, async (like, text) =>
    complaintAt(like, text),
  );
  if ('problem' in understood) return understood.problem;
  const { answer } = understood;
  const before = presentOf(step, sitting);
  if (isThere(step, answer, sitting)) return undefined;
  await sitting.answer(step, answer);
  filled.taken.push({ step, before, after: answer });
  return undefined;
}

/** Whether the profile has an answer already. */
function isThere(
  { question, given, inside, standing }: Step,
  answer: Answer,
  { progress }: Sitting,
) {
  if (standing !== 'answered' && standing !== 'known') return false;
  const edits = editsOf(question, answer, given, inside);
  return edits.length > 0 && edits.every((edit) => isDone(progress.profile, edit));
}

function answerFor({ question, section, item }: Step, answers: Typed): Value | undefined {
  const own = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  if (item === undefined) return own;
  if (typeof item === 'string') {
    return typeof own === 'object' && !Array.isArray(own) ? own[item] : undefined;
  }
  const group = section.entries.find(
    (entry) =>
      isGroup(entry) && [entry.first, ...entry.details].some(({ id }) => id === question.id),
  );
  const items = group && isGroup(group) ? answers[group.group] : undefined;
  const found = Array.isArray(items) ? items[item] : undefined;
  return typeof found === 'object' && !Array.isArray(found) ? found[question.id] : undefined;
}

function defaultFor({ question, given, standing }: Step): string | undefined {
  if (standing !== 'open') return undefined;
  return question.suggest?.(given) ?? (question.id === 'trust-name' ? PLACEHOLDER : undefined);
}

/** Answers to questions that do not exist: most often a slip of the keyboard. */
function unknownIn(answers: Typed, sections: readonly Section[]): string[] {
  const entries = sections.flatMap((section) => section.entries);
  const groups = entries.filter(isGroup);
  const outside = sections.flatMap((section) =>
    questionsOf({ ...section, entries: section.entries.filter((entry) => !isGroup(entry)) }),
  );
  const known = [
    ...groups.map(({ group }) => group),
    ...outside.map(({ question }) => question.id),
  ];
  const problems = Object.keys(answers)
    .filter((id) => !known.includes(id))
    .map((id) => unknown(id, known));
  for (const { group, first, details } of groups) {
    const items = answers[group];
    if (items === undefined) continue;
    if (!Array.isArray(items)) {
      problems.push(`${group}: Give a list, each item with “${first.id}:” and what belongs to it.`);
      continue;
    }
    const inside = [first.id, ...details.map(({ id }) => id)];
    for (const item of items) {
      const ids = typeof item === 'object' && !Array.isArray(item) ? Object.keys(item) : [''];
      if (ids.length > 0 && !ids.includes(first.id)) {
        problems.push(`${group}: An item has no “${first.id}”, which says what it is about.`);
      }
      for (const id of ids.filter((other) => !inside.includes(other))) {
        problems.push(unknown(id, inside));
      }
    }
  }
  return problems;
}

function outsideGroups(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => {
    const entries = section.entries.filter((entry) => !isGroup(entry));
    return questionsOf({ ...section, entries }).map(({ question }) => question.id);
  });
}

function unknown(id: string, known: readonly string[]): string {
  const meant = nearest(id, known);
  return `There is no question “${id}”.${meant ? ` Did you mean “${meant}”?` : ''}`;
}
