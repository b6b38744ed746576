import type { Goal, Progress } from '../case/chart.ts';
import { upperFirst } from '../compose/words.ts';
import { furtherPart, shownOf } from './drawing.ts';
import { reached } from './progress.ts';
import { whenOf } from './series-words.ts';
import { numberWord } from './words.ts';

export function progressFinding({ goals, part }: Progress): string {
  const further = furtherPart(part);
  if (further) return further;
  const done = goals.filter(reached).length;
  if (goals.length === 1)
    return done === 1 ? 'The target is reached' : 'The target is not reached yet';
  if (done === goals.length) return `All ${numberWord(done)} targets are reached`;
  if (done === 0) return `None of ${numberWord(goals.length)} targets is reached yet`;
  return `${upperFirst(numberWord(done))} of ${numberWord(goals.length)} targets ${done === 1 ? 'is' : 'are'} reached`;
}

export function progressAlt({ goals, part }: Progress): string {
  return ['Progress towards each target.', ...shownOf(goals, part).map(goalInWords)].join(' ');
}

function goalInWords(goal: Goal): string {
  const { label, first, latest, target, due } = goal;
  const then = first.number === latest.number ? '' : `${first.value} ${whenOf(first.period)}, `;
  const aim = `target ${target.value}${due ? ` by ${due}` : ''}`;
  return `${upperFirst(label)}: ${then}${latest.value} ${whenOf(latest.period)}, ${aim}, ${reached(goal) ? 'reached' : 'not reached'}.`;
}

export function progressNotes({ goals }: Progress): string[] {
  return goals.length > 1 ? ['Each line has a scale of its own.'] : [];
}
