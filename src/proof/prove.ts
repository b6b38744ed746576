import { setImmediate } from 'node:timers/promises';
import type { Addressee } from '../case/case.ts';
import { hiddenFiles, restricted } from '../case/readers-view.ts';
import { shownCopy } from '../case/shown-copy.ts';
import { fillFrom } from '../compose/helpers.ts';
import type { Template } from '../compose/templates.ts';
import { plainText } from '../compose/text.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../knowledge/editions.ts';
import { hardAnswersFor } from '../knowledge/hard-answers.ts';
import { employerOf, notConsultation } from '../knowledge/law.ts';
import { readers as everyone, type Reader } from '../knowledge/readers.ts';
import type { Assets } from '../pictures/prepare.ts';
import type { Profile } from '../profile/profile.ts';
import { sentencesOf } from '../profile/sentences.ts';
import { standsIn } from '../profile/stands-in.ts';
import { ownWords } from './own-words.ts';
import { type Reading, readingOf, textsOfHtml, textsOfMarkdown, wordsIn } from './reading.ts';
import { type Secret, secretsOf } from './secrets.ts';

/** A finished file, as it will be written. */
export interface FinishedFile {
  /** Relative to the output folder; its ending says how it is read. */
  path: string;
  content: Uint8Array;
}

/** What a proof needs to know of the profile that documents were made from. */
export interface Made {
  profile: Profile;
  templates: readonly Template[];
  assets: Assets;
}

/**
 * Reads the finished files of a document and says where one hides a hard answer from those it touches,
 * or tells what is meant for others. Nothing may be written where there is any. What the files were
 * meant to hold is not asked: they are read as a reader’s program reads them.
 */
export async function prove(
  { edition, addressee }: { edition: Edition; addressee: Addressee | null },
  files: readonly FinishedFile[],
  made: Made,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const secrets = knownSecrets(made, edition.readers);
  const needed = neededBy(made.profile, addressee, edition.readers);
  for (const file of files) {
    // Reading a file takes a while, and a browser that prints meanwhile may wait for a word of ours.
    await setImmediate();
    const [shown = '', ...around] = await textsOf(file);
    const reading = readingOf([shown, ...around, file.path]);
    diagnostics.push(...leaksOf(file, reading, secrets, made, edition.readers));
    // What is said only in the words for a picture or in a comment is said to few.
    if (isDocument(file)) {
      diagnostics.push(...lossesOf(file, readingOf([shown]), needed, made.profile));
    }
  }
  return diagnostics;
}

/** The texts of a file, first what a reader sees; none where nothing is to be read in it. */
async function textsOf({ path, content }: FinishedFile): Promise<string[]> {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  switch (ending) {
    case 'md':
      return textsOfMarkdown(new TextDecoder().decode(content));
    case 'html':
    case 'svg':
      return textsOfHtml(new TextDecoder().decode(content));
    case 'pdf':
      return (await import('./read-pdf.ts')).textsOfPdf(content);
    default:
      return [];
  }
}

/**
 * Those of the problems of a profile whose messages tell these readers nothing that is meant for others:
 * that stand elsewhere, quote nothing of it, and do not even name it.
 */
export function harmlessTo(
  readers: readonly Reader[],
  problems: readonly Diagnostic[],
  made: Pick<Made, 'profile' | 'templates'>,
): Diagnostic[] {
  const hidden = restricted(made.profile.data, readers).map(({ path }) => path);
  if (hidden.length === 0) return [...problems];
  const areHidden = hidden.map((path) => standsIn(path, made.profile));
  const names = hidden.flatMap(([part, name]) =>
    part === 'metrics' || part === 'evidence' ? [String(name)] : [],
  );
  const secrets = knownSecrets(made, readers);
  return problems.filter((problem) => {
    const reading = readingOf([problem.message]);
    const named = new Set(problem.message.match(/[a-z0-9-]+/g));
    return !(
      areHidden.some((standsThere) => standsThere(problem)) ||
      names.some((name) => named.has(name)) ||
      secrets.some(({ isTold }) => isTold(reading))
    );
  });
}

const isDocument = ({ path }: FinishedFile) => /\.(?:md|html|pdf)$/.test(path);

