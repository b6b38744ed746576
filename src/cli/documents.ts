import type { BuildResult, DocumentOutcome } from '../build/build.ts';
import { reasons } from '../build/kept.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';

/** A list longer than this is no longer read. */
const READABLE = 60;

/** Each file that was written, and its size; of very many only how many. */
export function fileLines(files: BuildResult['files'], effects: Pick<Effects, 'cwd'>): string[] {
  if (files.length > READABLE) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return [`${files.length.toLocaleString('en-GB')} files written, ${kilobytes(bytes)}`];
  }
  const names = files.map((file) => displayName(file.path, effects));
  const widest = Math.max(0, ...names.map((name) => name.length));
  return files.map(
    ({ bytes }, index) => `${(names[index] ?? '').padEnd(widest)}  ${kilobytes(bytes).padStart(8)}`,
  );
}

/** Each document of a dry run, and why it would be made. */
export function planLines(documents: readonly DocumentOutcome[]): string[] {
  const widest = Math.max(...documents.map(({ place }) => place.length));
  return documents.map(
    ({ place, state, why }) =>
      `${place.padEnd(widest)}  ${stateNames[state]}${why ? `: ${reasons[why]}` : ''}`,
  );
}

const stateNames: Readonly<Record<DocumentOutcome['state'], string>> = {
  made: 'made',
  due: 'to be made',
  unchanged: 'unchanged',
  refused: 'refused',
  failed: 'failed',
  left: 'not come to',
};

/** How many documents there are and what became of them; nothing of one that was simply made. */
export function countLines(documents: readonly DocumentOutcome[]): string[] {
  const total = documents.length;
  if (total === 0 || (total === 1 && documents[0]?.state !== 'unchanged')) return [];
  const counts = Object.entries(stateNames).flatMap(([state, name]) => {
    const count = documents.filter((document) => document.state === state).length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  if (total === 1) return ['Nothing has changed: the document stands as it would be made.'];
  return [`${total} documents: ${counts.join(', ')}`];
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`;
}
