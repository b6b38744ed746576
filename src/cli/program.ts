import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Format } from '../build/build.ts';
import { parseShard } from '../build/shard.ts';
import { listOf, nearest } from '../diagnostics/suggest.ts';
import type { Effects } from '../effects/effects.ts';
import { editions } from '../knowledge/editions.ts';
import { themeNames } from '../knowledge/themes.ts';
import { defaultLimits, type Limits, type MovableLimit, movableLimits } from '../profile/limits.ts';
import { TEXT_LIMITS } from '../profile/text-limits.ts';
import type { Shard } from '../record/record.ts';
import { tool } from '../tool.ts';
import type { BuildFlags } from './commands/build.ts';
import type { CheckFlags } from './commands/check.ts';
import type { CollectFlags } from './commands/collect.ts';
import type { InitFlags } from './commands/init.ts';
import type { MergeFlags } from './commands/merge.ts';
import type { SheetsFlags } from './commands/sheets.ts';
import type { VerifyFlags } from './commands/verify.ts';
import { type ExitCode, exitCodeMeanings, exitCodes } from './exit-codes.ts';

const FORMATS: readonly Format[] = ['md', 'html', 'pdf'];

/**
 * Runs one command line and returns its exit code. Each command's work is imported when it is chosen,
 * so that `--help` does not wait for what it does not use.
 */
