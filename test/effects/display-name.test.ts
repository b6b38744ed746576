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
});
