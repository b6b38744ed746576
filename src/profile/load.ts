import { createHash } from 'node:crypto';
import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { decode, lineOfFault } from './decode.ts';
import { inMegabytes, type Limits, movableLimits } from './limits.ts';
import { brokenFile, type ParsedFile, parseYaml } from './yaml/parse.ts';

/** One file of a profile. */
export interface SourceFile {
  /** Absolute. */
  path: string;
  /** Empty where the file could not be read. */
  sha256: string;
  yaml: ParsedFile;
}

/** Reads one YAML file. Where its text cannot be had, the diagnostics of `yaml` say why. */
export async function loadFile(
  file: string,
  effects: Effects,
  limits: Limits,
): Promise<SourceFile> {
  const name = displayName(file, effects);
  const read = await readFile(file, name, effects, limits);
  if ('problem' in read) {
    return { path: file, sha256: '', yaml: brokenFile(name, [read.problem]) };
  }
  const { text, sha256 } = read;
  const { depth, nodes } = limits;
  return { path: file, sha256, yaml: parseYaml(name, text, { depth, nodes }) };
}

/** The text of a file. Its bytes are let go before the text is read, which takes the most memory. */
async function readFile(
  file: string,
  name: string,
  effects: Effects,
  limits: Limits,
): Promise<{ text: string; sha256: string } | { problem: Diagnostic }> {
  const refuse = (code: Code, message: string, hint: string): { problem: Diagnostic } => ({
    problem: { code, severity: 'error', message, hint, file: name, range: null },
  });
  let bytes: Uint8Array;
  try {
    const entry = await effects.files.look(file);
    if (entry && entry.bytes > limits.bytes) {
      return refuse(
        'profile-too-large',
        `This file has ${inMegabytes(entry.bytes)}; a profile’s file may have ${inMegabytes(limits.bytes)}.`,
        `Is it the right file? A profile is words and numbers only; pictures stay in files of their own.${moveHint(entry.bytes)}`,
      );
    }
    bytes = await effects.files.read(file);
  } catch (error) {
    return { problem: { ...unreadable(name, error), file: name } };
  }
  const text = decode(bytes);
  if (text === undefined) {
    return refuse(
      'not-text',
      `This file is not text in UTF-8, the encoding that profiles are written in, from line ${lineOfFault(bytes)}.`,
      bytes.includes(0)
        ? 'If it is a Word or Excel file, or was saved as “Unicode”, save it as plain text with the encoding UTF-8.'
        : 'Open it in your editor and save it again with the encoding UTF-8; then check its accents and pound signs.',
    );
  }
  return { text, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** How to allow a file of this size, where that can be allowed. */
function moveHint(bytes: number): string {
  const { unit, most } = movableLimits['file-mb'];
  const wanted = Math.ceil(bytes / unit);
  return wanted <= most ? ` To allow it: --limit file-mb=${wanted}` : '';
}

/** A file or folder that the system would not let us read. */
export function unreadable(name: string, error: unknown): Diagnostic {
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
