import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OutputFile, writeFiles } from '../../src/build/write.ts';
import { testEffects } from '../support/effects.ts';
import { failingWrites } from '../support/failing.ts';
import { folderWith } from '../support/folder.ts';

const file = (name: string, text = name): OutputFile => ({
  path: name,
  content: new TextEncoder().encode(text),
});

describe('writing the files of a build', () => {
  it('makes the folders they are in, and says where they are and how long', async () => {
    const cwd = folderWith();
    const out = path.join(cwd, 'a', 'b');
    const written = await writeFiles(
      out,
      [file('prospectus.md', 'words £5'), file('images/logo.png')],
      testEffects(cwd),
    );
    expect(written).toEqual({
      files: [
        { path: path.join(out, 'prospectus.md'), bytes: 9 },
        { path: path.join(out, 'images', 'logo.png'), bytes: 15 },
      ],
      failure: null,
    });
    expect(readFileSync(path.join(out, 'prospectus.md'), 'utf8')).toBe('words £5');
    expect(readdirSync(out)).toEqual(['images', 'prospectus.md']);
  });

  it.each([
    ['EACCES', 'you do not have permission to write there', '--out'],
    ['EPERM', 'you do not have permission to write there', 'open in another program, close it'],
    ['EROFS', 'you do not have permission to write there', '--out'],
    ['EBUSY', 'another program has it open', 'Close it in Word, your editor'],
    ['ENOSPC', 'the disk is full', 'Make room'],
    ['EDQUOT', 'the disk is full', 'another disk with --out'],
    ['ENOTDIR', 'a file stands where a folder should be', 'Move it away'],
    ['EEXIST', 'a file stands where a folder should be', 'Move it away'],
    ['EISDIR', 'a file stands where a folder should be', 'Move it away'],
    ['EIO', 'EIO: as the system says it', 'Choose another folder with --out'],
  ])(
    'stops at the first that fails with %s, and says what was written',
    async (code, why, what) => {
      const cwd = folderWith({ 'output/two.html': 'old', 'output/three.pdf': 'old' });
      // On Windows the first two may also mean that another program has the file open: that is below.
      const platform = 'linux';
      const effects = testEffects(cwd, {
        platform,
        files: failingWrites(cwd, { 'two.html': code }),
      });
      const { files, failure } = await writeFiles(
        path.join(cwd, 'output'),
        [file('one.md'), file('two.html'), file('three.pdf')],
        effects,
      );
      expect(files).toEqual([{ path: path.join(cwd, 'output', 'one.md'), bytes: 6 }]);
      expect(failure?.interrupted).toBe(false);
      expect(failure?.diagnostic).toMatchObject({ code: 'cannot-write', severity: 'error' });
      expect(failure?.diagnostic.message).toContain(`output/two.html could not be written: ${why}`);
      expect(failure?.diagnostic.hint).toContain(what);
      expect(readFileSync(path.join(cwd, 'output', 'two.html'), 'utf8')).toBe('old');
      expect(readFileSync(path.join(cwd, 'output', 'three.pdf'), 'utf8')).toBe('old');
    },
  );

  it.each([
    ['prospectus.pdf', 'EPERM', 'another program has it open', 'Close it in Adobe Acrobat'],
    ['prospectus.pdf', 'EACCES', 'another program has it open', 'the preview pane of the folder'],
    ['prospectus.md', 'EPERM', 'another program has it open', 'Close it in Word'],
    ['new.pdf', 'EPERM', 'you do not have permission to write there', '--out'],
  ])(
    'on Windows knows whether %s is open elsewhere when it says %s',
    async (name, code, why, what) => {
      const cwd = folderWith({ 'prospectus.pdf': 'old', 'prospectus.md': 'old' });
      const files = failingWrites(cwd, { [name]: code });
      const { failure } = await writeFiles(
        cwd,
        [file(name)],
        testEffects(cwd, { platform: 'win32', files }),
      );
      expect(failure?.diagnostic.message).toBe(`${name} could not be written: ${why}.`);
      expect(failure?.diagnostic.hint).toContain(what);
    },
  );

  it('stops between two files where the user interrupts', async () => {
    const cwd = folderWith();
    const user = new AbortController();
    const effects = testEffects(cwd, { interrupted: user.signal });
    const { write } = effects.files;
    effects.files.write = async (place, content) => {
      await write(place, content);
      user.abort();
    };
    const { files, failure } = await writeFiles(cwd, [file('one.md'), file('two.html')], effects);
    expect(files.map((written) => path.basename(written.path))).toEqual(['one.md']);
    expect(failure).toMatchObject({ interrupted: true, diagnostic: { code: 'interrupted' } });
    expect(existsSync(path.join(cwd, 'two.html'))).toBe(false);
  });

  it('says so where the folder is a file', async () => {
    const cwd = folderWith({ output: 'a file' });
    const { failure } = await writeFiles(
      path.join(cwd, 'output'),
      [file('one.md')],
      testEffects(cwd),
    );
    expect(failure?.diagnostic.message).toContain('a file stands where a folder should be');
    expect(readFileSync(path.join(cwd, 'output'), 'utf8')).toBe('a file');
  });

  it('says so where a file is a folder, and leaves nothing beside it', async () => {
    const cwd = folderWith();
    mkdirSync(path.join(cwd, 'one.md'));
    writeFileSync(path.join(cwd, 'one.md', 'note'), '');
    const { failure } = await writeFiles(cwd, [file('one.md')], testEffects(cwd));
    expect(failure?.diagnostic.code).toBe('cannot-write');
    expect(readdirSync(cwd)).toEqual(['one.md']);
  });
});
