import { questionBank } from '../../knowledge/question-bank.ts';
import { readers } from '../../knowledge/readers.ts';
import { routeIds } from '../../knowledge/route-ids.ts';
import * as z from '../../zod.ts';
import { audience, evidenceRefs, list, part, tagged, taggedLine } from './parts.ts';
import { link } from './patterned.ts';
import { principleChoice } from './principles.ts';
import {
  amount,
  choice,
  date,
  line,
  money,
  percent,
  period,
  periodKey,
  prose,
  reference,
  yesNo,
} from './scalars.ts';

export const services = list(
  'What a school gets for what it pays.',
  tagged('A service.', {
    name: line('What it is.'),
    offer: choice(
      ['included', 'optional', 'not offered'],
      'Included in the charge, optional at a price, or not offered (the school would still buy it).',
    ),
    provider: line('Who provides it.').optional(),
    amount: line('How much of it: “9 days a year”.').optional(),
    standard: line('What you can count on: “answered within one working day”.').optional(),
    replaces: line('What a school would stop buying.').optional(),
    price: line('For an optional service: what it costs.').optional(),
  }),
);

const rate = z
  .record(periodKey, percent('The rate in that year.'), {
    error: () => 'years, each followed by its rate: 2024/25: 5%',
  })
  .register(z.globalRegistry, { description: 'The rate in earlier years, each under its year.' });

export const finances = part('What it costs, and how the trust looks after money.', {
  contribution: part('What schools pay for shared services.', {
    model: choice(
      ['share of core funding', 'sum for each pupil', 'pooled funding', 'cost of services used'],
      'How the charge is worked out.',
    ).optional(),
    rate: percent('The share that schools pay.').optional(),
    base: line('What it is a share of: “general annual grant”.').optional(),
    excludes: line('What it is never taken from: “pupil premium, high needs funding”.').optional(),
    per_pupil: money('What it comes to for each pupil in a year.').optional(),
    history: rate.optional(),
    review: prose('How and when it can change, and who decides.').optional(),
    evidence: evidenceRefs.optional(),
  }).optional(),
  pooling: part('Whether schools’ funding is pooled.', {
    pooled: yesNo('yes or no.'),
    formula: prose('How it is shared out.').optional(),
    appeal: prose('How a school can appeal.').optional(),
    evidence: evidenceRefs.optional(),
  }).optional(),
  reserves: part('What is kept for a rainy day, and whose it is.', {
    amount: money('What the trust holds.').optional(),
    share_of_income: percent('As a share of its income.').optional(),
    policy: prose('What the trust means to hold.').optional(),
    whose: prose('Whose a school’s own reserves are after joining.').optional(),
    evidence: evidenceRefs.optional(),
  }).optional(),
  spending: part('Where each pound goes.', {
    period: period('The time it is about: year ended 31 August 2025.').optional(),
    items: list(
      'What the money is spent on: every part of it, each with its amount, or each with its share.',
      part('A part of the spending.', {
        what: line('What it is spent on.'),
        amount: money('How much.').optional(),
        share: percent('Its share of all the spending, where there is no amount.').optional(),
      }),
    ),
    evidence: evidenceRefs.optional(),
  }).optional(),
  deficits: prose('Any school in deficit, and what is being done.').optional(),
  joining_costs: list(
    'One-off costs of joining, and who pays.',
    part('A cost.', {
      what: line('What it is for: legal work, due diligence …'),
      amount: line('How much, or a range.').optional(),
      paid_by: line('Who pays it.'),
    }),
  ).optional(),
  net_effect: prose('What earlier joiners paid and saved, all told.').optional(),
  capital: prose('How money for buildings is shared out.').optional(),
  central_team: prose('How large the central team is and what it costs.').optional(),
  executive_pay: part('What the highest-paid people earn.', {
    text: prose('In words.'),
    url: link('Where it is published.').optional(),
  }).optional(),
});

const deciders = [
  'trustees',
  'chief executive',
  'headteacher',
  'local board',
  'governing body',
  'members',
] as const;
const decider = (description: string) => choice(deciders, description);

export const delegation = list(
  'Who decides what.',
  part('A decision.', {
    decision: line('What is decided.'),
    decides: decider('Who decides it.'),
    consulted: list('Who is asked first.', decider('One who is asked.')).optional(),
    informed: list('Who is told.', decider('One who is told.')).optional(),
    clause: line('Where it stands in the scheme of delegation.').optional(),
  }),
);

const assurances = [
  'fixed by law or contract',
  'intended',
  'school decides',
  'changes',
  'undecided',
  'not ours to decide',
] as const;

export const staysAndChanges = list(
  'What stays, what changes, and who could change it.',
  tagged('One thing people ask about.', {
    topic: line('What it is: “Name and uniform”.'),
    standing: choice(assurances, 'How firm the answer is.'),
    document: line('For “fixed by law or contract”: the law or contract.').optional(),
    who_could_change: line('Who could change it later, and how.').optional(),
    since: date('Since when this has been so.').optional(),
    in_plain_words: prose('The answer in plain words.'),
  }),
);