export async function run(argv: readonly string[], effects: Effects): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = new Command('thriving-case')
    .description(
      'Makes the case for joining your academy trust: one YAML profile becomes a prospectus in Markdown, HTML and PDF, with a source for every number.',
    )
    .version(tool().version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .option('--debug', 'on an unexpected error, print where it happened')
    .showHelpAfterError('(for the list of commands and options: thriving-case --help)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.terminal.out(text),
      writeErr: (text) => effects.terminal.err(text),
      getOutHelpWidth: () => Math.min(effects.terminal.columns, 100),
      getErrHelpWidth: () => Math.min(effects.terminal.columns, 100),
    })
    .addHelpText(
      'after',
      () => `\n${editionTable()}\n\n${exitCodeTable()}\n\n${limitTable()}\n\n${EXAMPLES}`,
    );

  const jsonOption = () => new Option('--json', 'print one JSON object instead of text');
  const annotateOption = () =>
    new Option('--annotate <service>', 'also print the problems as annotations').choices([
      'github',
    ]);

  const limitOption = () =>
    new Option('--limit <name=number>', 'move a limit (see “Limits”); may be repeated').argParser(
      moveLimit,
    );

  const forOption = (what: string) =>
    new Option(
      '--for <school>',
      `${what} a school: its name or URN, “all”, or a CSV or YAML file of schools; may be repeated`,
    ).argParser((name: string, names: string[] | undefined) => [...(names ?? []), name]);

  program
    .command('init')
    .description('make a first draft by answering questions; run again to go on')
    .argument('[folder]', 'where the profile is, or is to be (default: this folder)')
    .option('--answers <file>', 'take the answers from a YAML file, and ask nobody')
    .option('--defaults', 'ask nobody: begin a profile that is filled in by hand')
    .option('--only <list>', 'the parts to ask about, with commas: finance,staff', collect)
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { initCommand } = await import('./commands/init.ts');
      code = await initCommand(folder, flags, effects);
    });

  program
    .command('sheets')
    .description('write a sheet of questions for each person who can answer some')
    .argument('[folder]', 'where the profile is (default: this folder)')
    .option('-o, --out <folder>', 'where to write (default: sheets, beside the profile)')
    .action(async (folder: string | undefined, flags: SheetsFlags) => {
      const { sheetsCommand } = await import('./commands/sheets.ts');
      code = await sheetsCommand(folder, flags, effects);
    });

  program
    .command('collect')
    .description('take the answers from filled sheets into the profile')
    .argument('<files...>', 'the sheets, as they came back')
    .option('--into <folder>', 'where the profile is (default: this folder)')
    .option('-y, --yes', 'do not ask before writing')
    .action(async (files: string[], flags: CollectFlags) => {
      const { collectCommand } = await import('./commands/collect.ts');
      code = await collectCommand(files, flags, effects);
    });

  program
    .command('build')
    .description('write the documents')
    .argument('[profile]', 'a YAML file, or the folder that holds trust.yaml')
    .option(
      '-e, --edition <name>',
      'the edition to build (see “Editions”), or all; may be repeated',
      collect,
    )
    .addOption(forOption('a copy for'))
    .addOption(
      new Option('-f, --format <list>', `which of ${FORMATS.join(', ')}, with commas`)
        .argParser(readFormats)
        .default([...FORMATS], 'all'),
    )
    .option('-o, --out <folder>', 'where to write (default: output, beside the profile)')
    .option('--release', 'build for publication: any error stops it, no draft mark')
    .addOption(
      new Option('-t, --theme <name>', 'how it looks, whatever the profile says').choices(
        themeNames,
      ),
    )
    .option('-w, --watch', 'build again at each save, until Ctrl-C (code 130)')
    .option('--browser <path>', 'the browser to print with')
    .addOption(
      new Option('--timeout <seconds>', 'how long a document may take to print')
        .argParser(readSeconds)
        .default(120),
    )
    .addOption(
      new Option('-j, --jobs <number>', 'how many documents to make at a time')
        .argParser(readJobs)
        .default(availableParallelism(), `${availableParallelism()}, one for each core`),
    )
    .option('--force', 'make all documents again, also those that would be the same')
    .option('--dry-run', 'write nothing; say what would be made, and why')
    .addOption(
      new Option(
        '--shard <part>',
        'make one part of the documents, such as 2/8, the second of eight; see merge',
      ).argParser(readShard),
    )
    .addOption(limitOption())
    .addOption(jsonOption())
    .addOption(annotateOption())
    .action(async (profile: string | undefined, flags: BuildFlags) => {
      const { buildCommand } = await import('./commands/build.ts');
      code = await buildCommand(profile, flags, effects);
    });

  program
    .command('check')
    .description('say what is wrong with a profile')
    .argument('[profile]', 'a YAML file, or the folder that holds trust.yaml')
    .option('--release', 'check as for publication')
    .option('--coverage', 'list the questions readers ask, answered or not')
    .addOption(forOption('also check the copy for'))
    .addOption(limitOption())
    .addOption(jsonOption())
    .addOption(annotateOption())
    .action(async (profile: string | undefined, flags: CheckFlags) => {
      const { checkCommand } = await import('./commands/check.ts');
      code = await checkCommand(profile, flags, effects);
    });

  program
    .command('verify')
    .description('say what made a document, and whether it was altered since')
    .argument('<files...>', 'documents that were built')
    .option('--record <file>', 'the record to look in (default: the nearest build.json)')
    .addOption(jsonOption())
    .action(async (files: string[], flags: VerifyFlags) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      code = await verifyCommand(files, flags, effects);
    });

  program
    .command('merge')
    .description('join the parts of a build, once every document is there')
    .argument('<paths...>', 'the folders of the parts, or their records')
    .option(
      '-o, --out <folder>',
      'where to bring them together (default: the one folder they are in)',
    )
    .addOption(jsonOption())
    .action(async (paths: string[], flags: MergeFlags) => {
      const { mergeCommand } = await import('./commands/merge.ts');
      code = await mergeCommand(paths, flags, effects);
    });

  program
    .command('explain')
    .description('say what the code of a problem means and how to put it right')
    .argument('[code]', 'such as unknown-key; left out, all codes')
    .addOption(jsonOption())
    .action(async (wanted: string | undefined, flags: { json?: boolean }) => {
      const { explainCommand } = await import('./commands/explain.ts');
      code = explainCommand(wanted, flags, effects);
    });

  program
    .command('schema')
    .description('print the JSON Schema of a profile, for editors')
    .action(async () => {
      const { schemaCommand } = await import('./commands/schema.ts');
      code = schemaCommand(effects);
    });

  program
    .command('doctor')
    .description('say whether this machine is ready, and prove it by printing a page')
    .option('--browser <path>', 'the browser to try')
    .addOption(jsonOption())
    .action(async (flags: { browser?: string; json?: boolean }) => {
      const { doctorCommand } = await import('./commands/doctor.ts');
      code = await doctorCommand(flags, effects);
    });

  for (const command of program.commands) command.copyInheritedSettings(program);

  if (argv.length === 0) {
    effects.terminal.out(program.helpInformation());
    return exitCodes.usage;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and the version end the parsing too, and are no error.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  return code;
}

