import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { example, spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

async function built(place: string, env: Record<string, string> = {}): Promise<Buffer[]> {
  const cwd = path.join(folderWith(), place);
  mkdirSync(cwd, { recursive: true });
  const { finished } = spawnCli(['build', example, '--out', 'made'], {
    cwd,
    env: { ...env, SOURCE_DATE_EPOCH: '1795824000' },
  });
  const { code, stderr } = await finished;
  expect(code, stderr).toBe(0);
  return ['prospectus.pdf', 'prospectus.html', 'build.json'].map((name) =>
    readFileSync(path.join(cwd, 'made', name)),
  );
}

describe('two builds of one profile', () => {
  it('are the same, byte for byte, wherever and in whatever time zone they are made', async () => {
    const here = await built('here', { TZ: 'Europe/London', LANG: 'C' });
    const there = await built(path.join('far', 'away'), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'de_DE',
    });
    expect(here.map((file, index) => file.equals(there[index] as Buffer))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
