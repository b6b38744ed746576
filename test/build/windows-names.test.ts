import { describe, expect, it } from 'vitest';
import { windowsRefusal } from '../../src/build/windows-names.ts';
import { cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { smallTrust } from '../support/trusts.ts';

describe('a path that Windows cannot have', () => {
  it.each([
    ['CON', 'keeps the name “CON” for a device'],
    ['made\\nul', '“nul”'],
    ['made/aux.old/2026', '“aux.old”'],
    ['C:\\Trust\\COM1', '“COM1”'],
    ['\\\\server\\share\\lpt9', '“lpt9”'],
    ['what?', 'allows no ? in a name'],
    ['C:\\a:b', 'allows no : in a name'],
    ['say "hello"', 'allows no "'],
    ['made.', 'may end as “made.” does'],
    ['made /2026', 'may end as “made ” does'],
    ['a\tb', 'an invisible character'],
  ])('is told why: %s', (file, why) => {
    expect(windowsRefusal(file)).toContain(why);
  });

  it.each([
    'output',
    '.',
    '..\\output',
    'C:\\Users\\Zoë Øster\\Trust & Co (2026)\\output',
    'C:output',
    '\\\\server\\share\\trust\\output',
    '\\\\?\\C:\\a very long path\\output',
    'console/auxiliary/com10/nullable/CON-1.pdf',
    '.hidden/v1.2',
  ])('is not this one: %s', (file) => {
    expect(windowsRefusal(file)).toBeNull();
  });

  it('is refused as the place to write to, on Windows alone', async () => {
    const argv = ['build', '-f', 'md', '--out', 'nul'];
    const there = await cli(argv, folderWith({ 'trust.yaml': smallTrust }), { platform: 'win32' });
    expect(there).toMatchObject({ code: 3, stdout: '' });
    expect(there.stderr).toMatch(
      /^Error bad-output-folder\n {2}Nothing can be written to “nul”: Windows keeps the name “nul” for a device\./,
    );
    const here = await cli(argv, folderWith({ 'trust.yaml': smallTrust }), { platform: 'linux' });
    expect(here).toMatchObject({ code: 0 });
  });
});
