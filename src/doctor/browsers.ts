import type { Effects } from '../effects/effects.ts';
import { Deadline } from '../pdf/deadline.ts';
import { Failure } from '../pdf/failure.ts';
import { type Attempt, attemptsOn, type Launched, noBrowserFound } from '../pdf/launch.ts';
import { printerOf } from '../pdf/print.ts';
import { bad, type Finding, good, weak } from './finding.ts';

/** How long each browser may take to start, and then to print one page, in seconds. */
const TO_START = 20;
const TO_PRINT = 30;

const PAGE = `<!doctype html>
<html lang="en-GB"><head><title>A trial page</title></head>
<body><h1>A trial page</h1><p>This computer can print.</p></body></html>`;

/**
 * Starts every browser of this machine, one after another, and prints a page with the first that can.
 * Throws a `Failure` where the user interrupts.
 */
export async function tryBrowsers(
  wanted: string | undefined,
  effects: Effects,
  say: (what: string) => void,
  seconds: { start: number; print: number } = { start: TO_START, print: TO_PRINT },
): Promise<Finding[]> {
  const attempts = await attemptsOn(wanted, effects);
  const findings: Finding[] = [];
  let page: Finding | undefined;
  for (const attempt of attempts) {
    say(`Trying ${attempt.candidate.name}`);
    const deadline = new Deadline(seconds.start + seconds.print, effects.interrupted);
    const { finding, launched } = await tryOne(attempt, deadline, seconds.start);
    findings.push(finding);
    if (launched && page?.state !== 'good') page = await tryPage(launched, deadline, seconds.print);
    await launched?.close();
    deadline.rest();
  }
  if (attempts.length === 0) {
    const { message, hint } = noBrowserFound(effects);
    findings.push(bad('browser', message, hint));
  }
  return [...findings, page ?? noPage];
}

const noPage = bad(
  'page',
  'No page could be printed, because no browser started.',
  'Put one of the browsers above right. Until then, make Markdown and HTML: thriving-case build --format md,html',
);

async function tryOne(
  { candidate, start }: Attempt,
  deadline: Deadline,
  seconds: number,
): Promise<{ finding: Finding; launched: Launched | null }> {
  const { name, path } = candidate;
  const result = await start(deadline, new Deadline(seconds, deadline.signal)).catch(
    (error: unknown) => {
      if (!(error instanceof Failure) || error.interrupted) throw error;
      return { trouble: error.diagnostic };
    },
  );
  if ('trouble' in result) {
    const { message, hint } = result.trouble;
    return { finding: weak('browser', message, hint), launched: null };
  }
  const where = name === path ? '' : ` (${path})`;
  const what = `${name} starts: version ${result.version}${where}.`;
  return { finding: good('browser', what), launched: result };
}

async function tryPage(launched: Launched, deadline: Deadline, seconds: number): Promise<Finding> {
  const { name, version } = launched;
  try {
    deadline.renew();
    const pdf = await printerOf(launched, deadline).print(PAGE);
    return good(
      'page',
      `${name} ${version} printed a page: ${Math.ceil(pdf.byteLength / 1000)} kB.`,
    );
  } catch (error) {
    if (!(error instanceof Failure) || error.interrupted) throw error;
    const { code, message, hint } = error.diagnostic;
    return code === 'timed-out'
      ? bad('page', `${name} ${version} did not print a page in ${seconds} seconds.`, hint)
      : bad('page', message, hint);
  }
}
