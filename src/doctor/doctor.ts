import type { Effects } from '../effects/effects.ts';
import { tryBrowsers } from './browsers.ts';
import type { Finding } from './finding.ts';
import { nodeFound, tryPictures, tryTemplates } from './parts.ts';
import { tryPlaces } from './places.ts';

/** What was found out about a machine. */
export interface Examination {
  /** Whether files can be written and a PDF printed. */
  ready: boolean;
  findings: Finding[];
}

/**
 * Tries everything that the tool needs of a machine, to the point of printing a page. Throws a
 * `Failure` where the user interrupts.
 */
export async function examine(
  browser: string | undefined,
  effects: Effects,
  say: (what: string) => void = () => {},
): Promise<Examination> {
  say('Trying the folders');
  const findings = [
    nodeFound(effects),
    ...(await tryPlaces(effects)),
    await tryTemplates(effects),
    await tryPictures(),
    ...(await tryBrowsers(browser, effects, say)),
  ];
  return { ready: findings.every(({ state }) => state !== 'bad'), findings };
}
