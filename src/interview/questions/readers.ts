import type { Contributor } from '../../knowledge/roles.ts';
import type { Plain, Section } from '../question.ts';
import { answerToBank } from './places.ts';

/** A question that readers ask, answered where the profile holds its answer. */
function asked(
  id: string,
  bank: number,
  who: readonly Contributor[],
  words: Pick<Plain, 'text' | 'subject' | 'why' | 'example'>,
): Plain {
  return {
    ...words,
    id,
    kind: 'prose',
    at: answerToBank(bank),
    bank: [bank],
    who,
  };
}

export const governors: Section = {
  id: 'governors',
  title: 'What else governors and headteachers ask',
  themes: ['governance'],
  pass: 2,
  entries: [
    asked('governors-trustees', 6, ['chair'], {
      text: 'Who runs the trust (its members and trustees), and who picks them?',
      subject: 'Who the members and trustees are',
      why: 'Governors want to know who could overrule them.',
      example:
        'Five members appoint nine trustees. Three of the trustees have been governors of our schools.',
    }),
    asked('governors-review', 12, ['chair'], {
      text: 'What did the last outside look at the trust find: a review of governance, an audit?',
      subject: 'What the last review and audit found',
      why: 'Say what is not done yet. They can read it in your accounts.',
      example:
        'A review in February 2025 made six recommendations. Five are done. The auditors found nothing.',
    }),
    asked('governors-notice', 13, ['chair'], {
      text: 'Has the government ever told the trust to put something right (a notice to improve)?',
      subject: 'Whether there was a notice to improve',
      why: 'It can be looked up in a minute.',
      example: 'No.',
    }),
    asked('governors-head', 14, ['chair'], {
      text: 'Who would be the headteacher’s line manager, and who would choose the next head?',
      subject: 'Who manages and appoints the head',
      why: 'It changes for every head of a council school.',
      example:
        'The chief executive, with the chair of your local board. Neither can appoint a head alone.',
    }),
    asked('governors-help', 18, ['head'], {
      text: 'What help would a school get to do better, from whom, and on how many days a year?',
      subject: 'What help a school would get',
      why: 'Heads count days. A model without days is a picture.',
      example: 'One partner for nine days a year, who stays for two years, and two heads on call.',
    }),
    asked('governors-dip', 20, ['head'], {
      text: 'What would happen if a school’s results went down?',
      subject: 'What happens if results go down',
      why: 'It happens to every school. Heads want to know who comes, and with what.',
      example:
        'We visit more often and agree a plan with you. Only trustees can do more, and only in writing.',
    }),
    asked('governors-needs', 17, ['head'], {
      text: 'How do pupils on free school meals, and pupils with special needs, do in your schools?',
      subject: 'How disadvantaged pupils and those with special needs do',
      why: 'An average hides them. Give the number, the year and how the others did.',
      example:
        '46% of pupils on free school meals met the standard in 2025, against 75% of the others.',
    }),
    asked('governors-found', 54, ['chair'], {
      text: 'What have you found out about {school} so far, and which of your papers may it see?',
      subject: 'What each side may see of the other',
      why: 'Looking into each other (due diligence) goes both ways.',
      example:
        'We know the roof of your hall needs a survey. You may see our accounts, risks and minutes.',
    }),
  ],
};

export const families: Section = {
  id: 'families',
  title: 'What families and neighbours ask',
  themes: ['community'],
  pass: 2,
  entries: [
    asked('families-heard', 5, ['head'], {
      text: 'How do pupils and families tell the people at the top what they think?',
      subject: 'How pupils and families are heard',
      why: 'The top is further away in a trust.',
      example: 'Every family is asked each June. We publish what we changed, and what we did not.',
    }),
    asked('families-complain', 11, ['chair'], {
      text: 'How are parents and staff represented, and what do they do with a complaint?',
      subject: 'How parents and staff are represented, and complain',
      why: 'Say where a complaint goes after the school.',
      example:
        'Two parents and one member of staff sit on each local board. A complaint goes to the school, then to a panel.',
    }),
    asked('families-inclusive', 23, ['head'], {
      text: 'How many pupils are away, suspended or excluded in your schools, and whom do you take in?',
      subject: 'Attendance, suspensions and whom you take in',
      why: 'Families whose child finds school hard read this line first.',
      example:
        'Attendance was 94.6% in 2024 to 2025. Two pupils were suspended, and none was excluded for good.',
    }),
    asked('families-links', 45, ['head'], {
      text: 'What would happen to a school’s links with its neighbours: other schools, clubs, the council?',
      subject: 'What happens to local links',
      why: 'People fear that a trust looks inward.',
      example: 'They go on. Bookings of the hall stay with the school.',
    }),
    asked('families-church', 46, ['chair'], {
      text: 'How would the religious character of a church school be kept safe?',
      subject: 'How religious character is protected',
      why: 'The diocese, families and governors of a church school all ask it. If you have none, say so.',
      example:
        'Each church school keeps its own agreement with the diocese. Nobody can change it alone.',
    }),
    asked('families-views', 50, ['chair'], {
      text: 'When people are asked what they think of joining, who reads it, and is it published?',
      subject: 'How views will count',
      why: 'The school’s governors ask, and they decide. Say that it is not you.',
      example:
        'The governing body reads every answer and publishes what it heard before it decides.',
    }),
    asked('families-data', 55, ['people'], {
      text: 'Who would look after what is stored about pupils and staff (their data)?',
      subject: 'Who looks after data',
      why: 'It passes from the school to the trust, and some people mind.',
      example: 'The trust would, under the law. The school still decides who sees what.',
    }),
  ],
};
