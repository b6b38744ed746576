import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import type { BuildReport } from '../reports.ts';
import type { BuildResult } from './build.ts';

export function buildReport(
  { outcome, files, documents, manifest, diagnostics }: BuildResult,
  effects: Pick<Effects, 'cwd'>,
): BuildReport {
  return {
    format: 1,
    command: 'build',
    outcome,
    status: manifest?.status ?? null,
    files: files.map(({ path, bytes }) => ({ path: displayName(path, effects), bytes })),
    documents,
    diagnostics,
  };
}
