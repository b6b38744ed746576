import { describe, expect, it } from 'vitest';
import { isInside } from '../../src/profile/inside.ts';

describe('isInside', () => {
  it.each(['/trust/logo.png', '/trust/images/logo.png', '/trust/..logo.png', '/trust/a/../b.png'])(
    'holds for %s in /trust',
    (file) => {
      expect(isInside('/trust', file)).toBe(true);
    },
  );

  it.each(['/trust', '/', '/logo.png', '/trust2/logo.png', '/trust/../logo.png', '/other/trust/x'])(
    'does not hold for %s in /trust',
    (file) => {
      expect(isInside('/trust', file)).toBe(false);
    },
  );
});
