import { readers as allReaders, type Reader } from '../knowledge/readers.ts';
import { presumptions } from '../knowledge/wording.ts';
import { findSchool } from '../profile/schools.ts';
import { ownTexts } from './prose.ts';
import { rule } from './rule.ts';

const standingMissing = rule({
  code: 'standing-missing',
  severity: 'warning',
  inRelease: 'error',
  title: 'A document that does not say where it stands',
  why: 'Readers must know who sends it, who asked for it and how far things have gone.',
  remedy: 'Under “standing”, give the stage, who issues the document and who invited it.',
  wrong: 'standing:\n  stage: exploring\n',
  right:
    'standing:\n  stage: exploring\n  issued_by: The trustees\n  invited_by: Nobody; it is for any school\n',
  source: 'Domain rule 32',
  *check({ data, copyFor }) {
    const { stage, issued_by, invited_by } = data.standing ?? {};
    const missing = [
      !stage && '“stage:”',
      !issued_by && '“issued_by:”',
      !invited_by && '“invited_by:”',
    ].filter((part) => part !== false);
    if (missing.length === 0) return;
    if (copyFor) {
      // Who issues it is the same for all, and asked of the profile.
      if (stage && invited_by) return;
      yield {
        path: ['prospective_schools', 0],
        at: 'key',
        message: invited_by
          ? `The copy for ${copyFor.name} does not say how far things have gone.`
          : `Nothing says that anybody at ${copyFor.name} asked for this copy. It is an answer to a school that asked, not a mailing.`,
        hint: `Under that school, add ${missing.filter((key) => key !== '“issued_by:”').join(' and ')}.`,
      };
      return;
    }
    yield {
      path: data.standing ? ['standing'] : ['trust'],
      at: 'key',
      message:
        'The document does not say how far things have gone, who issues it or who asked for it.',
      hint: `Under “standing:”, add ${missing.join(', ')}.`,
    };
  },
});

const presumed = new RegExp(`\\b(?:${presumptions.join('|')})\\b`, 'i');

const outcomePresumed = rule({
  code: 'outcome-presumed',
  severity: 'warning',
  inRelease: 'error',
  title: 'Words that take the decision for granted',
  why: 'The governing body has not decided. A paper that reads as if it had can undo a lawful consultation.',
  remedy: 'Write “if” and “would” until the stage is “decided”.',
  wrong: 'growth:\n  why_us: When you join, we will visit you.\n',
  right: 'growth:\n  why_us: If you joined, we would visit you.\n',
  source: 'Domain rule 33',
  *check(profile) {
    const { standing, prospective_schools } = profile.data;
    for (const { path, text } of ownTexts(profile)) {
      const school =
        path[0] === 'prospective_schools' ? prospective_schools?.[Number(path[1])] : undefined;
      // What is for one school alone is judged by how far things have gone with that school.
      if ((school?.stage ?? standing?.stage) === 'decided') continue;
      const match = presumed.exec(text);
      if (!match) continue;
      yield {
        path,
        message: `“${match[0]}” takes for granted what has not been decided.`,
        hint: 'Write “if you joined” and “would”.',
      };
    }
  },
});

const consultationOpen = rule({
  code: 'consultation-open',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'A consultation that does not say how to take part',
  why: 'People must know who consults and decides, how to answer and by when, or it is no consultation.',
  remedy:
    'Under “standing: consultation:”, say that the governing body consults and decides, the last day, and how to answer.',
  wrong:
    'standing:\n  stage: consulting\n  issued_by: The trustees\n  invited_by: The governing body\n',
  right:
    'standing:\n  stage: consulting\n  issued_by: The trustees\n  invited_by: The governing body\n  consultation:\n    run_by: The governing body of the school\n    closes: 1 March 2027\n    how_to_respond: Write to the clerk.\n',
  source: 'Domain rule 34; Academies Act 2010, section 5',
  *check({ data }) {
    const { standing, journey } = data;
    if (standing?.stage !== 'consulting' || journey?.intervention_order) return;
    const consultation = standing.consultation;
    const byGovernors = /govern|trustees of the school|board of the school/i.test(
      consultation?.run_by ?? '',
    );
    const missing = [
      !byGovernors && '“run_by:” with the school’s governing body',
      !consultation?.closes && '“closes:”',
      !consultation?.how_to_respond && '“how_to_respond:”',
    ].filter((part) => part !== false);
    if (missing.length === 0) return;
    yield {
      path: consultation ? ['standing', 'consultation'] : ['standing', 'stage'],
      at: consultation ? 'key' : 'value',
      message:
        'A consultation is under way, and the document does not say all that people need to take part.',
      hint: `Under “standing: consultation:”, give ${missing.join(', ')}. If an order applies, say so under “journey: intervention_order:”.`,
    };
  },
});

/**
 * Whether a document may go to a school before its governing body has agreed to the conversation: only
 * what is for governors and headteachers alone (domain rule 35).
 */
export function needsAgreement(readers: readonly Reader[]): boolean {
  return readers.some((reader) => reader !== 'governors' && reader !== 'headteachers');
}

const conversationUnagreed = rule({
  code: 'conversation-unagreed',
  severity: 'warning',
  inRelease: 'error',
  adjustable: 'in drafts',
  title: 'A copy for a school whose governors have not agreed to talk',
  why: 'Staff and families would learn from you what their own governing body has not told them.',
  remedy:
    'Wait until the governing body has agreed, then add “governors_agreed” with the day under the school; or leave the school’s name out.',
  wrong:
    'standing:\n  stage: exploring\n  issued_by: The trustees\n  invited_by: The governing body\n  school: Marsh End\nprospective_schools:\n  - name: Marsh End\n',
  right:
    'standing:\n  stage: exploring\n  issued_by: The trustees\n  invited_by: The governing body\n  school: Marsh End\nprospective_schools:\n  - name: Marsh End\n    governors_agreed: 6 October 2026\n',
  source: 'Domain rule 35',
  *check({ data, copyFor }, { readers = allReaders }) {
    if (!needsAgreement(readers)) return;
    const name = data.standing?.school;
    const school = name === undefined ? undefined : findSchool(data.prospective_schools, name);
    if (!school || school.governors_agreed) return;
    yield {
      path: copyFor ? ['prospective_schools', 0] : ['standing', 'school'],
      message: `Nothing says that the governing body of ${school.name} has agreed to this conversation.`,
      hint: 'Under that school in “prospective_schools”, add “governors_agreed:” with the day of its meeting.',
    };
  },
});

export const standingRules = [
  standingMissing,
  outcomePresumed,
  consultationOpen,
  conversationUnagreed,
] as const;
