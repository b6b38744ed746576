import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { harmless } from '../diagnostics/harmless.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Diagnostics as the workflow commands that GitHub turns into annotations.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotations(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, severity, message, hint, file, range }) => {
      const properties: [string, string | number][] = [
        ...(file ? [['file', file] as [string, string]] : []),
        ...(range
          ? ([
              ['line', range.start.line],
              ['endLine', range.end.line],
              ['col', range.start.column],
              ['endColumn', range.end.column],
            ] as [string, number][])
          : []),
        ['title', code],
      ];
      const written = properties.map(([key, value]) => `${key}=${property(String(value))}`);
      return `::${commands[severity]} ${written.join(',')}::${data(`${message} ${hint}`)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text
    .replace(/[^\r\n]+/g, harmless)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
