import type { Typed } from '../../profile/edit/sources.ts';
import type { Value } from '../../profile/yaml/values.ts';
import { commandIn } from '../commands.ts';
import { type Group, isGroup, questionsOf, type Section } from '../question.ts';

const MARK = /<!--\s*answer:\s*([\w-]+)(?:\s*\/\s*(.+?))?\s*-->/;
const END = /^\s{0,3}#{1,6}\s|^\s*(?:-{3,}|\*{3,})\s*$/;

/** What was written on a sheet: for each mark with an answer below it, the answer. */
interface Written {
  question: string;
  item: string | undefined;
  lines: string[];
}

export function writtenOn(sheet: string): Written[] {
  const written: Written[] = [];
  let current: Written | undefined;
  for (const line of sheet.split(/\r\n?|\n/)) {
    const mark = MARK.exec(line);
    if (mark) {
      const after = line.slice(mark.index + mark[0].length).trim();
      current = { question: mark[1] ?? '', item: mark[2], lines: after === '' ? [] : [after] };
      written.push(current);
    } else if (END.test(line)) current = undefined;
    else current?.lines.push(line.replace(/^\s*> ?/, ''));
  }
  return written.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
}

/** What there is of the lists of a profile, behind which new items come. */
interface Present {
  /** How many items of a group were answered. */
  begun(group: string): number;
  /** Whether a list has an item of this name. */
  has(group: Group, name: string): boolean;
}

/** The answers of several sheets, as a file of answers holds them. */
export function answersOf(
  sheets: readonly string[],
  sections: readonly Section[],
  present: Present,
): Typed {
  const answers: Typed = {};
  const groups = sections.flatMap(({ entries }) => entries.filter(isGroup));
  const known = new Set(
    sections.flatMap((section) => questionsOf(section).map(({ question }) => question.id)),
  );
  for (const sheet of sheets) {
    const items = new Map<string, Typed[]>();
    for (const { question, item, lines } of writtenOn(sheet)) {
      if (!known.has(question)) continue;
      const value = answerIn(lines);
      const group = groups.find(({ first, details }) =>
        [first, ...details].some(({ id }) => id === question),
      );
      if (group) {
        const list = items.get(group.group) ?? [];
        items.set(group.group, list);
        const place = Number(item) - 1 || 0;
        list[place] = { ...list[place], [question]: value };
      } else if (item !== undefined) {
        const own = answers[question];
        answers[question] = {
          ...(typeof own === 'object' && !Array.isArray(own) ? own : {}),
          [item]: value,
        };
      } else answers[question] = value;
    }
    for (const group of groups) {
      const list = items.get(group.group) ?? [];
      // A place that was left empty is no item, and one that was collected before is no new one.
      const fresh = list.filter((item) => {
        const name = item?.[group.first.id];
        return item !== undefined && !(typeof name === 'string' && present.has(group, name));
      });
      if (fresh.length === 0) continue;
      const own = answers[group.group];
      const before = Array.isArray(own)
        ? own
        : Array.from({ length: present.begun(group.group) }, () => ({}));
      answers[group.group] = [...before, ...fresh];
    }
  }
  return answers;
}

function answerIn(lines: readonly string[]): Value {
  const filled = lines.filter((line) => line.trim() !== '');
  const command = filled.length === 1 ? commandIn(filled[0] ?? '') : undefined;
  if (command?.command === 'ask' && command.role) return { ask: command.role };
  return lines.join('\n').trim();
}
