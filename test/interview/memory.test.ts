import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recall, remember } from '../../src/interview/memory.ts';
import { readSources } from '../../src/profile/edit/sources.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { profileIn } from '../support/interview.ts';

const TEXT = 'trust:\n  name: A\n';
const MEMORY = '.thriving-case/values.json';

async function remembered() {
  const folder = folderWith({ 'trust.yaml': TEXT });
  const effects = testEffects(folder);
  const { value } = await readSources(folder, effects);
  if (!value) throw new Error('Not readable.');
  await remember(value, effects.files);
  return { folder, files: effects.files };
}

describe('what the files of a profile hold', () => {
  it('is remembered of the text that was written, and of no other', async () => {
    const { folder, files } = await remembered();
    const recalled = await recall(folder, files);
    expect(recalled(TEXT)).toEqual({ trust: { name: 'A' } });
    expect(recalled(`${TEXT}# by hand\n`)).toBeUndefined();
  });

  it.each([
    [
      'another version',
      (memory: string) => memory.replace(/"version":"[^"]+"/, '"version":"0.0.0"'),
    ],
    ['a crash', (memory: string) => memory.slice(0, 20)],
  ])('is not recalled from %s', async (_, spoil) => {
    const { folder, files } = await remembered();
    writeFileSync(path.join(folder, MEMORY), spoil(profileIn(folder, MEMORY)));
    expect((await recall(folder, files))(TEXT)).toBeUndefined();
  });

  it('is read from the files where nothing is remembered', async () => {
    const folder = folderWith({ 'trust.yaml': TEXT });
    const effects = testEffects(folder);
    const recalled = await recall(folder, effects.files);
    const { value } = await readSources(folder, effects, recalled);
    expect(value?.value).toEqual({ trust: { name: 'A' } });
  });
});
