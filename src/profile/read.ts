import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, hasErrors, type Outcome, type Place } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { decode } from './decode.ts';
import { findProfile } from './find.ts';
import { defaultLimits, inMegabytes, type Limits } from './limits.ts';
import type { Profile } from './profile.ts';
import { topLevelKeys } from './schema/profile.ts';
import { type Finding, shape } from './shape.ts';
import { type ParsedFile, parseYaml } from './yaml/parse.ts';
import type { Path, Value } from './yaml/values.ts';

interface ReadFile extends ParsedFile {
  path: string;
  sha256: string;
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
): Promise<Outcome<Profile>> {
  const located = await findProfile(wanted, effects).catch((error: unknown) => ({
    value: null,
    diagnostics: [unreadable(wanted ?? effects.cwd, error)],
  }));
  if (!located.value) return { value: null, diagnostics: located.diagnostics };
  const { folder, main, parts } = located.value;
  const diagnostics = [...located.diagnostics];

  const mainFile = await readFile(main, effects, limits);
  const partFiles = new Map<string, ReadFile>();
  for (const [key, file] of parts) {
    const read = await readFile(file, effects, limits);
    if ('code' in read) diagnostics.push(read);
    else partFiles.set(key, read);
  }
  if ('code' in mainFile) return { value: null, diagnostics: [...diagnostics, mainFile] };
  const files = [mainFile, ...partFiles.values()];
  diagnostics.push(...files.flatMap((file) => file.diagnostics));

  const { value, owners, problems } = join(mainFile, partFiles);
  diagnostics.push(...problems);
  const place = (at: Path, wantedAt: 'key' | 'value' = 'value'): Place => {
    const owner = owners.get(String(at[0])) ?? mainFile;
    return { file: owner.name, range: owner.rangeOf(at, wantedAt) };
  };
  if (value === undefined) return { value: null, diagnostics };

  const { data, findings } = shape(value);
  // What a broken file would have held is not missing.
  const broken = hasErrors(diagnostics);
  diagnostics.push(
    ...findings
      .filter((finding) => !(broken && finding.code === 'missing-key' && finding.path.length === 0))
      .map((finding) => placed(finding, place)),
  );
  if (!data || hasErrors(diagnostics)) return { value: null, diagnostics };
  return {
    value: {
      data,
      typed: value,
      folder: await effects.files.resolve(folder),
      files: files.map((file) => ({
        path: path.relative(folder, file.path).split(path.sep).join('/'),
        sha256: file.sha256,
      })),
      place,
    },
    diagnostics,
  };
}

function placed(finding: Finding, place: Profile['place']): Diagnostic {
  const { code, path: at, at: wanted, message, hint } = finding;
  return { code, severity: 'error', message, hint, ...place(at, wanted) };
}

/** Joins the parts to the main file. A part that stands in two files is refused. */
function join(
  main: ReadFile,
  parts: Map<string, ReadFile>,
): { value: Value | undefined; owners: Map<string, ReadFile>; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const owners = new Map<string, ReadFile>();
  const syntaxBroken = [main, ...parts.values()].some((file) => file.diagnostics.length > 0);
  const report = (code: Code, file: ReadFile, at: Path, message: string, hint: string) =>
    problems.push({
      code,
      severity: 'error',
      message,
      hint,
      file: file.name,
      range: at.length > 0 ? file.rangeOf(at, 'key') : null,
    });

  if (main.value === undefined) {
    if (!syntaxBroken) {
      report(
        'empty-profile',
        main,
        [],
        'This file is empty.',
        'Begin with two lines: “trust:” and, set in by two spaces, “name: Your trust’s name”.',
      );
    }
    return { value: undefined, owners, problems };
  }
  if (typeof main.value === 'string' || Array.isArray(main.value)) {
    report(
      'wrong-type',
      main,
      [],
      `This file holds ${Array.isArray(main.value) ? 'a list' : 'a single text'}, not a profile.`,
      'A profile is made of keys such as “trust:” and “schools:”, each at the start of a line.',
    );
    return { value: undefined, owners, problems };
  }

  const joined: { [key: string]: Value } = { ...main.value };
  for (const key of Object.keys(joined)) owners.set(key, main);
  for (const [key, file] of parts) {
    if (file.value === undefined) continue;
    const held: { [key: string]: Value } =
      typeof file.value === 'object' && !Array.isArray(file.value) ? file.value : {};
    const names = Object.keys(held);
    if (names.length === 0) {
      report(
        'misplaced-part',
        file,
        [],
        `This file should hold the part “${key}”.`,
        `Begin it with a line “${key}:” and set the rest in by two spaces.`,
      );
      continue;
    }
    for (const name of names) {
      if (name !== key) {
        const known = (topLevelKeys as string[]).includes(name);
        report(
          'misplaced-part',
          file,
          [name],
          `“${name}” does not belong in this file, which holds only “${key}”.`,
          known
            ? `Move it to trust.yaml, or to a file called ${name.replaceAll('_', '-')}.yaml.`
            : `If it is a part of “${key}”, begin the file with a line “${key}:” and set the rest in by two spaces.`,
        );
      } else if (owners.has(key)) {
        report(
          'misplaced-part',
          file,
          [key],
          `“${key}” stands here and in ${owners.get(key)?.name}; only one of them would count.`,
          'Keep it in one of the two files.',
        );
      } else {
        joined[key] = held[key] as Value;
        owners.set(key, file);
      }
    }
  }
  return { value: joined, owners, problems };
}

async function readFile(
  file: string,
  effects: Effects,
  limits: Limits,
): Promise<ReadFile | Diagnostic> {
  const name = displayName(file, effects);
  const refuse = (code: Code, message: string, hint: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    hint,
    file: name,
    range: null,
  });
  let bytes: Uint8Array;
  try {
    const entry = await effects.files.look(file);
    if (entry && entry.bytes > limits.bytes) {
      return refuse(
        'profile-too-large',
        `This file has ${inMegabytes(entry.bytes)}; a profile’s file may have ${inMegabytes(limits.bytes)}.`,
        'Is it the right file? A profile is words and numbers only; pictures stay in files of their own.',
      );
    }
    bytes = await effects.files.read(file);
  } catch (error) {
    return { ...unreadable(name, error), file: name };
  }
  const text = decode(bytes);
  if (text === undefined) {
    return refuse(
      'not-text',
      'This file is not text in UTF-8, the encoding that profiles are written in.',
      bytes.includes(0)
        ? 'If it is a Word or Excel file, or was saved as “Unicode”, save it as plain text with the encoding UTF-8.'
        : 'Open it in your editor and save it again with the encoding UTF-8; then check its accents and pound signs.',
    );
  }
  const { depth, nodes } = limits;
  return {
    ...parseYaml(name, text, { depth, nodes }),
    path: file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function unreadable(name: string, error: unknown): Diagnostic {
  const denied = isCode(error, 'EACCES', 'EPERM');
  return {
    code: 'unreadable-file',
    severity: 'error',
    message: denied
      ? `You do not have permission to read ${name}.`
      : `${name} could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    hint: denied
      ? 'Ask whoever owns the file, or copy it to a folder of your own.'
      : 'Check that the disk or network drive is connected, then try again.',
    file: null,
    range: null,
  };
}