export const commitments = list(
  'What you promise, and what happens if you miss it.',
  tagged('A promise.', {
    promise: line('What you promise.'),
    owner: line('The role that answers for it.').optional(),
    measure: line('How anyone can tell whether it was kept.').optional(),
    due: date('By when.').optional(),
    metric: reference(
      'The number that shows how far it has come: a name from “metrics”.',
    ).optional(),
    target: amount('What that number is to be.').optional(),
    review: line('When and by whom it is checked.').optional(),
    if_missed: line('What happens if it is missed.').optional(),
    last_year: choice(
      ['kept', 'partly kept', 'missed', 'new'],
      'How it went last year.',
    ).optional(),
    what_happened: prose(
      'If it was missed or partly kept: what happened and what you changed.',
    ).optional(),
  }),
);

export const expectations = list(
  'What you would ask of a school.',
  taggedLine('One thing you would ask.'),
);

export const heard = list(
  'What people asked or said, and what you changed or did not, and why.',
  tagged('Something you heard.', {
    asked: line('What was asked or said.'),
    by: line('By whom, as a group: “Staff at Tansy Row”.').optional(),
    changed: choice(['yes', 'partly', 'no'], 'Whether you changed something.'),
    reply: prose('What you changed, or why you did not.'),
  }),
);

export const environment = part('What you do about energy, carbon and the climate.', {
  lead: line('The role that leads on it.').optional(),
  plan: link('Where your climate action plan is.').optional(),
  base_year: line('The year you measure from.').optional(),
  energy: reference('The metric for energy used: a name from “metrics”.').optional(),
  carbon: reference('The metric for carbon: a name from “metrics”.').optional(),
  intensity: reference('The metric for carbon for each pupil: a name from “metrics”.').optional(),
  actions: list('What you have done or will do.', line('One action, with its date.')).optional(),
});

export const partnerships = list(
  'Whom you work with in the area.',
  tagged('A partnership.', {
    partner: line('Whom you work with.'),
    sector: line('From where: health, council, university, charity, business …').optional(),
    purpose: line('What for.'),
    place: line('Where.').optional(),
    since: date('Since when.').optional(),
    reach: line('How many it reaches.').optional(),
    result: line('What has come of it.').optional(),
    evidence: evidenceRefs.optional(),
  }),
);

export const journey = part('How a school joins, step by step.', {
  route: choice(
    routeIds,
    'The route that applies. Left out, the steps are for any school.',
  ).optional(),
  church_school: yesNo('Whether a diocese or trustees must consent.').optional(),
  duration: line('How long it takes, as a range.').optional(),
  target_date: date('The day a school would join: the first of a month.').optional(),
  intervention_order: prose('If an order applies: how the route differs.').optional(),
  steps: list(
    'The steps, in order.',
    part('A step.', {
      step: line('What happens.'),
      route: choice(
        routeIds,
        'The only route that has this step, where not all have it.',
      ).optional(),
      who: line('Who does it or decides.').optional(),
      when: line('When, or how long it takes.').optional(),
      you_can_stop: yesNo('yes if the school can still stop here.').optional(),
      done: date('The day it was done. Leave out until it is.').optional(),
      note: line('Anything to know about it.').optional(),
    }),
  ).optional(),
  stop_until: part('Until when the school can stop.', {
    step: line('Until which step.'),
    date: date('Until which day.').optional(),
    confirmed_by: line('Who confirmed it.').optional(),
  }).optional(),
  law_as_of: date('When the legal position was last checked.').optional(),
});

export const weaknesses = list(
  'What is not good enough yet.',
  tagged('A weakness.', {
    what: line('What it is.'),
    principle: principleChoice.optional(),
    metric: reference('The number that shows it: a name from “metrics”.').optional(),
    action: prose('What you are doing about it.').optional(),
    owner: line('The role that answers for it.').optional(),
    review: date('When you will look again.').optional(),
    evidence: evidenceRefs.optional(),
  }),
);

export const risks = list(
  'What could go wrong.',
  tagged('A risk.', {
    risk: line('What could go wrong.'),
    what_we_do: prose('What you do about it.').optional(),
  }),
);

export const alternatives = list(
  'What else a school could do, including staying as it is.',
  part('An alternative.', {
    option: line('What it is.'),
    for: prose('What speaks for it.').optional(),
    against: prose('What speaks against it.').optional(),
    shown_to: audience.optional(),
    evidence: evidenceRefs.optional(),
  }),
);

export const questions = list(
  'Questions people ask you, with your answers.',
  tagged('A question.', {
    question: line('The question, as people ask it.'),
    readers: list('Who asks it.', choice(readers, 'A kind of reader.')).optional(),
    about: choice(
      questionBank.map(({ id }) => id),
      'The question among those under “answers” that this one puts in other words. Where a document would answer that one, it answers this one.',
    ).optional(),
    answer: prose('The answer. Leave out if you have none yet.').optional(),
    ask: line('While there is no answer: the role to ask.').optional(),
    evidence: evidenceRefs.optional(),
  }),
);

export const gaps = list(
  'What you do not know yet, and whom you will ask. Drafts list it; a release does not.',
  part('Something still to find out.', {
    what: line('What it is: “What joining would do to pensions”.'),
    ask: line('The role that can tell you, never a name: “Head of people”.'),
    fills: reference(
      'The place in this profile that waits for it: finances.reserves.whose',
    ).optional(),
    note: line('Anything that helps to find it out.').optional(),
  }),
);
