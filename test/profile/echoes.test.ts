import { describe, expect, it } from 'vitest';
import { read, told } from '../support/profile.ts';

async function problems(text: string) {
  const { diagnostics } = await read(text);
  return { told: told(diagnostics, text), hints: diagnostics.map(({ hint }) => hint) };
}

describe('withoutEchoes', () => {
  it('tells of a key in capitals as misspelt, and not as missing too', async () => {
    const text = 'Trust:\n  Name: A\nschools:\n  - Name: B\n    Phase: primary\n';
    const { told, hints } = await problems(text);
    expect(told.toSorted()).toEqual([
      'unknown-key trust.yaml:1:1 “Trust”',
      'unknown-key trust.yaml:4:5 “Name”',
      'unknown-key trust.yaml:5:5 “Phase”',
    ]);
    expect(hints).toContain('Did you mean “trust”?');
  });

  it('still tells of a missing key beside another one’s misspelling', async () => {
    const { told } = await problems('trust:\n  visoin: Known by name.\n');
    expect(told).toEqual([
      'missing-key trust.yaml:1:1 “trust”',
      'unknown-key trust.yaml:2:3 “visoin”',
    ]);
  });

  it('tells once of a list whose items are all of the wrong kind', async () => {
    const text = 'trust: {name: A}\nschools:\n  - Hill Top School\n  - St Mary’s\n  - Marsh End\n';
    const { told, hints } = await problems(text);
    expect(told).toEqual(['wrong-type trust.yaml:3:5 “Hill Top School”']);
    expect(hints[0]).toContain('Type “name: Hill Top School”.');
    expect(hints[0]).toMatch(/2 more items of this list: the same\.$/);
  });

  it('tells of one such item and of each list on its own', async () => {
    const text =
      'trust: {name: A}\nschools:\n  - {name: B}\n  - C\nrisks:\n  - D\n  - {risk: E}\n  - F\n';
    const { told, hints } = await problems(text);
    expect(told).toEqual(['wrong-type trust.yaml:4:5 “C”', 'wrong-type trust.yaml:6:5 “D”']);
    expect(hints[0]).not.toContain('more');
    expect(hints[1]).toContain('One more item of this list: the same.');
  });
});
