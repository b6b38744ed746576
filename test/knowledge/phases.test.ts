import { describe, expect, it } from 'vitest';
import { phases } from '../../src/knowledge/phases.ts';

describe('the phases', () => {
  it('are those of the register of schools, in the order of age', () => {
    expect(phases).toEqual([
      'nursery',
      'primary',
      'middle deemed primary',
      'secondary',
      'middle deemed secondary',
      '16 plus',
      'all-through',
      'not applicable',
    ]);
  });

  it('leave special schools and alternative provision to the type of a school', () => {
    expect(phases.join(' ')).not.toMatch(/special|alternative/);
  });
});
