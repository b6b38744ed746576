import type { Profile } from '../profile/profile.ts';
import { numbersIn } from '../profile/typed-numbers.ts';
import { ownSentences } from './prose.ts';
import { type Breach, rule } from './rule.ts';
import { isAboutUs, typedFigures } from './spoken-figures.ts';

const turnover = (text: string) =>
  `metrics:\n  staff-turnover:\n    measure: staff turnover\n    series:\n      2023/24: 16%\n      2024/25: 13%\ngrowth:\n  why_us: ${text}\n`;

export const figureContradicted = rule({
  code: 'figure-contradicted',
  severity: 'warning',
  inRelease: 'error',
  title: 'A number in a text that contradicts a figure',
  why: 'The same document would say two different numbers for one thing.',
  remedy: 'Name the figure in the text with a dollar sign instead of typing its number.',
  wrong: turnover('Our staff turnover is 11%.'),
  right: turnover('Our staff turnover is $staff-turnover.'),
  source: 'A number is written once, and named wherever it is printed',
  *check(profile) {
    for (const { path, figure, said, agrees } of typedFigures(profile)) {
      if (agrees) continue;
      yield {
        path,
        message: `The text says ${said}, but the figure “${figure.label}” is another.`,
        hint: `Write $${figure.name} in the text instead, or correct the one that is wrong.`,
      };
    }
    yield* chargesContradicted(profile);
  },
});

/** A share that a text says schools pay, and that they do not pay now nor paid in any year given. */
function* chargesContradicted(profile: Profile): Generator<Breach> {
  const { rate, base, history, per_pupil } = profile.data.finances?.contribution ?? {};
  const paid = [rate, ...Object.values(history ?? {})].flatMap((share) => share?.number ?? []);
  const bases = ['core funding', base?.toLowerCase()].filter((words) => words !== undefined);
  for (const { text, path } of ownSentences(profile)) {
    if (!isAboutUs(profile, path) || LIMIT.test(text)) continue;
    for (const { number, unit, start, end } of numbersIn(text)) {
      const said = text.slice(start, end);
      if (
        unit === '£' &&
        per_pupil &&
        isEachPupils(text, end) &&
        isOther(number, per_pupil.number)
      ) {
        yield {
          path,
          message: `The text says that schools pay ${said} for each pupil, but “finances” says another sum.`,
          hint: 'Correct the one that is wrong.',
        };
      }
      const after = text.slice(end).toLowerCase();
      const of = /^ of (?:(?:your|our|their|the|its|each school’s|a school’s) )?/.exec(after);
      const isCharge = of && bases.some((words) => after.startsWith(words, of[0].length));
      if (unit !== '%' || !rate || !isCharge || paid.includes(number)) continue;
      yield {
        path,
        message: `The text says that schools pay ${said}, but “finances” says another share.`,
        hint: 'Correct the one that is wrong.',
      };
    }
  }
}

/** A sum for each pupil, in a sentence about what schools pay. */
const isEachPupils = (text: string, end: number) =>
  /^ (?:for (?:each|every)|per|a|each) pupil\b/i.test(text.slice(end)) &&
  /\bcore funding\b|\bcharge\b|\bcontribution\b/i.test(text);

/** A sum that is said may be rounded. */
const isOther = (said: number, paid: number) => Math.abs(said - paid) > paid / 20;

const LIMIT = /\b(?:no more than|at most|up to|less than|more than|at least|between|from)\b/i;

export const figureTyped = rule({
  code: 'figure-typed',
  severity: 'info',
  title: 'A figure typed again in a text',
  why: 'When the figure changes, the text will go on saying the old one.',
  remedy: 'Name the figure in the text with a dollar sign instead of typing its number.',
  wrong: turnover('Our staff turnover is 13%.'),
  right: turnover('Our staff turnover is $staff-turnover.'),
  source: 'A number is written once, and named wherever it is printed',
  *check(profile) {
    for (const { path, figure, said, agrees } of typedFigures(profile)) {
      if (!agrees) continue;
      yield {
        path,
        message: `The text types ${said}, which is the figure “${figure.label}”.`,
        hint: `Write $${figure.name} in the text, and it stays right when the figure changes.`,
      };
    }
  },
});