const EXAMPLES = `Examples:
  thriving-case init my-trust              a first draft, by answering questions
  thriving-case build                      the nearest trust.yaml, all formats
  thriving-case build my-trust -f pdf      only the PDF of the profile in my-trust
  thriving-case build -e governors,staff   the papers for governors and for staff
  thriving-case build --watch              again at each save
  thriving-case build --for all            a copy for each school that asked
  thriving-case build --for schools.csv    a copy for each school of a table
  thriving-case build --dry-run            what would be made, and why
  thriving-case check my-trust --json      problems for a script to read
  thriving-case explain unknown-key        what a code means
  thriving-case doctor                     is this computer ready?`;

function editionTable(): string {
  const rows = editions.map(({ id, about }) => `  ${id.padEnd(12)}${about}`);
  return `Editions, which --edition chooses; a profile can define more under “editions”:\n${rows.join('\n')}`;
}

function exitCodeTable(): string {
  const rows = exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padEnd(5)}${meaning}`);
  return `Exit codes:\n${rows.join('\n')}`;
}

function limitTable(): string {
  const rows = Object.entries(movableLimits).map(([name, { key, unit, about }]) => {
    const usual = (defaultLimits[key] / unit).toLocaleString('en-GB');
    return `  ${name.padEnd(20)}${usual.padStart(8)}  ${about}`;
  });
  return `Limits, which --limit moves for build and check:
${rows.join('\n')}
  Fixed: groups ${defaultLimits.depth} deep; ${TEXT_LIMITS.line} characters in a line, ${TEXT_LIMITS.prose.toLocaleString('en-GB')} in a longer text.`;
}

function moveLimit(typed: string, moved: Limits | undefined): Limits {
  const [name = '', number = ''] = typed.split('=').map((part) => part.trim());
  if (!Object.hasOwn(movableLimits, name)) {
    const names = Object.keys(movableLimits);
    const meant = nearest(name, names);
    throw new InvalidArgumentError(
      meant ? `Did you mean ${meant}?` : `The limits are ${listOf(names)}.`,
    );
  }
  const { key, unit, most } = movableLimits[name as MovableLimit];
  const value = Number(number.replaceAll(',', ''));
  if (!Number.isFinite(value) || value <= 0 || value > most) {
    throw new InvalidArgumentError(
      `Give a number up to ${most.toLocaleString('en-GB')}, such as ${name}=${defaultLimits[key] / unit}.`,
    );
  }
  return { ...defaultLimits, ...moved, [key]: Math.round(value * unit) };
}

function collect(name: string, names: string[] | undefined): string[] {
  return [...(names ?? []), ...splitList(name)];
}

function readFormats(list: string): Format[] {
  const wanted = splitList(list).map((name) => name.toLowerCase());
  const unknown = wanted.find((name) => !FORMATS.some((format) => format === name));
  if (unknown !== undefined || wanted.length === 0) {
    throw new InvalidArgumentError(`Use any of ${FORMATS.join(', ')}, with commas between them.`);
  }
  return FORMATS.filter((format) => wanted.includes(format));
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > 86_400) {
    throw new InvalidArgumentError('Give a number of seconds, such as 300.');
  }
  return seconds;
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_JOBS}.`);
  }
  return jobs;
}

/** Each takes some hundred megabytes. */
const MOST_JOBS = 64;

function readShard(text: string): Shard {
  const shard = parseShard(text);
  if (shard) return shard;
  throw new InvalidArgumentError(
    'Give the number of the part and of all parts, such as 2/8; the first is 1/8 and the last 8/8.',
  );
}

function splitList(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
