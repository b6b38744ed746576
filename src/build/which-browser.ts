import type { Effects } from '../effects/effects.ts';
import { browsersFound } from '../pdf/identity.ts';
import type { Press } from '../pdf/press.ts';
import type { Provenance } from '../record/manifest.ts';

type Recorded = Provenance['browser'];

export interface WhichBrowser {
  /** Whether a recorded browser is the one that would print now; without starting one, where that can be told. */
  isSame(recorded: Recorded): Promise<boolean>;
  /** Takes note of the one that has printed. */
  note(): Promise<void>;
  /** The one that has printed, or else by which what is kept was printed. */
  recorded(): Recorded;
}

export async function whichBrowser(
  wanted: string | undefined,
  press: Press | null,
  effects: Effects,
): Promise<WhichBrowser> {
  const found = await browsersFound(wanted, effects).catch(() => null);
  let printed: Recorded = null;
  let kept: Recorded = null;

  const isSame = async (recorded: NonNullable<Recorded>): Promise<boolean> => {
    if (found !== null) return recorded.found === found;
    const running = await press?.browser().catch(() => null);
    return running?.name === recorded.name && running.version === recorded.version;
  };
  return {
    async isSame(recorded) {
      const same = recorded !== null && (await isSame(recorded));
      if (same) kept ??= recorded;
      return same;
    },
    async note() {
      if (press && !printed) printed = { ...(await press.browser()), found };
    },
    recorded: () => printed ?? kept,
  };
}
