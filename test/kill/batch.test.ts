import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/record/record.ts';
import { stateOf } from '../../src/record/state.ts';
import { contentsOf, trustWithSchools } from '../support/batch.ts';
import { ownTemporary } from '../support/browsers.ts';
import { spawnCli } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { posix, processesWith, until } from '../support/processes.ts';

/** How often a build is killed: few times unless `KILLS` says more, as before a release. */
const KILLS = Number(process.env.KILLS ?? 3);
const SCHOOLS = 6;
const argv = ['build', '--for', 'schools-that-asked.csv', '--jobs', '2'];

function ground() {
  const cwd = folderWith(trustWithSchools(SCHOOLS));
  const temporary = ownTemporary(cwd);
  const start = (...more: string[]) =>
    spawnCli([...argv, ...more], {
      cwd,
      env: { TMPDIR: temporary, SOURCE_DATE_EPOCH: '1790000000' },
    });
  return { output: path.join(cwd, 'output'), temporary, start };
}

async function cleanBuild() {
  const { output, start } = ground();
  const began = performance.now();
  expect(await start().finished).toMatchObject({ code: 0 });
  return { files: contentsOf(output), took: performance.now() - began };
}

/** Files that were begun and never finished, which go an hour later. */
const finished = (output: string) =>
  Object.fromEntries(Object.entries(contentsOf(output)).filter(([name]) => !name.endsWith('.tmp')));

/** Whatever is on record stands there as it was written. */
async function expectRecordHolds(output: string) {
  const effects = testEffects(output);
  const read = await readRecord(path.join(output, 'build.json'), effects);
  for (const { files } of read.record?.documents ?? []) {
    for (const file of files) expect(await stateOf(file, output, effects)).toBe('whole');
  }
  return read.record?.documents.length ?? 0;
}

describe.runIf(posix)('a build of many documents', () => {
  it(`that is killed outright ${KILLS} times, at any moment, is completed by one plain run`, {
    timeout: 60_000 + KILLS * 20_000,
  }, async () => {
    const clean = await cleanBuild();
    for (let round = 0; round < KILLS; round += 1) {
      const { output, temporary, start } = ground();
      const { child, finished: ended } = start();
      const moment = (clean.took * (round + Math.random())) / KILLS;
      setTimeout(() => child.kill('SIGKILL'), moment);
      await ended;
      if (process.platform === 'linux') {
        await until('its browser ends', () => processesWith(temporary).length === 0);
      }
      if (existsSync(output)) await expectRecordHolds(output);
      expect(await start().finished).toMatchObject({ code: 0 });
      const made = finished(output);
      expect(Object.keys(made)).toEqual(Object.keys(clean.files));
      const differing = Object.keys(made).filter((name) => made[name] !== clean.files[name]);
      expect(differing, `killed after ${moment} ms`).toEqual([]);
    }
  });

  it('that is interrupted has whole documents alone, and the next run goes on from them', async () => {
    const { output, start } = ground();
    const { child, finished: ended } = start();
    const schools = () =>
      existsSync(path.join(output, 'for')) ? readdirSync(path.join(output, 'for')) : [];
    // Of three that were begun, two at a time, one is finished.
    await until('three documents are begun', () => schools().length >= 3, 50_000);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/Of 6 documents, [1-5] (is|are) finished\./);
    const kept = await expectRecordHolds(output);
    expect(kept).toBeGreaterThan(0);
    const next = await start('--json').finished;
    expect(next.code).toBe(0);
    const { documents } = JSON.parse(next.stdout) as { documents: { state: string }[] };
    expect(documents.filter(({ state }) => state === 'unchanged')).toHaveLength(kept);
  });
});
