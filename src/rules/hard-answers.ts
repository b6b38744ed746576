import { coverageOf } from '../coverage/coverage.ts';
import { cite } from '../knowledge/citation.ts';
import type { QuestionId } from '../knowledge/question-bank.ts';
import { questionBankSource } from '../knowledge/question-bank.ts';
import { rule } from './rule.ts';

const five = {
  cost: 'what it would cost',
  leaving: 'whether a school could leave',
  promises: 'who can change a promise',
  jobs: 'what happens to jobs',
  alternatives: 'what else a school could do',
} as const;

type Hard = keyof typeof five;
const hard = Object.keys(five) as Hard[];

const hardAnswerMissing = rule({
  code: 'hard-answer-missing',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'A hard question without an answer',
  why: 'These five decide. A document that leaves one out is not honest, however good the rest.',
  remedy: 'Answer each of the five under “five_answers”, in two or three sentences.',
  wrong: 'five_answers:\n  cost: 5% of core funding.\n',
  right:
    'five_answers:\n  cost: 5% of core funding.\n  leaving: Only if trust and department agree.\n  promises: Trustees can.\n  jobs: Two would change.\n  alternatives: Stay as you are.\n',
  source: 'Domain rules 28 and 41',
  *check({ data }) {
    const missing = hard.filter((name) => !data.five_answers?.[name]);
    if (missing.length === 0) return;
    yield {
      path: data.five_answers ? ['five_answers'] : ['trust'],
      at: 'key',
      message: `The profile does not say ${missing.map((name) => five[name]).join('; ')}.`,
      hint: `Under “five_answers:”, add ${missing.map((name) => `“${name}:”`).join(', ')}.`,
    };
  },
});

const hardAnswerUnconfirmed = rule({
  code: 'hard-answer-unconfirmed',
  severity: 'info',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'A hard answer that nobody has confirmed',
  why: 'Someone must stand by what it costs, whether a school can leave, and the rest, on a day that can be checked.',
  remedy: 'Add “confirmed_by” with a role and “confirmed_on” with the day.',
  wrong: 'five_answers:\n  cost: 5% of core funding.\n',
  right:
    'five_answers:\n  cost:\n    answer: 5% of core funding.\n    confirmed_by: Chief finance officer\n    confirmed_on: 19 October 2026\n',
  source: 'Domain rule 41',
  *check({ data }) {
    for (const name of hard) {
      const answer = data.five_answers?.[name];
      if (!answer || (answer.confirmed_by && answer.confirmed_on)) continue;
      yield {
        path: ['five_answers', name],
        at: 'key',
        message: `Nobody has confirmed ${five[name]}.`,
        hint: 'Add “confirmed_by:” with a role, and “confirmed_on:” with the day.',
      };
    }
  },
});

/** The questions whose answers governors and staff may not go without. */
const mustAnswer: readonly { id: QuestionId; about: string }[] = [
  { id: 'leaving', about: 'whether a school can leave' },
  { id: 'transfer_measures', about: 'what changes for staff who transfer' },
  { id: 'taking_back', about: 'when a decision can be taken away from a local board' },
  { id: 'surplus_or_deficit', about: 'whose a school’s reserves are' },
];

const mustAnswerMissing = rule({
  code: 'must-answer-missing',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'A question that governors and staff may not go without',
  why: 'Leaving, transfer of staff, the power of local boards and reserves are what joining means in law and money.',
  remedy: 'Answer it under “answers”, or fill in the part that says it.',
  wrong: 'growth:\n  why_now: We have time.\n',
  right:
    'growth:\n  why_now: We have time.\nanswers:\n  leaving: Only if trust and department agree.\n  transfer_measures: None are proposed.\n  taking_back: If an inspection finds serious failings.\n  surplus_or_deficit: Each school keeps its own.\n',
  source: `Domain rule 28; ${cite(questionBankSource, questionBankSource.asOf)}`,
  *check(profile) {
    const coverage = coverageOf(profile);
    const open = mustAnswer.filter(
      ({ id }) => coverage.find((entry) => entry.id === id)?.state === 'not yet',
    );
    if (open.length === 0) return;
    yield {
      path: profile.data.answers ? ['answers'] : ['trust'],
      at: 'key',
      message: `The profile does not say ${open.map(({ about }) => about).join('; ')}.`,
      hint: `Under “answers:”, add ${open.map(({ id }) => `“${id}:”`).join(', ')}.`,
    };
  },
});

const stopUntilOpen = rule({
  code: 'stop-until-open',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'Until when a school can stop, without the day or who confirmed it',
  why: 'A school that trusts a wrong day cannot get out.',
  remedy: 'Give the step, the day and who confirmed it, such as your solicitor.',
  wrong: 'journey:\n  stop_until:\n    step: the agreement is signed\n',
  right:
    'journey:\n  stop_until:\n    step: the agreement is signed\n    date: 16 August 2027\n    confirmed_by: The trust’s solicitor\n',
  source: 'Domain rule 37',
  *check({ data }) {
    const stop = data.journey?.stop_until;
    if (!stop || (stop.date && stop.confirmed_by)) return;
    const missing = [!stop.date && '“date:”', !stop.confirmed_by && '“confirmed_by:”'].filter(
      (part) => part !== false,
    );
    yield {
      path: ['journey', 'stop_until'],
      at: 'key',
      message: 'It says until when a school can stop, without the day or who confirmed it.',
      hint: `Add ${missing.join(' and ')}.`,
    };
  },
});

export const hardAnswerRules = [
  hardAnswerMissing,
  hardAnswerUnconfirmed,
  mustAnswerMissing,
  stopUntilOpen,
] as const;
