import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Diagnostic, Marked, Place } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { inMegabytes, type Limits, movableLimits } from '../profile/limits.ts';
import { loadFile, unreadable } from '../profile/load.ts';
import type { Path, Value } from '../profile/yaml/values.ts';

/** Schools as a file lists them, before they are looked at. */
export interface SchoolList {
  schools: Value[];
  /** Where a part of a school stands: its number in the list, then a path within it. */
  place(path: Path, at?: Marked): Place;
  diagnostics: Diagnostic[];
}

export const isListFile = (wanted: string) => /\.(?:csv|tsv|txt|ya?ml|xlsx?|ods)$/i.test(wanted);

/** Reads a list of schools from a YAML or CSV file. */
export async function readList(
  wanted: string,
  effects: Effects,
  limits: Limits,
): Promise<SchoolList & { file: string; sha256: string }> {
  const file = path.resolve(effects.cwd, wanted);
  const name = displayName(file, effects);
  const refuse = (problem: Pick<Diagnostic, 'code' | 'message' | 'hint'>) => ({
    file,
    sha256: '',
    schools: [],
    place: () => ({ file: name, range: null }),
    diagnostics: [{ severity: 'error', file: name, range: null, ...problem } as const],
  });
  if (/\.(?:xlsx?|ods)$/i.test(file)) {
    return refuse({
      code: 'bad-table',
      message: 'This is a file of a spreadsheet program, which only that program can read.',
      hint: 'Open it there, choose “Save as” and “CSV UTF-8”, and name that file instead.',
    });
  }
  let bytes: Uint8Array;
  try {
    const entry = await effects.files.look(file);
    if (entry?.kind !== 'file') {
      return refuse({
        code: 'no-list',
        message: `There is no file ${name}.`,
        hint: 'Check the name, and the folder that the command is run in. To name a school instead, give its name or URN.',
      });
    }
    if (entry.bytes > limits.bytes) {
      const most = Math.ceil(entry.bytes / movableLimits['file-mb'].unit);
      return refuse({
        code: 'profile-too-large',
        message: `This file has ${inMegabytes(entry.bytes)}; a list of schools may have ${inMegabytes(limits.bytes)}.`,
        hint: `Keep only the schools that have asked you.${most <= movableLimits['file-mb'].most ? ` To allow it: --limit file-mb=${most}` : ''}`,
      });
    }
    bytes = await effects.files.read(file);
  } catch (error) {
    return refuse(unreadable(name, error));
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (/\.ya?ml$/i.test(file))
    return { file, sha256, ...(await readYaml(file, name, effects, limits)) };
  const [{ parseCsv }, { textOf }] = await Promise.all([import('./csv.ts'), import('./bytes.ts')]);
  return { file, sha256, ...parseCsv(name, textOf(bytes), limits) };
}

/** A list of schools in YAML: bare, or under the key it has in a profile. */
async function readYaml(
  file: string,
  name: string,
  effects: Effects,
  limits: Limits,
): Promise<SchoolList> {
  const { yaml } = await loadFile(file, effects, limits);
  const { value, diagnostics } = yaml;
  const isBare = Array.isArray(value);
  const held = isBare || typeof value !== 'object' ? value : value.prospective_schools;
  const before = isBare ? [] : ['prospective_schools'];
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  if (!Array.isArray(held) && !broken) {
    return {
      schools: [],
      place: () => ({ file: name, range: null }),
      diagnostics: [
        {
          code: 'empty-list',
          severity: 'error',
          message:
            value === undefined ? 'This file is empty.' : 'This file holds no list of schools.',
          hint: 'Begin each school with “- name:” at the start of a line, and set its other keys in by two spaces.',
          file: name,
          range: null,
        },
      ],
    };
  }
  return {
    schools: Array.isArray(held) ? held : [],
    place: (at, wanted = 'value') => ({
      file: name,
      range: yaml.rangeOf([...before, ...at], wanted),
    }),
    diagnostics,
  };
}
