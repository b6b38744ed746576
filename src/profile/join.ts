import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { topLevelKeys } from './schema/profile.ts';
import type { ParsedFile } from './yaml/parse.ts';
import type { Path, Value } from './yaml/values.ts';

/** The files of a profile: the main one, and those that hold one part each, by the key they hold. */
export interface Parts {
  main: ParsedFile;
  parts: ReadonlyMap<string, ParsedFile>;
}

/** The files of a profile as one. */
export interface Joined {
  value: { [key: string]: Value } | undefined;
  /** The file that holds, or should hold, what a path leads to. */
  ownerOf(path: Path): ParsedFile;
  /** Keys for which something was typed that could not be taken in. */
  lost: ReadonlySet<string>;
  problems: Diagnostic[];
}

/**
 * Joins the parts to the main file. A part that stands in two files, or in a file of another name, is
 * refused.
 */
export function join({ main, parts }: Parts): Joined {
  const problems: Diagnostic[] = [];
  const owners = new Map<string, ParsedFile>();
  const ownerOf = ([key]: Path) => owners.get(String(key)) ?? parts.get(String(key)) ?? main;
  const lost = new Set<string>();
  const report = (code: Code, file: ParsedFile, at: Path, message: string, hint: string) =>
    problems.push({
      code,
      severity: 'error',
      message,
      hint,
      file: file.name,
      range: at.length > 0 ? file.rangeOf(at, 'key') : null,
    });
  const nothing: Joined = { value: undefined, ownerOf, lost, problems };

  if (main.value === undefined && main.diagnostics.length === 0) {
    report(
      'empty-profile',
      main,
      [],
      'This file is empty.',
      'Begin with two lines: “trust:” and, set in by two spaces, “name: Your trust’s name”.',
    );
    return nothing;
  }
  if (typeof main.value === 'string' || Array.isArray(main.value)) {
    report(
      'wrong-type',
      main,
      [],
      `This file holds ${Array.isArray(main.value) ? 'a list' : 'a single text'}, not a profile.`,
      'A profile is made of keys such as “trust:” and “schools:”, each at the start of a line.',
    );
    return nothing;
  }

  const joined: { [key: string]: Value } = { ...main.value };
  for (const key of Object.keys(joined)) owners.set(key, main);
  for (const [key, file] of parts) {
    if (file.value === undefined) {
      if (file.diagnostics.length > 0) lost.add(key);
      continue;
    }
    const held: { [key: string]: Value } =
      typeof file.value === 'object' && !Array.isArray(file.value) ? file.value : {};
    const names = Object.keys(held);
    if (names.length === 0) {
      lost.add(key);
      report(
        'misplaced-part',
        file,
        [],
        `This file should hold the part “${key}”.`,
        `Begin it with a line “${key}:” and set the rest in by two spaces.`,
      );
      continue;
    }
    if (!names.some((name) => (topLevelKeys as string[]).includes(name))) {
      lost.add(key);
      report(
        'misplaced-part',
        file,
        [names[0] as string],
        `This file should begin with the key “${key}”, and begins with “${names[0]}”.`,
        `Begin it with a line “${key}:” and set the rest in by two spaces.`,
      );
      continue;
    }
    for (const name of names) {
      if (name !== key) {
        const known = (topLevelKeys as string[]).includes(name);
        lost.add(known ? name : key);
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
        lost.add(key);
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
  return { value: joined, ownerOf, lost, problems };
}
