import path from 'node:path';
import type { Effects } from '../../effects/effects.ts';
import type { Dialogue } from '../../interview/dialogue.ts';
import { fillFrom, type Taken } from '../../interview/fill.ts';
import { openInterview } from '../../interview/open.ts';
import { valueAt } from '../../interview/place.ts';
import { isGroup } from '../../interview/question.ts';
import { sections } from '../../interview/questions/index.ts';
import { saveAndSay } from '../../interview/saving.ts';
import { inWords, numbered } from '../../interview/screens.ts';
import { answersOf } from '../../interview/sheets/read.ts';
import type { Sitting } from '../../interview/sitting.ts';
import type { TerminalDialogue } from '../../interview/terminal/dialogue.ts';
import { decode } from '../../profile/decode.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { reportText } from '../report.ts';
import { refused, unkept } from './init.ts';
import { plainDialogue } from './init-answers.ts';

export interface CollectFlags {
  into?: string;
  yes?: boolean;
}

/** `thriving-case collect`: reads filled sheets back, shows what it takes, and writes it where that is wanted. */
export async function collectCommand(
  names: readonly string[],
  flags: CollectFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  if (!flags.yes && !terminal.attended) {
    terminal.err(
      'Nobody is here to look at what would be taken. To take it all the same: thriving-case collect --yes …\n',
    );
    return exitCodes.usage;
  }
  const sheets = await readSheets(names, effects);
  if (typeof sheets === 'number') return sheets;
  const opened = await openInterview(flags.into ?? '.', sections, effects);
  if ('refused' in opened) return refused(opened, effects);
  const { sitting, lock } = opened;
  try {
    return await collect(sheets, sitting, flags, effects);
  } catch (error) {
    return await unkept(error, sitting.folder, effects);
  } finally {
    await lock.release();
  }
}

async function collect(
  sheets: readonly string[],
  sitting: Sitting,
  flags: CollectFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const trial = sitting.trial();
  const answers = answersOf(sheets, sections, {
    begun: (group) => begunIn(group, sitting),
    has: ({ list, key }, name) =>
      valueAt(sitting.progress.profile, [...list, { key, is: name }]) !== undefined,
  });
  const { taken, problems, unused } = await fillFrom(answers, trial.sitting, sections, false);
  for (const problem of problems) terminal.err(`Not taken: ${problem}\n`);
  for (const id of unused)
    terminal.err(`Not taken, because another answer makes it needless: ${id}\n`);
  const after = problems.length > 0 ? exitCodes.problems : exitCodes.done;
  if (taken.length === 0) {
    terminal.err('There is nothing new on these sheets.\n');
    return after;
  }
  const dialogue = await dialogueFor(effects, sitting);
  try {
    dialogue.say({ text: taken.length === 1 ? 'One new answer:' : `${taken.length} new answers:` });
    for (const item of taken) dialogue.say(...changeOf(item));
    if (!flags.yes && !(await wants(dialogue))) {
      dialogue.say({ text: 'Nothing was written.' });
      return after;
    }
    await sitting.keep(trial.events);
    const saved = await saveAndSay({
      sitting,
      dialogue,
      inWords: (diagnostics) => reportText(diagnostics, effects, terminal.colour.err),
    });
    return saved === 'saved' ? after : exitCodes.problems;
  } finally {
    dialogue.close();
  }
}

async function dialogueFor(effects: Effects, sitting: Sitting): Promise<TerminalDialogue> {
  if (!effects.terminal.attended) return { ...plainDialogue(effects), close: () => {} };
  const { terminalDialogue } = await import('../../interview/terminal/dialogue.ts');
  return terminalDialogue(effects, sitting.folder);
}

function changeOf({ step, before, after }: Taken) {
  const now =
    typeof after === 'object' && 'ask' in after ? `ask the ${after.ask}` : inWords(after, step);
  return [
    { text: step.subject, strong: true },
    ...(before === undefined ? [] : [{ text: `Was: ${inWords(before, step)}`, close: true }]),
    { text: before === undefined ? now : `Is:  ${now}`, close: true },
  ];
}

async function wants(dialogue: Dialogue): Promise<boolean> {
  for (;;) {
    const heard = await dialogue.hear(
      { text: 'Write these into the profile?' },
      ...numbered(['Yes', 'No']),
      { text: 'Type a number and press Enter.' },
    );
    if (heard === 'interrupted') return false;
    const line = heard.lines.join(' ').trim().toLowerCase();
    if (['1', 'yes', 'y'].includes(line)) return true;
    if (['2', 'no', 'n', 'stop'].includes(line)) return false;
  }
}

/** How many items of a group were answered in the interview so far. */
function begunIn(group: string, { progress }: Sitting): number {
  const first = sections
    .flatMap(({ entries }) => entries)
    .filter(isGroup)
    .find((entry) => entry.group === group)?.first.id;
  return progress.steps.filter(
    ({ question, reply }) => question.id === first && reply && 'answer' in reply,
  ).length;
}

async function readSheets(
  names: readonly string[],
  { cwd, files, terminal }: Effects,
): Promise<string[] | ExitCode> {
  const sheets: string[] = [];
  for (const name of names) {
    const bytes = await files.read(path.resolve(cwd, name)).catch(() => undefined);
    const text = bytes && decode(bytes);
    if (text === undefined) {
      terminal.err(`There is no sheet at ${name} that could be read.\n`);
      return exitCodes.usage;
    }
    sheets.push(text);
  }
  return sheets;
}
