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

  it('says of many documents how many are done, how fast, and how long the rest will take', () => {
    const { effects, terminal: screen } = terminal(true);
    let now = 0;
    const progress = progressLine(screen, () => now);
    const shown = (done: number, at: number) => {
      now = at;
      progress.show('Making documents', done, 200, 'documents');
      return effects.stderr().split('\r\u001b[K').at(-1);
    };
    expect(shown(0, 0)).toBe('Making documents: 0 of 200 …');
    expect(shown(1, 1000)).toBe('Making documents: 1 of 200 …');
    expect(shown(40, 30_000)).toBe('Making documents: 40 of 200, 80 a minute, 2 minutes left …');
    expect(shown(199, 150_000)).toBe('Making documents: 199 of 200, 80 a minute, 1 second left …');
    expect(shown(200, 151_000)).toBe('Making documents: 200 of 200 …');
  });

  it('is silent where nobody watches', () => {
    const { effects, terminal: screen } = terminal(false);
    const progress = progressLine(screen);
    progress.show('Reading the profile', 0, 3);
    progress.clear();
    expect(effects.stderr() + effects.stdout()).toBe('');
  });
});
