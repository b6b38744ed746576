import type { BuildReport, CheckReport } from './reports.ts';

export type {
  BuildReport,
  CheckReport,
  DoctorReport,
  ReportedDiagnostic,
  ReportedPosition,
} from './reports.ts';

export interface CheckOptions {
  /** A YAML file, or the folder that holds `trust.yaml`; left out, the nearest `trust.yaml`. */
  profile?: string;
  /** For publication: what a draft may lack is an error. */
  release?: boolean;
  /**
   * The schools to make or check copies for: their names or URNs, `all`, or CSV or YAML files of schools;
   * left out, there is one document, for whoever the profile is meant for.
   */
  schools?: readonly string[];
}

export interface BuildOptions extends CheckOptions {
  /** Editions by name; left out, the full prospectus. */
  editions?: readonly string[];
  /** Left out, all of them. */
  formats?: readonly ('md' | 'html' | 'pdf')[];
  /** The folder to write to; left out, `output` beside the profile. */
  out?: string;
  /** How the documents look, whatever the profile says. */
  theme?: 'clear' | 'warm' | 'plain';
  /** The browser to print with. */
  browser?: string;
  /** How long the browser may take for a document, in seconds; left out, 120. */
  timeout?: number;
  /** How many documents to make at a time; left out, one for each core. */
  jobs?: number;
  /** Make all documents again, also those that would be the same. */
  force?: boolean;
  /** Write nothing; the report says what would be made, and why. */
  dryRun?: boolean;
  /** The part of the documents to make, such as `{ number: 2, of: 8 }`; left out, all. */
  shard?: { number: number; of: number };
  /** Aborting it stops the build, which then reports `interrupted`. */
  signal?: AbortSignal;
}

/** Checks a profile, as `thriving-case check --json` does. */
export async function check(options: CheckOptions = {}): Promise<CheckReport> {
  const [{ check: run }, { summarise }, { checkReport }, { nodeEffects }] = await Promise.all([
    import('./check/check.ts'),
    import('./check/summary.ts'),
    import('./check/report.ts'),
    import('./effects/node.ts'),
  ]);
  const effects = nodeEffects(new AbortController().signal);
  const checked = await run(options.profile, effects, {
    release: options.release ?? false,
    schools: options.schools ?? [],
  });
  return checkReport(checked, summarise(checked, effects));
}

/** Builds the documents of a profile, as `thriving-case build --json` does. */
export async function build(options: BuildOptions = {}): Promise<BuildReport> {
  const [{ build: run, formats: every }, { buildReport }, { nodeEffects }] = await Promise.all([
    import('./build/build.ts'),
    import('./build/report.ts'),
    import('./effects/node.ts'),
  ]);
  const {
    signal = new AbortController().signal,
    formats = every,
    timeout = 120,
    ...others
  } = options;
  const effects = nodeEffects(signal);
  return buildReport(await run({ ...others, formats, timeout }, effects), effects);
}
