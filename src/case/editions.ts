import { sentenceList } from '../compose/words.ts';
import { type Edition, editions as ours, prospectus } from '../knowledge/editions.ts';
import { readers as everyone, type Reader } from '../knowledge/readers.ts';
import { type Section, sectionsOf } from '../knowledge/sections.ts';
import type { ProfileData } from '../profile/schema/profile.ts';

type Own = NonNullable<ProfileData['editions']>[string];

/** Every edition that a profile can be built as: ours, as it has changed them, and then its own. */
export function editionsOf({ editions: own = {} }: Pick<ProfileData, 'editions'>): Edition[] {
  const names = ours.map(({ id }) => id);
  const others = Object.entries(own).filter(([name]) => !names.includes(name));
  return [
    ...ours.map((edition) => changed(edition, own[edition.id])),
    ...others.map(([id, typed]) => changed(blank(id), typed)),
  ];
}

function changed(edition: Edition, own: Own | undefined): Edition {
  if (!own) return edition;
  const { title, readers, purpose, sections } = own;
  const { speaksTo: _, ...rest } = edition;
  return {
    ...(readers?.length ? { ...rest, readers, ...speaking(readers) } : edition),
    ...(title === undefined ? {} : { name: title }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(sections === undefined ? {} : { sections: whole(sectionsOf(...sections)) }),
  };
}

/** An edition of which nothing is known yet; anyone may read it while it does not say for whom it is. */
const blank = (id: string): Edition => ({
  ...prospectus,
  ...{ id, file: id, name: id, readers: everyone, purpose: '', sections: [] },
});

const called: Record<Reader, string> = {
  governors: 'governors',
  headteachers: 'headteachers',
  staff: 'staff',
  families: 'families',
  community: 'neighbours and partners',
};

/** A document for everyone speaks to nobody in particular. */
function speaking(readers: readonly Reader[]): Pick<Edition, 'speaksTo'> {
  if (readers.length === everyone.length) return {};
  return { speaksTo: `the ${sentenceList(readers.map((reader) => called[reader]))}` };
}

/** With a head, and with the sources to which its numbers lead. */
function whole(sections: readonly Section[]): Section[] {
  const hasHead = ['cover', 'masthead'].includes(sections[0]?.kind ?? '');
  const hasSources = sections.some(({ kind }) => kind === 'sources');
  return [
    ...(hasHead ? [] : sectionsOf('masthead')),
    ...sections,
    ...(hasSources ? [] : sectionsOf('sources-short')),
  ];
}
