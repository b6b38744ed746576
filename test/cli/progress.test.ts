import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { testEffects } from '../support/effects.ts';

function terminal(interactive: boolean) {
  const effects = testEffects('/work');
  return { effects, terminal: { ...effects.terminal, interactive } };
}

describe('the progress line', () => {
  it('is one line that says the step and the count, written over and then erased', () => {
    const { effects, terminal: screen } = terminal(true);
    const progress = progressLine(screen);
    progress.show('Reading the profile', 0, 3);
    progress.show('Printing', 1, 3);
    progress.clear();
    expect(effects.stderr()).toBe(
      '\r\u001b[KReading the profile (1 of 3) …\r\u001b[KPrinting (2 of 3) …\r\u001b[K',
    );
    expect(effects.stdout()).toBe('');
  });

  it('is silent where nobody watches', () => {
    const { effects, terminal: screen } = terminal(false);
    const progress = progressLine(screen);
    progress.show('Reading the profile', 0, 3);
    progress.clear();
    expect(effects.stderr() + effects.stdout()).toBe('');
  });
});
