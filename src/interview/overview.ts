import { sentenceList } from '../compose/words.ts';
import type { Block } from './dialogue.ts';
import type { Section } from './question.ts';
import type { Progress, Standing, Step } from './steps.ts';
import { aboutMinutes } from './time.ts';

/** How many steps of each kind; what only could come, such as one more school, does not count. */
export interface Counts {
  all: number;
  answered: number;
  skipped: number;
  asked: number;
  open: readonly Step[];
}

const settled: ReadonlySet<Standing> = new Set(['answered', 'known']);

export function countsOf(steps: readonly Step[]): Counts {
  const real = steps.filter(({ standing, item }) => {
    return standing !== 'more' && (standing !== 'closed' || item === 0);
  });
  const number = (...standings: Standing[]) =>
    real.filter(({ standing }) => standings.includes(standing)).length;
  return {
    all: real.length,
    answered: real.filter(({ standing }) => settled.has(standing)).length,
    skipped: number('skipped', 'closed'),
    asked: number('asked'),
    open: real.filter(({ standing }) => standing === 'open' || standing === 'disputed'),
  };
}

export function stepsOf({ steps }: Progress, sections: readonly Section[]): Step[] {
  return steps.filter(({ section }) => sections.includes(section));
}

/** `14 of 52 questions are answered, 2 skipped and one is for somebody else.` */
export function summary(counts: Counts): string {
  const { all, answered, skipped, asked } = counts;
  const parts = [`${answered} of ${all} questions ${answered === 1 ? 'is' : 'are'} answered`];
  if (skipped > 0) parts.push(skipped === 1 ? 'one is skipped' : `${skipped} are skipped`);
  if (asked > 0)
    parts.push(asked === 1 ? 'one is for somebody else' : `${asked} are for somebody else`);
  return `${sentenceList(parts)}.`;
}

export function timeLeft({ open }: Pick<Counts, 'open'>): string {
  if (open.length === 0) return 'There is nothing left to ask here.';
  return `There ${open.length === 1 ? 'is one question' : `are ${open.length} questions`} left, of ${aboutMinutes(open)}.`;
}

/** How far each part is. */
export function sectionLines(progress: Progress, sections: readonly Section[]): Block[] {
  const width = String(sections.length).length;
  return sections.map((section, index) => {
    const counts = countsOf(stepsOf(progress, [section]));
    return {
      lead: ` ${String(index + 1).padStart(width)}  `,
      text: `${section.title}: ${stateOf(counts)}`,
      close: index > 0,
    };
  });
}

function stateOf({ all, answered, skipped, asked, open }: Counts): string {
  if (open.length === all) return 'not begun';
  if (open.length > 0) return `${all - open.length} of ${all}`;
  const left = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(asked > 0 ? [`${asked} to ask`] : []),
  ];
  return left.length > 0 ? left.join(', ') : answered === 0 ? 'nothing to ask' : 'done';
}
