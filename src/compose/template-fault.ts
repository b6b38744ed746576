import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Template } from './templates.ts';

/** A template that could not be rendered, by its name. */
export class TemplateFault extends Error {
  readonly template: string;

  constructor(template: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.template = template;
  }
}

/** The same in words for whoever wrote the template. */
export function templateProblem(
  { template: name, message }: TemplateFault,
  template: Template | undefined,
  effects: { cwd: string },
): Diagnostic {
  return {
    code: 'template-problem',
    severity: 'error',
    message: `The template “${name}” cannot be used: ${inWords(message)}.`,
    hint: template?.own
      ? 'Compare your template with the one of the same name that comes with the tool, or remove yours.'
      : 'It came with the tool: one of your own templates that uses it may be at fault.',
    file: template ? displayName(template.file, effects) : null,
    range: null,
  };
}

/** Handlebars speaks to programmers. */
function inWords(said: string): string {
  const line = /on line (\d+)/.exec(said)?.[1] ?? / - (\d+):\d+$/.exec(said)?.[1];
  const where = line ? `, on line ${line}` : '';
  if (/^(?:Parse|Lexical) error/.test(said))
    return `something in {{ }} is wrong or not closed${where}`;
  const helper = /unknown helper (\S+)/.exec(said)?.[1];
  if (helper) return `it calls “${helper}”, and no helper has that name${where}`;
  const partial = /^The partial (.+) could not be found/.exec(said)?.[1];
  if (partial) return `it includes “${partial}”, and no template has that name`;
  if (/^Cannot read .* \(reading 'call'\)/.test(said)) {
    return 'it opens a block {{#…}} under a name that no helper has';
  }
  return `${said.split('\n')[0]}${where}`;
}
