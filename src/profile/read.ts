import path from 'node:path';
import {
  type Diagnostic,
  hasErrors,
  type Marked,
  type Outcome,
} from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { withoutEchoes } from './echoes.ts';
import { findProfile } from './find.ts';
import { type Joined, join, type Parts } from './join.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { loadFile, type SourceFile, unreadable } from './load.ts';
import type { Profile } from './profile.ts';
import type { ProfileData } from './schema/profile.ts';
import { type Finding, shape } from './shape.ts';
import type { Path, Value } from './yaml/values.ts';

/** What came of reading a profile. */
export interface Reading extends Outcome<Profile> {
  /**
   * As much of the profile as could be read, so that rules can look at the rest of one that has
   * problems. Null where not even the trust's name could be read. Never built from.
   */
  readable: Profile | null;
}

/**
 * Reads a profile from a file or folder. Reports every problem of its YAML, its shape and its
 * formats in one pass; the value is null where any of them is an error, because a profile that
 * cannot be read whole is not built from.
 */
export async function readProfile(
  wanted: string | undefined,
  effects: Effects,
  limits: Limits = defaultLimits,
): Promise<Reading> {
  const located = await findProfile(wanted, effects).catch((error: unknown) => ({
    value: null,
    diagnostics: [unreadable(wanted ?? effects.cwd, error)],
  }));
  if (!located.value) return { ...located, value: null, readable: null };
  const { folder } = located.value;

  const main = await loadFile(located.value.main, effects, limits);
  const parts = new Map<string, SourceFile>();
  for (const [key, file] of located.value.parts) {
    parts.set(key, await loadFile(file, effects, limits));
  }
  const files = [main, ...parts.values()];
  const made = makeOut({
    main: main.yaml,
    parts: new Map([...parts].map(([key, { yaml }]) => [key, yaml])),
  });
  const diagnostics = [
    ...located.diagnostics,
    ...files.flatMap(({ yaml }) => yaml.diagnostics),
    ...made.diagnostics,
  ];
  const readable = made.readable && {
    ...made.readable,
    whole: !hasErrors(diagnostics),
    folder: await effects.files.resolve(folder),
    files: files.map((file) => ({
      path: path.relative(folder, file.path).split(path.sep).join('/'),
      sha256: file.sha256,
    })),
  };
  return { value: hasErrors(diagnostics) ? null : readable, readable, diagnostics };
}

type Readable = Omit<Profile, 'folder' | 'files' | 'whole'>;

/** Joins the files and reads their values: what they say, or as much of it as can be made out. */
function makeOut(files: Parts): { readable: Readable | null; diagnostics: Diagnostic[] } {
  const joined = join(files);
  if (joined.value === undefined) return { readable: null, diagnostics: joined.problems };
  const { data, findings } = shape(joined.value, (at) => joined.ownerOf(at).absence(at));
  const diagnostics = [
    ...joined.problems,
    ...withoutEchoes(findings).map((finding) => placed(finding, joined)),
  ];
  const rest = data ? { data, joined, typed: joined.value } : restOf(files);
  if (!rest) return { readable: null, diagnostics };

  const misspelt = findings.some(({ code, path: at }) => code === 'unknown-key' && at.length === 1);
  return {
    readable: {
      data: rest.data,
      typed: rest.typed,
      place: (at, wanted = 'value') => placeOf(at, wanted, rest.joined),
      faulty(at) {
        const key = String(at[0]);
        const isThere = Object.hasOwn(rest.typed, key);
        return joined.lost.has(key) || (misspelt && !isThere) || rest.joined.ownerOf(at).faulty(at);
      },
    },
    diagnostics,
  };
}

interface Rest {
  data: ProfileData;
  joined: Joined;
  typed: { [key: string]: Value };
}

/** Leaves out what has a problem, then what cannot stand without it, until the rest is in order. */
function restOf(files: Parts): Rest | null {
  const joined = join(files);
  if (joined.value === undefined) return null;
  const { data, findings } = shape(joined.value);
  if (data) return { data, joined, typed: joined.value };
  const gone = findings.map(({ code, path: at }) =>
    code === 'missing-key' ? at.slice(0, -1) : at,
  );
  if (gone.some((at) => at.length === 0)) return null;
  const without = (file: Parts['main']) =>
    file.without(gone.filter((at) => joined.ownerOf(at) === file));
  return restOf({
    main: without(files.main),
    parts: new Map([...files.parts].map(([key, file]) => [key, without(file)])),
  });
}

function placed(
  { code, path: at, at: wanted, message, hint }: Finding,
  joined: Joined,
): Diagnostic {
  return { code, severity: 'error', message, hint, ...placeOf(at, wanted, joined) };
}

function placeOf(at: Path, wanted: Marked, { ownerOf }: Joined): ReturnType<Profile['place']> {
  const owner = ownerOf(at);
  return { file: owner.name, range: owner.rangeOf(at, wanted) };
}
