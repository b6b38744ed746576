import { createHash } from 'node:crypto';
import { helpers } from './helpers.ts';

/** How templates are compiled: nothing but our helpers, and no escaping for HTML. */
export const templateOptions: PrecompileOptions = {
  noEscape: true,
  knownHelpersOnly: true,
  // Handlebars takes its own for known unless told otherwise; `log` would write to the terminal.
  knownHelpers: {
    log: false,
    ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  },
};

/** A template compiled when the tool was built, good for as long as its source is the same. */
export interface Precompiled {
  hash: string;
  spec: TemplateSpecification;
}

export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