/** The same for all documents for the same readers. */
const secretsByProfile = new WeakMap<Profile, Map<string, Secret[]>>();

function knownSecrets(
  { profile, templates }: Pick<Made, 'profile' | 'templates'>,
  readers: readonly Reader[],
): Secret[] {
  const known = secretsByProfile.get(profile) ?? new Map<string, Secret[]>();
  secretsByProfile.set(profile, known);
  const key = [...readers].sort().join();
  const before = known.get(key);
  if (before) return before;
  const secrets = secretsOf(profile, readers, ownWords(templates));
  known.set(key, secrets);
  return secrets;
}

/** Each place of the profile that a file tells of, once. */
function leaksOf(
  file: FinishedFile,
  reading: Reading,
  secrets: readonly Secret[],
  { profile, assets }: Made,
  readers: readonly Reader[],
): Diagnostic[] {
  const places = new Map<string, Diagnostic>();
  for (const { path, isTold } of secrets) {
    if (places.has(path.join('.')) || !isTold(reading)) continue;
    places.set(path.join('.'), {
      code: 'leak-found',
      severity: 'error',
      message: `${file.path} holds words or numbers of “${path.join(': ')}”, which is not for its readers.`,
      hint: 'If a template of your own says it, take it out there. If it may be said to everyone, take “for” away.',
      ...profile.place(path),
    });
  }
  for (const name of [...hiddenFiles(profile, readers)]) {
    const asset = assets.get(name);
    if (!asset || !showsPicture(file, asset)) continue;
    places.set(name, {
      code: 'leak-found',
      severity: 'error',
      message: `${file.path} shows the picture “${name}”, which is not for its readers.`,
      hint: 'If a template of your own shows it, take it out there.',
      file: null,
      range: null,
    });
  }
  return [...places.values()];
}

function showsPicture(
  { path, content }: FinishedFile,
  asset: { path: string; bytes: Uint8Array },
): boolean {
  if (path.endsWith(asset.path)) return true;
  if (!/\.(?:md|html)$/.test(path)) return false;
  const text = Buffer.from(content).toString('latin1');
  return text.includes(asset.path) || text.includes(Buffer.from(asset.bytes).toString('base64'));
}

/** Something that a document for its readers must say. */
interface Needed {
  what: string;
  path: readonly string[];
  /** Each as letters alone. */
  sentences: string[];
}

/** The hard answers that a profile has for these readers, and what a paper for staff says of itself. */
function neededBy(
  profile: Profile,
  addressee: Addressee | null,
  readers: readonly Reader[],
): Needed[] {
  const { five_answers, metrics = {} } = shownCopy(profile, addressee, readers).data;
  const fill = fillFrom(metrics);
  const needed = hardAnswersFor(readers).flatMap(({ id, question }): Needed[] => {
    const answer = five_answers?.[id]?.answer;
    if (answer === undefined) return [];
    const sentences = answer
      .split(/\n\s*\n/)
      .flatMap((paragraph) => sentencesOf(plainText(paragraph, fill)))
      .map(({ text }) => wordsIn(text).join(''));
    return [{ what: `the answer to “${question}”`, path: ['five_answers', id], sentences }];
  });
  if (!readers.includes('staff') || readers.length === everyone.length) return needed;
  const anyEmployer = employerOf(undefined);
  const { text } = notConsultation(anyEmployer);
  const statement = wordsIn(text.slice(0, text.indexOf(anyEmployer))).join('');
  const what = 'that it is not the formal consultation of staff (TUPE)';
  return [...needed, { what, path: ['trust'], sentences: [statement] }];
}

function lossesOf(
  file: FinishedFile,
  { letters }: Reading,
  needed: readonly Needed[],
  profile: Profile,
): Diagnostic[] {
  return needed
    .filter(({ sentences }) => !sentences.every((sentence) => letters.includes(sentence)))
    .map(({ what, path }) => ({
      code: 'hard-answer-lost',
      severity: 'error',
      message: `${file.path} does not give its readers ${what}.`,
      hint: 'Every document for them must. If a template of your own leaves it out, put it back; in an edition of your own, add the section “answers-short”.',
      ...profile.place([...path]),
    }));
}
