import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { principleIds } from '../knowledge/principles.ts';
import { isInside } from '../profile/inside.ts';
import { toolFolder } from '../tool.ts';

/** The templates that come with the tool: this map is fixed, and no other name can be included. */
export const templateNames = [
  ...[
    'cover',
    'contents',
    'answers',
    'growth',
    'changes',
    'costs',
    'schools',
    'questions',
    'journey',
    'commitments',
    'limits',
    'frameworks',
    'gaps',
    'sources',
    'contacts',
    'masthead',
    'masthead-short',
    'about',
    'answers-short',
    'case-short',
    'case-lines',
    'costs-short',
    'changes-short',
    'schools-short',
    'journey-short',
    'commitments-short',
    'limits-short',
    'next-short',
    'sources-short',
    'contacts-short',
    'asked',
    'ask-us',
    'notes',
    'not-consultation',
    'workplace',
    'say',
    'partners',
  ].map((name) => `sections/${name}`),
  ...principleIds.map((id) => `principles/${id}`),
  ...[
    'chapter',
    'claim',
    'figure',
    'voice',
    'case-study',
    'source',
    'answer',
    'contact',
    'standing',
  ].map((name) => `parts/${name}`),
];

/** The folder of the tool that holds the templates and themes. */
export const shippedTemplates = path.join(toolFolder, 'templates');

/** The folder beside a profile in which a file of the same name replaces one of ours. */
const OWN_TEMPLATES = 'templates';

export interface Template {
  name: string;
  source: string;
  /** Where it came from: the file's absolute path. */
  file: string;
  /** Whether it is the user's own. */
  own: boolean;
}

/** Reads every template, taking the user's own where there is one. */
export async function readTemplates(folder: string, effects: Effects): Promise<Template[]> {
  const ownFolder = await ownTemplates(folder, effects);
  return Promise.all(
    templateNames.map(async (name): Promise<Template> => {
      const own = ownFolder && (await ownFile(ownFolder, `${name}.hbs`, effects));
      const file = own ?? path.join(shippedTemplates, `${name}.hbs`);
      const source = new TextDecoder().decode(await effects.files.read(file));
      return { name, source: source.replaceAll('\r\n', '\n'), file, own: own !== undefined };
    }),
  );
}

/** The user's own templates folder, if there is one and it is inside the profile's folder. */
export async function ownTemplates(
  folder: string,
  { files }: Effects,
): Promise<string | undefined> {
  const own = path.join(folder, OWN_TEMPLATES);
  if ((await files.look(own))?.kind !== 'folder') return undefined;
  const real = await files.resolve(own);
  return isInside(folder, real) ? real : undefined;
}

/** A file of the user's templates folder; undefined where there is none or it leads out of the folder. */
export async function ownFile(
  ownFolder: string,
  name: string,
  { files }: Effects,
): Promise<string | undefined> {
  const file = path.join(ownFolder, name);
  if ((await files.look(file))?.kind !== 'file') return undefined;
  const real = await files.resolve(file);
  return isInside(ownFolder, real) ? real : undefined;
}
