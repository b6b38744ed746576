import path from 'node:path';
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

  it.each([
    ['C:\\Trust', 'C:\\Trust\\images\\logo.png', true],
    ['C:\\Trust', 'c:\\TRUST\\Images\\Logo.PNG', true],
    ['C:\\Trust', 'C:/Trust/images/logo.png', true],
    ['C:\\Trust', 'D:\\Trust\\logo.png', false],
    ['C:\\Trust', 'C:\\Trust2\\logo.png', false],
    ['C:\\Trust', 'C:\\Trust\\..\\logo.png', false],
    ['C:\\Trust', '\\\\server\\share\\Trust\\logo.png', false],
    ['\\\\server\\share\\Trust', '\\\\SERVER\\Share\\Trust\\logo.png', true],
    ['\\\\server\\share\\Trust', '\\\\server\\other\\Trust\\logo.png', false],
    ['\\\\server\\share', '\\\\server\\share\\logo.png', true],
  ])('knows drives, shares and letters of Windows: in %s, %s is %s', (folder, file, inside) => {
    expect(isInside(folder, file, path.win32)).toBe(inside);
  });
});
