import { editionsOf } from '../case/editions.ts';
import { isFor, tagged } from '../case/readers-view.ts';
import { sentenceList } from '../compose/words.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { editions as ours } from '../knowledge/editions.ts';
import { hardAnswersFor } from '../knowledge/hard-answers.ts';
import { readers as everyone } from '../knowledge/readers.ts';
import { rule } from './rule.ts';

const our = ours.map(({ id }) => id);

const editionIncomplete = rule({
  code: 'edition-incomplete',
  severity: 'error',
  adjustable: 'never',
  title: 'An edition of your own that does not say for whom it is, or what is in it',
  why: 'What may be in a document depends on who reads it.',
  remedy: 'Give it “readers” and “sections”; to change one of ours, use its name.',
  wrong: 'editions:\n  clerks:\n    sections: [answers-short, costs]\n',
  right: 'editions:\n  clerks:\n    readers: [governors]\n    sections: [answers-short, costs]\n',
  *check({ data }) {
    for (const [name, { readers, sections }] of Object.entries(data.editions ?? {})) {
      if (our.includes(name)) continue;
      const missing = [!readers?.length && '“readers:”', !sections?.length && '“sections:”'].filter(
        (part) => part !== false,
      );
      if (missing.length === 0) continue;
      const meant = nearest(name, our);
      yield {
        path: ['editions', name],
        at: 'key',
        message: `The edition “${name}” is none of ours, and has no ${missing.join(' and no ')}.`,
        hint: meant ? `Did you mean ${meant}?` : `Add ${missing.join(' and ')}.`,
      };
    }
  },
});

/** What Windows keeps for devices, and what stands for every edition on the command line. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|all)$/;

const editionMisnamed = rule({
  code: 'edition-misnamed',
  severity: 'error',
  adjustable: 'never',
  title: 'An edition under a name that a file cannot have',
  why: 'Windows keeps some names for devices, and “all” stands for every edition.',
  remedy: 'Call it something else.',
  wrong: 'editions:\n  aux:\n    readers: [governors]\n    sections: [answers-short]\n',
  right: 'editions:\n  helpers:\n    readers: [governors]\n    sections: [answers-short]\n',
  *check({ data }) {
    for (const name of Object.keys(data.editions ?? {})) {
      if (!RESERVED.test(name)) continue;
      yield {
        path: ['editions', name],
        at: 'key',
        message: `An edition cannot be called “${name}”.`,
        hint: `Call it ${name}-paper, or what it is.`,
      };
    }
  },
});

const editionEvasive = rule({
  code: 'edition-evasive',
  severity: 'error',
  adjustable: 'never',
  title: 'An edition without the hard answers',
  why: 'Leaving, cost, jobs and who can change a promise are told to everyone they touch, in every document.',
  remedy: 'Add the section “answers-short”; for staff, “not-consultation” as well.',
  wrong: 'editions:\n  clerks:\n    readers: [governors]\n    sections: [costs]\n',
  right: 'editions:\n  clerks:\n    readers: [governors]\n    sections: [answers-short, costs]\n',
  source: 'Domain rules 28, 36 and 41',
  *check({ data }) {
    for (const { id, readers, sections } of editionsOf(data)) {
      const typed = data.editions?.[id];
      if (!typed || sections.length === 0) continue;
      const lacks = (kind: string) => !sections.some((section) => section.kind === kind);
      const forStaff = readers.includes('staff') && readers.length < everyone.length;
      const missing = [
        hardAnswersFor(readers).length > 0 && lacks('answers') && '“answers-short”',
        forStaff && lacks('not-consultation') && '“not-consultation”',
      ].filter((part) => part !== false);
      if (missing.length === 0) continue;
      yield {
        path: typed.sections ? ['editions', id, 'sections'] : ['editions', id],
        at: 'key',
        message: `The edition “${id}” leaves out what its readers must be told.`,
        hint: `To its sections, add ${missing.join(' and ')}.`,
      };
    }
  },
});

const tagUnread = rule({
  code: 'tag-unread',
  severity: 'warning',
  title: 'Something that no document would hold',
  why: 'It is meant for readers for whom alone there is no document, so nobody would ever read it.',
  remedy: 'Name all readers of one of the documents, or define an edition for those you mean.',
  wrong: 'risks:\n  - risk: The boiler fails.\n    for: [headteachers]\n',
  right: 'risks:\n  - risk: The boiler fails.\n    for: [governors]\n',
  *check({ data }) {
    const editions = editionsOf(data);
    for (const { path, tag } of tagged(data)) {
      if (editions.some(({ readers }) => isFor(tag, readers))) continue;
      const whom = tag.length > 0 ? sentenceList(tag) : 'nobody';
      yield {
        path,
        message: `This is for ${whom} alone, and there is no document for ${tag.length > 1 ? 'any of them' : 'them'} alone.`,
        hint: 'Under “editions:”, add one whose “readers:” are these; or name the readers of one of ours.',
      };
    }
  },
});

export const editionRules = [
  editionIncomplete,
  editionMisnamed,
  editionEvasive,
  tagUnread,
] as const;
