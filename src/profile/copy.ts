import type { Profile } from './profile.ts';
import type { ProfileData } from './schema/profile.ts';
import { findSchool } from './schools.ts';
import type { Path, Value } from './yaml/values.ts';

type Addressee = NonNullable<ProfileData['prospective_schools']>[number];

/** Parts of which a school’s copy can have some keys of its own. */
const groups = ['five_answers', 'answers', 'growth', 'journey'] as const;

/** Lists that it can add to, and by which key two items are about the same thing. */
const lists = {
  stays_and_changes: 'topic',
  what_we_heard: 'asked',
  alternatives: 'option',
  questions: 'question',
  contacts: 'who',
} as const;

/** The prospective school that a document is for: the one it is made for, else the one that the standing names. */
export function schoolOf(
  { prospective_schools, standing }: ProfileData,
  addressee: Addressee | null,
): Addressee | undefined {
  return addressee ?? findSchool(prospective_schools, standing?.school ?? '');
}

/**
 * The profile as the document for one school has it: what was written for that school alone in its
 * place, the standing of the conversation with that school, and no other school that is thinking of
 * joining. Without a school, none of them. Places lead to where a part was typed.
 */
export function copyOf(profile: Profile, index: number | undefined): Profile {
  const { data, typed } = profile;
  const schools = data.prospective_schools ?? [];
  const school = index === undefined ? undefined : schools[index];
  const typedGroup = groupOf(typed);
  const typedSchools = listOf(typedGroup.prospective_schools);
  if (!school || index === undefined) {
    const { prospective_schools: _, ...rest } = typedGroup;
    return { ...profile, data: { ...data, prospective_schools: undefined }, typed: rest };
  }

  const typedSchool = groupOf(typedSchools[index]);
  const typedOwn = groupOf(typedSchool.in_its_copy);
  const own = school.in_its_copy ?? {};
  const entry: Path = ['prospective_schools', index];
  const copy: ProfileData = {
    ...data,
    prospective_schools: [school],
    standing: standingFor(school, data),
  };
  const typedStanding = standingTyped(typedGroup, typedSchool, isWithThem(school, data));
  const copyTyped: { [key: string]: Value } = {
    ...typedGroup,
    prospective_schools: [typedSchool],
    standing: typedStanding,
  };
  for (const key of groups) {
    if (!own[key]) continue;
    // The steps and dates of another route are not theirs.
    const of = data.journey?.route;
    const other = key === 'journey' && of && own.journey?.route && own.journey.route !== of;
    Object.assign(copy, { [key]: other ? own[key] : { ...data[key], ...own[key] } });
    copyTyped[key] = { ...groupOf(other ? undefined : typedGroup[key]), ...groupOf(typedOwn[key]) };
  }
  if (own.principles) {
    copy.principles = merged(data.principles ?? {}, own.principles);
    copyTyped.principles = merged(groupOf(typedGroup.principles), groupOf(typedOwn.principles));
  }
  /** Of each list that the copy adds to, where the items that stay stand in the general one. */
  const kept = new Map<string, number[]>();
  for (const [key, about] of entriesOf(lists)) {
    if (!own[key]) continue;
    const general: readonly object[] = data[key] ?? [];
    const aboutOf = (item: object) => (item as Record<string, unknown>)[about];
    const told = new Set(own[key].map(aboutOf));
    const stay = [...general.keys()].filter((at) => !told.has(aboutOf(general[at] ?? {})));
    kept.set(key, stay);
    Object.assign(copy, { [key]: [...own[key], ...stay.map((at) => general[at])] });
    const typedItems = listOf(typedGroup[key]);
    copyTyped[key] = [...listOf(typedOwn[key]), ...stay.flatMap((at) => typedItems[at] ?? [])];
  }

  const typedAt = (path: Path): Path => {
    const [key, second, ...rest] = path;
    if (key === 'prospective_schools') return [...entry, ...path.slice(2)];
    if (key === 'standing') {
      if (second === undefined) return entry;
      if (second === 'school') return [...entry, 'name'];
      return typedSchool[String(second)] !== undefined && isOfConversation(second)
        ? [...entry, String(second), ...rest]
        : path;
    }
    const inCopy = [...entry, 'in_its_copy', String(key)];
    const typedPart = typedOwn[String(key)];
    if (key === 'principles' && second !== undefined && rest[0] !== undefined) {
      const isOwn = groupOf(groupOf(typedPart)[String(second)])[String(rest[0])] !== undefined;
      return isOwn ? [...inCopy, second, ...rest] : path;
    }
    const stay = kept.get(String(key));
    if (stay && typeof second === 'number') {
      const count = listOf(typedPart).length;
      const at = stay[second - count];
      return at === undefined ? [...inCopy, second, ...rest] : [String(key), at, ...rest];
    }
    const isGroup = (groups as readonly unknown[]).includes(key) && second !== undefined;
    if (isGroup && groupOf(typedPart)[String(second)] !== undefined) {
      return [...inCopy, second, ...rest];
    }
    return path;
  };
  return {
    ...profile,
    data: copy,
    typed: copyTyped,
    copyFor: school,
    place: (path, at) => profile.place(typedAt(path), at),
  };
}

/** What the standing says of one conversation; the rest of it is the same for all. */
const ofConversation = ['stage', 'invited_by', 'consultation'] as const;

const isOfConversation = (key: string | number) =>
  (ofConversation as readonly unknown[]).includes(key);

/** Whether the conversation that the profile tells of is with this school. */
const isWithThem = (school: Addressee, { standing, prospective_schools }: ProfileData) =>
  standing?.school !== undefined && findSchool(prospective_schools, standing.school) === school;

/** What the profile says of its own conversation counts only for the school that it is with. */
function standingFor(school: Addressee, data: ProfileData): ProfileData['standing'] {
  const theirs = isWithThem(school, data) ? data.standing : undefined;
  return {
    ...data.standing,
    school: school.name,
    stage: school.stage ?? theirs?.stage,
    invited_by: school.invited_by ?? theirs?.invited_by,
    consultation: school.consultation ?? theirs?.consultation,
  };
}

/** The same, as it was typed. */
function standingTyped(
  { standing }: { [key: string]: Value },
  school: { [key: string]: Value },
  withThem: boolean,
): { [key: string]: Value } {
  const typed = { ...groupOf(standing) };
  for (const key of ofConversation) {
    if (!withThem) delete typed[key];
    const own = school[key];
    if (own !== undefined) typed[key] = own;
  }
  if (typeof school.name === 'string') typed.school = school.name;
  return typed;
}

/** Two groups of groups, the second key by key over the first. */
function merged<T extends object>(general: T, own: object): T {
  const before = general as Record<string, object>;
  const over = Object.entries(own).map(([key, part]) => [key, { ...before[key], ...part }]);
  return { ...general, ...Object.fromEntries(over) };
}

const entriesOf = <T extends object>(object: T) =>
  Object.entries(object) as { [K in keyof T]: [K, T[K]] }[keyof T][];

const groupOf = (value: Value | undefined): { [key: string]: Value } =>
  typeof value === 'object' && !Array.isArray(value) ? value : {};

const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);
