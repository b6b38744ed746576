import type { Kind } from './question.ts';
import type { Step } from './steps.ts';

/** About how many seconds it takes to read a question of each kind and to answer it. */
const seconds: Record<Kind, number> = {
  line: 15,
  prose: 40,
  choice: 10,
  'yes or no': 8,
  number: 10,
  amount: 15,
  money: 15,
  percent: 10,
  date: 12,
  period: 10,
  link: 15,
  email: 12,
  phone: 12,
  list: 40,
};

/** About how many minutes these steps take, never less than one. */
export function minutesFor(steps: readonly Pick<Step, 'question'>[]): number {
  const total = steps.reduce((sum, { question }) => sum + seconds[question.kind], 0);
  return Math.max(1, Math.round(total / 60));
}

/** As it is said: `about 12 minutes`. */
export function aboutMinutes(steps: readonly Pick<Step, 'question'>[]): string {
  const minutes = minutesFor(steps);
  return minutes === 1 ? 'about one minute' : `about ${minutes} minutes`;
}
