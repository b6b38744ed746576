import { Chalk } from 'chalk';
import { type Code, catalogue } from '../../diagnostics/catalogue.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { wrap } from '../../diagnostics/wrap.ts';
import type { Effects } from '../../effects/effects.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { indent } from '../report.ts';

/** `thriving-case explain`: what a code means and how to put it right; without a code, all of them. */
export function explainCommand(
  code: string | undefined,
  { json }: { json?: boolean },
  { terminal }: Effects,
): ExitCode {
  const paint = new Chalk({ level: terminal.colour.out ? 1 : 0 });
  const width = Math.min(terminal.columns, 80);
  if (code === undefined) {
    if (json) terminal.out(`${JSON.stringify(list(), null, 2)}\n`);
    else {
      for (const { code: name, severity, title } of list()) {
        terminal.out(`${paint.bold(name.padEnd(28))} ${severity.padEnd(8)} ${title}\n`);
      }
    }
    return exitCodes.done;
  }
  if (!Object.hasOwn(catalogue, code)) {
    const meant = nearest(code, Object.keys(catalogue));
    terminal.err(
      `There is no code “${code}”.${meant ? ` Did you mean ${meant}?` : ''} All codes: thriving-case explain\n`,
    );
    return exitCodes.usage;
  }
  const { severity, inRelease, title, why, remedy, wrong, right, source } = catalogue[code as Code];
  if (json) {
    const entry = { code, severity, inRelease, title, why, remedy, wrong, right, source };
    terminal.out(`${JSON.stringify(entry, null, 2)}\n`);
    return exitCodes.done;
  }
  const example = (heading: string, yaml: string | undefined) =>
    yaml === undefined ? [] : [`\n${paint.bold(heading)}\n${indent(yaml.trimEnd())}`];
  terminal.out(
    `${[
      `${paint.bold(title)}  (${code}, ${severity}${inRelease ? `; in a release ${inRelease}` : ''})`,
      `\n${paint.bold('Why it matters')}\n${indent(wrap(why, width - 2))}`,
      `\n${paint.bold('What to do')}\n${indent(wrap(remedy, width - 2))}`,
      ...example('Wrong', wrong),
      ...example('Right', right),
      ...(source
        ? [`\n${paint.bold('Where the rule comes from')}\n${indent(wrap(source, width - 2))}`]
        : []),
    ].join('\n')}\n`,
  );
  return exitCodes.done;
}

function list() {
  return (Object.keys(catalogue) as Code[])
    .map((code) => ({ code, severity: catalogue[code].severity, title: catalogue[code].title }))
    .sort((a, b) => a.code.localeCompare(b.code, 'en'));
}
