import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayName } from '../../src/effects/display-name.ts';

const cwd = path.resolve('/work/trusts');

describe('the name of a file in a message', () => {
  it.each([
    ['otterwick/trust.yaml', 'otterwick/trust.yaml'],
    ['trust.yaml', 'trust.yaml'],
    ['../other/trust.yaml', '../other/trust.yaml'],
    ['.', 'trusts'],
  ])('is for %s what one would type from here', (file, name) => {
    expect(displayName(path.join(cwd, ...file.split('/')), { cwd })).toBe(name);
  });

  it.each([
    ['C:\\Users\\Zoë\\Trust', 'C:\\Users\\Zoë\\Trust\\output\\a.pdf', 'output/a.pdf'],
    ['C:\\Users\\Zoë\\Trust', 'c:\\users\\zoë\\trust\\output\\a.pdf', 'output/a.pdf'],
    ['C:\\Users\\Zoë', 'D:\\Trust\\trust.yaml', 'D:/Trust/trust.yaml'],
    ['\\\\server\\share\\Trust', '\\\\server\\share\\trust.yaml', '../trust.yaml'],
    ['C:\\Trust', '\\\\server\\share\\trust.yaml', '//server/share/trust.yaml'],
  ])('is on Windows, from %s for %s, what one would type there', (from, file, name) => {
    expect(displayName(file, { cwd: from }, path.win32)).toBe(name);
  });
});
