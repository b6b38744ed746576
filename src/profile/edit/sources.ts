import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayName } from '../../effects/display-name.ts';
import type { Effects } from '../../effects/effects.ts';
import { decode } from '../decode.ts';
import { defaultLimits } from '../limits.ts';
import type { Value } from '../yaml/values.ts';

/** A profile as values, each the text that was typed. */
export type Typed = { [key: string]: Value };

/** One file of a profile, as it is on disk. */
export interface Source {
  /** Absolute. */
  path: string;
  /** As messages name it. */
  name: string;
  text: string;
  /** Whether it begins with a byte order mark, which is not in `text`. */
  marked: boolean;
  value: Typed;
}

/** The files of a profile, for changing them; `value` joins them. */
export interface Sources {
  folder: string;
  /** The main file, absolute; where it is not in `files`, it is yet to be written. */
  main: string;
  files: Source[];
  /** The file that holds each part of the profile that is not in the main one. */
  parts: ReadonlyMap<string, string>;
  value: Typed;
}

const MAIN = ['trust.yaml', 'trust.yml'];
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Reads the files of the profile in a folder as text and values. Where one of them cannot be read as
 * YAML, the value is null and the diagnostics say why; whether it is a whole profile is not asked. What is
 * recalled of a text is not parsed again.
 */
export async function readSources(
  folder: string,
  effects: Effects,
  recalled: (text: string) => Typed | undefined = () => undefined,
): Promise<{ value: Sources | null; diagnostics: Diagnostic[] }> {
  const { main, parts } = await filesIn(folder, effects);
  const files: Source[] = [];
  for (const file of main ? [main, ...parts.values()] : []) {
    const source = await readSource(file, effects, recalled);
    if (!source) return { value: null, diagnostics: await problemsOf(folder, effects) };
    files.push(source);
  }
  const value: Typed = {};
  for (const source of files) {
    for (const [key, part] of Object.entries(source.value)) {
      if (key in value) return { value: null, diagnostics: await problemsOf(folder, effects) };
      value[key] = part;
    }
  }
  return {
    value: { folder, main: main ?? path.join(folder, 'trust.yaml'), files, parts, value },
    diagnostics: [],
  };
}

async function filesIn(
  folder: string,
  effects: Effects,
): Promise<{ main: string | undefined; parts: ReadonlyMap<string, string> }> {
  const { files } = effects;
  const none = { main: undefined, parts: new Map() };
  if ((await files.look(folder))?.kind !== 'folder') return none;
  const names = (await files.list(folder)).filter((name) => /\.ya?ml$/.test(name));
  const main = MAIN.find((name) => names.includes(name));
  if (main === undefined) return none;
  // To know which files are parts takes the schema, which takes longer to load than all the rest.
  if (names.length === 1) return { main: path.join(folder, main), parts: new Map() };
  const { findProfile } = await import('../find.ts');
  const found = await findProfile(folder, effects);
  return { main: found.value?.main, parts: found.value?.parts ?? new Map() };
}

async function readSource(
  file: string,
  effects: Effects,
  recalled: (text: string) => Typed | undefined,
): Promise<Source | undefined> {
  const bytes = await effects.files.read(file).catch(() => undefined);
  const text = bytes && decode(bytes);
  if (bytes === undefined || text === undefined || bytes.length > defaultLimits.bytes) {
    return undefined;
  }
  const name = displayName(file, effects);
  const value = recalled(text) ?? (await parsed(name, text));
  if (!value) return undefined;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { path: file, name, text, marked, value };
}

async function parsed(name: string, text: string): Promise<Typed | undefined> {
  const { parseYaml } = await import('../yaml/parse.ts');
  const { value = {}, diagnostics } = parseYaml(name, text, defaultLimits);
  return diagnostics.length > 0 || typeof value === 'string' || Array.isArray(value)
    ? undefined
    : value;
}

/** What keeps a profile from being read, in the words of `check`. */
async function problemsOf(folder: string, effects: Effects): Promise<Diagnostic[]> {
  const { readProfile } = await import('../read.ts');
  const { diagnostics } = await readProfile(folder, effects);
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** A file of a profile and what it is to hold. */
export interface Change {
  path: string;
  name: string;
  /** Null where the file is new. */
  before: string | null;
  after: string;
  /** The file as it will be. */
  source: Source;
}

/**
 * The files to write so that a profile holds `after`: each part in the file where it stands, what is
 * new in the file of its name or the main one. Undefined where a file is written in a way that cannot be
 * changed safely. A profile that does not exist yet begins as `fresh`.
 */
export async function changesTo(
  sources: Sources,
  after: Typed,
  fresh: () => string | Promise<string>,
  effects: Effects,
): Promise<Change[] | undefined> {
  const [{ rewrite }, { keysAt }] = await Promise.all([
    import('./rewrite.ts'),
    import('../shape.ts'),
  ]);
  const { main, parts, files } = sources;
  const owner = (key: string) =>
    files.find(({ value }) => key in value)?.path ?? parts.get(key) ?? main;
  const changes: Change[] = [];
  for (const file of new Set([main, ...parts.values()])) {
    const source = files.find(({ path: own }) => own === file);
    const wanted = Object.fromEntries(
      Object.entries(after).filter(([key]) => owner(key) === file),
    ) as Typed;
    const mark = source?.marked ? BYTE_ORDER_MARK : '';
    const text = source ? source.text : await fresh();
    const rewritten = rewrite(text, wanted, keysAt);
    if (rewritten === undefined) return undefined;
    if (source && rewritten === text) continue;
    const name = source?.name ?? displayName(file, effects);
    changes.push({
      path: file,
      name,
      before: source ? mark + text : null,
      after: mark + rewritten,
      source: { path: file, name, text: rewritten, marked: mark !== '', value: wanted },
    });
  }
  return changes;
}

/** The files of a profile after changes were written, which need not be read again. */
export function sourcesAfter(sources: Sources, changes: readonly Change[]): Sources {
  const fresh = new Map(changes.map(({ path: file, source }) => [file, source]));
  const kept = sources.files.filter(({ path: file }) => !fresh.has(file));
  const files = [...kept, ...fresh.values()];
  return { ...sources, files, value: Object.assign({}, ...files.map(({ value }) => value)) };
}
