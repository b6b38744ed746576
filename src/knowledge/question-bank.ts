import type { PrincipleId } from './principles.ts';
import type { Reader } from './readers.ts';
import type { Source } from './source.ts';

/**
 * A question that readers of such documents ask. The wording is ours; who asks it and under which
 * principle follow domain section C, which merges published due diligence guides, union guidance and
 * trusts’ own pages.
 */
export interface BankQuestion {
  id: string;
  /** As its first reader would put it. */
  question: string;
  readers: readonly Reader[];
  principle: PrincipleId | 'practicalities';
  /**
   * What else in a profile answers it: any one of these sets of parts, whole. A part is a path, or a
   * path to a list and the words that one of its items must hold: `delegation ~ head`.
   */
  answeredBy: readonly (readonly string[])[];
}

const G = 'governors';
const H = 'headteachers';
const S = 'staff';
const P = 'families';
const C = 'community';

export const questionBankSource: Source & { asOf: string } = {
  title: 'Questions that schools, staff and families ask of trusts, merged from published guides',
  publisher: 'thriving-case',
  published: '2026-11',
  asOf: '2026-11',
};

export const questionBank = [
  {
    id: 'why_this_trust',
    question: 'Why this trust, rather than another or staying as we are?',
    readers: [G, H, P],
    principle: 'vision',
    answeredBy: [
      ['growth.why_us', 'alternatives'],
      ['growth.why_us', 'five_answers.alternatives'],
    ],
  },
  {
    id: 'values',
    question: 'Do your values match ours, and how are they lived?',
    readers: [G, H, C],
    principle: 'vision',
    answeredBy: [['principles.vision.belief', 'principles.vision.claims']],
  },
  {
    id: 'better_for_pupils',
    question: 'What will be better for our pupils in one year and in three, and how will we know?',
    readers: [G, P],
    principle: 'vision',
    answeredBy: [['commitments', 'principles.improvement.for_you']],
  },
  {
    id: 'shaping_the_trust',
    question: 'How would we shape the trust’s plans once we were in it?',
    readers: [G, H],
    principle: 'vision',
    answeredBy: [['principles.vision.for_you']],
  },
  {
    id: 'views_of_pupils',
    question: 'How do the views of pupils and families reach the top?',
    readers: [P, C],
    principle: 'vision',
    answeredBy: [['what_we_heard']],
  },
  {
    id: 'members_and_trustees',
    question: 'Who are the members and trustees, and who appoints them?',
    readers: [G, C],
    principle: 'governance',
    answeredBy: [['people', 'people.*.appointed_by']],
  },
  {
    id: 'local_board',
    question: 'Would we have a local board, and would our governors stay?',
    readers: [G],
    principle: 'governance',
    answeredBy: [['principles.governance.for_you', 'delegation']],
  },
  {
    id: 'delegation',
    question: 'What is left to us to decide, and may we see it in writing?',
    readers: [G, H],
    principle: 'governance',
    answeredBy: [['delegation', 'delegation.*.clause']],
  },
  {
    id: 'taking_back',
    question: 'When can a decision be taken away from us, and who decides that?',
    readers: [G, H],
    principle: 'governance',
    answeredBy: [['five_answers.promises', 'delegation ~ taking|take back|intervention']],
  },
  {
    id: 'voice_in_the_trust',
    question: 'Would we have a voice or a seat at trust level?',
    readers: [G],
    principle: 'governance',
    answeredBy: [],
  },
  {
    id: 'parents_and_staff',
    question: 'How are parents and staff represented, and how do we complain?',
    readers: [P, S],
    principle: 'governance',
    answeredBy: [],
  },
  {
    id: 'reviews_and_audits',
    question: 'What did the last governance review and audit find?',
    readers: [G],
    principle: 'governance',
    answeredBy: [['principles.governance.claims ~ review|audit', 'evidence ~ review|audit']],
  },
  {
    id: 'intervention',
    question: 'Has the trust had a notice to improve, or any intervention?',
    readers: [G, C],
    principle: 'governance',
    answeredBy: [],
  },
  {
    id: 'managing_the_head',
    question: 'Who would appoint and manage the headteacher?',
    readers: [H, G],
    principle: 'governance',
    answeredBy: [['delegation ~ headteacher', 'stays_and_changes ~ headteacher']],
  },
  {
    id: 'talking_to_your_schools',
    question: 'May we talk to any of your schools without you, and to one that joined lately?',
    readers: [G, H],
    principle: 'governance',
    answeredBy: [['contacts ~ local board|headteacher|governors']],
  },
  {
    id: 'record_with_schools_like_ours',
    question: 'What is your record with schools like ours, before and after they joined?',
    readers: [G, H, P],
    principle: 'improvement',
    answeredBy: [
      ['schools.*.metrics', 'case_studies'],
      ['principles.improvement.headline', 'case_studies'],
    ],
  },
  {
    id: 'disadvantage_and_send',
    question: 'How do disadvantaged pupils and pupils with special needs do with you?',
    readers: [G, P],
    principle: 'improvement',
    answeredBy: [['metrics ~ free school meals|disadvantage', 'metrics ~ special|\\bSEND?\\b']],
  },
  {
    id: 'improvement_model',
    question: 'How do you help a school to improve: who does it, and for how many days?',
    readers: [H],
    principle: 'improvement',
    answeredBy: [
      ['principles.improvement.belief', 'principles.improvement.claims', 'services ~ improvement'],
    ],
  },
  {
    id: 'teaching_choices',
    question:
      'Which parts of curriculum, assessment and behaviour are decided for us, and which are ours?',
    readers: [H, S, P],
    principle: 'improvement',
    answeredBy: [['stays_and_changes ~ curriculum', 'delegation ~ curriculum']],
  },
  {
    id: 'if_results_dip',
    question: 'What happens if our results dip?',
    readers: [H, G],
    principle: 'improvement',
    answeredBy: [],
  },
  {
    id: 'capacity',
    question: 'Have you the people and the time, and how many schools join at once?',
    readers: [G],
    principle: 'improvement',
    answeredBy: [['growth.capacity', 'growth.pace']],
  },
  {
    id: 'giving_to_others',
    question: 'What would you expect us to give to other schools?',
    readers: [H, S],
    principle: 'improvement',
    answeredBy: [['expectations'], ['principles.improvement.ask_of_you']],
  },
  {
    id: 'inclusion',
    question: 'How inclusive are you: attendance, suspensions, exclusions, pupils with plans?',
    readers: [P, C],
    principle: 'improvement',
    answeredBy: [['metrics ~ attendance', 'metrics ~ suspension|exclusion']],
  },
  {
    id: 'pay_and_conditions',
    question: 'Would my pay and conditions change, and do you keep to national agreements?',
    readers: [S],
    principle: 'people',
    answeredBy: [
      ['stays_and_changes ~ contracts|pay|conditions', 'principles.people.claims ~ national|pay'],
    ],
  },
  {
    id: 'transfer_measures',
    question: 'What changes do you propose when staff transfer?',
    readers: [S],
    principle: 'people',
    answeredBy: [['stays_and_changes ~ transfer', 'five_answers.jobs']],
  },
  {
    id: 'new_starters',
    question: 'Would people who start later get different contracts?',
    readers: [S],
    principle: 'people',
    answeredBy: [['stays_and_changes ~ new staff|new starters']],
  },
  {
    id: 'being_moved',
    question: 'Could I be moved to another school?',
    readers: [S],
    principle: 'people',
    answeredBy: [],
  },
  {
    id: 'jobs',
    question: 'Would jobs go or change: office, finance, site, IT?',
    readers: [S],
    principle: 'people',
    answeredBy: [['five_answers.jobs']],
  },
  {
    id: 'pension',
    question: 'What happens to my pension?',
    readers: [S],
    principle: 'people',
    answeredBy: [],
  },
  {
    id: 'unions',
    question: 'Are unions recognised, and is time for their work paid for?',
    readers: [S],
    principle: 'people',
    answeredBy: [],
  },
  {
    id: 'continuous_service',
    question: 'Would my service still count if I went back to a council school?',
    readers: [S],
    principle: 'people',
    answeredBy: [],
  },
  {
    id: 'training_and_workload',
    question: 'What about training, careers, workload and wellbeing?',
    readers: [S, H],
    principle: 'people',
    answeredBy: [['principles.people.claims', 'principles.people.belief']],
  },
  {
    id: 'turnover_and_absence',
    question: 'How many staff leave, how many posts are empty, and how much sickness is there?',
    readers: [G, S],
    principle: 'people',
    answeredBy: [
      ['metrics ~ turnover', 'metrics ~ teacher vacanc|teaching post', 'metrics ~ sickness'],
    ],
  },
  {
    id: 'charge',
    question: 'What would we pay, of what, and how has that changed?',
    readers: [G, H],
    principle: 'resources',
    answeredBy: [
      ['finances.contribution.rate', 'finances.contribution.base', 'finances.contribution.history'],
      ['finances.contribution.per_pupil', 'finances.contribution.history'],
    ],
  },
  {
    id: 'buying_and_not_buying',
    question: 'What would we stop buying, and what would we still buy?',
    readers: [G, H],
    principle: 'resources',
    answeredBy: [['services.*.replaces', 'services ~ not offered']],
  },
  {
    id: 'pooling',
    question: 'Is funding pooled, by which formula, and how could we appeal?',
    readers: [G, H],
    principle: 'resources',
    answeredBy: [['finances.pooling', 'finances.pooling.appeal']],
  },
  {
    id: 'surplus_or_deficit',
    question: 'What happens to our surplus, or to our deficit?',
    readers: [G, P],
    principle: 'resources',
    answeredBy: [['finances.reserves.whose', 'finances.deficits']],
  },
  {
    id: 'reserves',
    question: 'What are your reserves, and is any school in deficit?',
    readers: [G],
    principle: 'resources',
    answeredBy: [['finances.reserves.amount', 'finances.deficits']],
  },
  {
    id: 'central_team',
    question: 'How large is the central team, and how well is it paid?',
    readers: [S, P, C],
    principle: 'resources',
    answeredBy: [['finances.central_team', 'finances.executive_pay']],
  },
  {
    id: 'capital',
    question: 'How is money for buildings shared out?',
    readers: [G, H],
    principle: 'resources',
    answeredBy: [['finances.capital']],
  },
  {
    id: 'savings',
    question: 'What did schools that joined earlier save, all told?',
    readers: [G],
    principle: 'resources',
    answeredBy: [['finances.net_effect']],
  },
  {
    id: 'environment',
    question: 'How much energy do you use, what carbon do you cause, and what is your plan?',
    readers: [P, C, G],
    principle: 'resources',
    answeredBy: [['environment.energy', 'environment.carbon', 'environment.actions']],
  },
  {
    id: 'name_and_uniform',
    question: 'Would the name, the uniform, the logo or the term dates change?',
    readers: [P],
    principle: 'community',
    answeredBy: [['stays_and_changes ~ uniform|name|logo|badge']],
  },
  {
    id: 'admissions',
    question: 'Would admissions change?',
    readers: [P, C],
    principle: 'community',
    answeredBy: [['stays_and_changes ~ admission']],
  },
  {
    id: 'local_links',
    question: 'Would our links with local schools, council, parish and clubs go on?',
    readers: [C, H],
    principle: 'community',
    answeredBy: [['principles.community.for_you']],
  },
  {
    id: 'religious_character',
    question: 'How is a school’s religious character protected?',
    readers: [P, C, G],
    principle: 'community',
    answeredBy: [['stays_and_changes ~ religious|church|faith']],
  },
  {
    id: 'what_you_do_here',
    question: 'What does the trust do here, and with whom?',
    readers: [C],
    principle: 'community',
    answeredBy: [['partnerships']],
  },
  {
    id: 'how_near',
    question: 'How near are your schools, and where will you grow?',
    readers: [H, G],
    principle: 'community',
    answeredBy: [['schools', 'growth.limit']],
  },
  {
    id: 'steps_and_dates',
    question: 'What are the steps and dates, who decides, and can we stop?',
    readers: [G, P, S],
    principle: 'practicalities',
    answeredBy: [['journey.steps', 'journey.stop_until']],
  },
  {
    id: 'how_views_count',
    question: 'How would our views count, and would the answers be published?',
    readers: [P, S, C],
    principle: 'practicalities',
    answeredBy: [['standing.consultation'], ['journey.steps ~ consult', 'what_we_heard']],
  },
  {
    id: 'joining_costs',
    question: 'Who pays for lawyers and for looking into each other?',
    readers: [G],
    principle: 'practicalities',
    answeredBy: [['finances.joining_costs']],
  },
  {
    id: 'land_and_contracts',
    question: 'What happens to land, buildings, contracts and lettings?',
    readers: [G],
    principle: 'practicalities',
    answeredBy: [['stays_and_changes ~ land|building', 'delegation ~ letting']],
  },
  {
    id: 'leaving',
    question: 'Could we leave later?',
    readers: [G, P, C],
    principle: 'practicalities',
    answeredBy: [['five_answers.leaving']],
  },
  {
    id: 'due_diligence',
    question: 'What have you found out about us, and what may we look into?',
    readers: [G],
    principle: 'practicalities',
    answeredBy: [['journey.steps ~ looks into|due diligence|shares what']],
  },
  {
    id: 'data',
    question: 'Who would hold the data of pupils and staff?',
    readers: [P, S],
    principle: 'practicalities',
    answeredBy: [],
  },
] as const satisfies readonly BankQuestion[];

export type QuestionId = (typeof questionBank)[number]['id'];
