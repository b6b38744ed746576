import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { Edition } from '../knowledge/editions.ts';
import { Failure, interrupted } from '../pdf/failure.ts';
import type { Press } from '../pdf/press.ts';
import { isoDate } from '../profile/formats/dates.ts';
import { countsOf } from '../record/manifest.ts';
import { readRecord, recordName, type Shard } from '../record/record.ts';
import { tool, toolCode } from '../tool.ts';
import type { BuildOptions, BuildResult, DocumentOutcome, Progress } from './build.ts';
import { inHand } from './in-hand.ts';
import { type Heading, keepRecord } from './keeping.ts';
import { remember } from './kept.ts';
import { sharedInputs } from './keys.ts';
import { type Made, type MadeWith, makeDocument, type Workshop } from './make.ts';
import type { Opened } from './open.ts';
import { type PlannedDocument, planOf } from './plan.ts';
import { partOf } from './shard.ts';
import { whichBrowser } from './which-browser.ts';
import { wouldStopAll } from './write.ts';

export interface Surroundings {
  /** Null where nothing is to be printed. */
  press: Press | null;
  progress: Progress;
  /** What was said of the profile, but for its remarks. */
  told: readonly Diagnostic[];
}

type Wanted = BuildOptions & { jobs: number; out: string };

/**
 * Makes the documents of a plan, or of a part of it, several at a time. One that fails does not stop the
 * others, unless they would fail for the same reason.
 */
export async function makeAll(
  opened: Opened,
  editions: readonly Edition[],
  { formats, jobs, out, browser, force = false, dryRun = false, shard = null }: Wanted,
  effects: Effects,
  { press, progress, told }: Surroundings,
): Promise<BuildResult> {
  const whole = planOf(editions, opened.addressees);
  const plan = partOf(whole, shard);
  const name = recordName(shard);
  const [before, joined, browsers] = await Promise.all([
    readRecord(path.join(out, name), effects),
    shard ? readRecord(path.join(out, recordName(null)), effects) : null,
    whichBrowser(browser, press, effects),
  ]);
  const heading = headingOf(opened, told, shard, whole);
  const keeping = keepRecord(
    { heading, browser: browsers.recorded, plan, before: before.record },
    { folder: out, name },
    effects,
  );
  const alone = plan.length === 1;
  const steps = formats.includes('pdf') ? 3 : 2;
  const shop: Workshop = {
    ...{ opened, shared: heading.inputs, force, dryRun, out, effects },
    remembered: remember([before.record, joined?.record ?? null]),
    making: {
      ...{ tool: heading.tool, date: heading.date, formats },
      isSameBrowser: browsers.isSame,
    },
    async print(html, meanwhile) {
      if (!press) throw new Error('There is nothing to print with.');
      if (alone) progress('Printing', 1, steps);
      const pdf = await press.print(html, meanwhile);
      await browsers.note();
      return pdf;
    },
    writing() {
      if (!alone) return;
      progress('Writing', steps - 1, steps);
      // The browser has printed all, and ends while the files are written.
      void press?.close();
    },
  };

  const run = new Run(plan, press, effects);
  const advance = () => {
    if (!alone) progress('Making documents', run.finished, plan.length, 'documents');
  };
  advance();
  await inHand(
    plan,
    jobs,
    async (planned) => {
      const result = await makeDocument(planned, shop);
      run.take(planned, result);
      const { made } = result;
      if ('document' in made) {
        keeping.add(made.document);
        if (!alone) await keeping.saveNowAndThen();
      }
      advance();
    },
    () => run.isOver(),
  );
  // Where nothing was finished, the record stays as it was too.
  const toBeSaved = !dryRun && (plan.length === 0 || run.hasFinished());
  const saved = toBeSaved ? await keeping.save() : null;
  return run.result(saved);
}

