import { Chalk } from 'chalk';
import { wrap } from '../../diagnostics/wrap.ts';
import { type Examination, examine } from '../../doctor/doctor.ts';
import type { Finding } from '../../doctor/finding.ts';
import type { Effects } from '../../effects/effects.ts';
import { Failure } from '../../pdf/failure.ts';
import type { DoctorReport } from '../../reports.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { statusLine } from '../progress.ts';

/** `thriving-case doctor`: whether this machine is ready, and what to do where it is not. */
export async function doctorCommand(
  { browser, json }: { browser?: string; json?: boolean },
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const line = statusLine(terminal);
  let examination: Examination;
  try {
    examination = await examine(browser, effects, line.show);
  } catch (error) {
    if (error instanceof Failure && error.interrupted) return exitCodes.interrupted;
    throw error;
  } finally {
    line.clear();
  }
  const { ready, findings } = examination;
  if (json) {
    const report: DoctorReport = { format: 1, command: 'doctor', ready, checks: findings };
    terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    const width = Math.min(terminal.columns, 80);
    const paint = new Chalk({ level: terminal.colour.out ? 1 : 0 });
    const rows = findings.map((finding) => findingText(finding, width, paint));
    terminal.out(`${rows.join('\n')}\n\n${wrap(conclusion(examination), width)}\n`);
  }
  return ready ? exitCodes.done : exitCodes.unfinished;
}

const words = {
  good: { word: 'OK', colour: 'green' },
  weak: { word: 'Note', colour: 'yellow' },
  bad: { word: 'Problem', colour: 'red' },
} as const;

const INDENT = 'Problem  '.length;

function findingText(
  { state, what, remedy }: Finding,
  width: number,
  paint: InstanceType<typeof Chalk>,
): string {
  const { word, colour } = words[state];
  const under = (text: string) =>
    wrap(text, width - INDENT).replaceAll('\n', `\n${' '.repeat(INDENT)}`);
  const head = `${paint[colour](word)}${' '.repeat(INDENT - word.length)}${under(what)}`;
  return remedy === null ? head : `${head}\n${' '.repeat(INDENT)}${under(`What to do: ${remedy}`)}`;
}

function conclusion({ ready, findings }: Examination): string {
  if (ready) return 'This computer is ready: it can make Markdown, HTML and PDF documents.';
  const broken = findings.filter(({ state }) => state === 'bad');
  const again = 'Then run “thriving-case doctor” again.';
  return broken.every(({ id }) => id === 'browser' || id === 'page' || id === 'temporary')
    ? `This computer can make Markdown and HTML documents, but no PDF yet. Put right what is marked Problem. ${again}`
    : `This computer is not ready yet. Put right what is marked Problem, beginning at the top. ${again}`;
}