function headingOf(
  opened: Opened,
  told: readonly Diagnostic[],
  shard: Shard | null,
  whole: readonly PlannedDocument[],
): Heading {
  const { profile, date, status } = opened;
  return {
    format: 2,
    tool: { ...tool(), code: toolCode() },
    date: isoDate(date),
    status,
    profile: [...profile.files],
    inputs: sharedInputs(opened),
    diagnostics: () => countsOf([...told, ...opened.remarks()]),
    settings: profile.data.rules ?? [],
    shard: shard && { ...shard, plan: whole.map(({ place }) => place) },
  };
}

/** What has come of the documents of a plan so far. */
class Run {
  readonly #plan: readonly PlannedDocument[];
  readonly #press: Press | null;
  readonly #interrupted: AbortSignal;
  readonly #outcomes = new Map<PlannedDocument, Made>();
  /** Each once, though it may have been met in many documents. */
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #files = new Map<PlannedDocument, BuildResult['files']>();
  /** What every other document would fail for too. */
  #hopeless: Failure | null = null;

  constructor(plan: readonly PlannedDocument[], press: Press | null, { interrupted }: Effects) {
    this.#plan = plan;
    this.#press = press;
    this.#interrupted = interrupted;
  }

  get finished(): number {
    return this.#outcomes.size;
  }

  isOver(): boolean {
    return this.#hopeless !== null || this.#interrupted.aborted;
  }

  hasFinished(): boolean {
    return [...this.#outcomes.values()].some((made) => 'document' in made);
  }

  take(planned: PlannedDocument, { made, diagnostics, written }: MadeWith): void {
    this.#outcomes.set(planned, made);
    this.#files.set(planned, written);
    for (const diagnostic of diagnostics) this.#tell(diagnostic);
    if (made.state !== 'failed' || made.failure.interrupted) return;
    const { failure } = made;
    if (this.#press?.broken() || wouldStopAll(failure)) {
      this.#hopeless ??= this.#press?.broken() ?? failure;
    } else {
      this.#tell(this.#plan.length === 1 ? failure.diagnostic : named(planned, failure));
    }
  }

  #tell(diagnostic: Diagnostic): void {
    this.#diagnostics.set(JSON.stringify(diagnostic), diagnostic);
  }

  result(saved: Awaited<ReturnType<ReturnType<typeof keepRecord>['save']>> | null): BuildResult {
    const documents = this.#plan.map((planned): DocumentOutcome => {
      const { state, why } = this.#outcomes.get(planned) ?? { state: 'left', why: null };
      return { place: planned.place, edition: planned.edition.id, state, why };
    });
    const any = (...states: DocumentOutcome['state'][]) =>
      documents.some(({ state }) => states.includes(state));
    const stopped = this.#interrupted.aborted && any('failed', 'left');
    const failure = stopped ? this.#interruption(documents) : (this.#hopeless ?? saved?.failure);
    const diagnostics = [...(this.#press?.notes() ?? []), ...this.#diagnostics.values()];
    if (failure) diagnostics.push(failure.diagnostic);
    const failed = failure || any('failed', 'left') || (any('refused') && any('made', 'unchanged'));
    const outcome = stopped
      ? 'interrupted'
      : failed
        ? 'failed'
        : any('refused')
          ? 'refused'
          : 'done';
    return {
      outcome,
      files: [
        ...this.#plan.flatMap((planned) => this.#files.get(planned) ?? []),
        ...(saved?.files ?? []),
      ],
      documents,
      manifest: outcome === 'done' ? (saved?.record ?? null) : null,
      diagnostics,
    };
  }

  #interruption(documents: readonly DocumentOutcome[]): Failure {
    if (documents.length === 1) return interrupted();
    const done = documents.filter(({ state }) => state === 'made' || state === 'unchanged').length;
    return new Failure(
      {
        code: 'interrupted',
        message: `Interrupted. Of ${documents.length} documents, ${done} ${done === 1 ? 'is' : 'are'} finished.`,
        hint: 'Nothing was half written. Run the same command again, and it makes only the others.',
      },
      { interrupted: true },
    );
  }
}

/** The same failure, said of one document among others. */
function named({ place }: PlannedDocument, { diagnostic }: Failure): Diagnostic {
  return { ...diagnostic, message: `${place} was not made. ${diagnostic.message}` };
}
