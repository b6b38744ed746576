import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addressees } from './support/addressees.ts';
import { contentsOf } from './support/batch.ts';
import { bin, root, spawnCli } from './support/cli.ts';
import { folderWith } from './support/folder.ts';
import { posix } from './support/processes.ts';
import { smallTrust } from './support/trusts.ts';

/** With `LONG_TESTS=1` as before a release: eight parts of many copies. */
const isLong = process.env.LONG_TESTS !== undefined;
const PARTS = isLong ? 8 : 2;
const SCHOOLS = isLong ? 24 : 2;

interface GitHubStep {
  run?: string;
}

/** The commands by which a workflow builds a part and joins the parts, as they stand there. */
const workflows = {
  GitHub() {
    const { jobs } = parse(readFileSync(path.join(root, 'examples/ci/github.yml'), 'utf8'));
    const commands = (job: string) =>
      (jobs[job].steps as GitHubStep[]).flatMap(({ run }) => (run?.includes('npx') ? run : []));
    return {
      count: jobs.build.strategy.matrix.part.length as number,
      build: (part: number) =>
        commands('build').map((run) =>
          run.replace(/\$\{\{ matrix\.part \}\}/g, String(part)).replace(/\/8\b/, `/${PARTS}`),
        ),
      merge: commands('merge'),
      /** Where the parts are when they are joined: each comes as a folder of its own. */
      bring(cwd: string, part: number) {
        const to = path.join(cwd, 'parts', `part-${part}`);
        cpSync(path.join(cwd, 'part'), to, { recursive: true });
      },
    };
  },
  GitLab() {
    const { build, merge } = parse(readFileSync(path.join(root, 'examples/ci/gitlab.yml'), 'utf8'));
    const commands = (script: string[]) => script.filter((line) => line.includes('npx'));
    return {
      count: build.parallel as number,
      build: () => commands(build.script),
      merge: commands(merge.script),
      bring() {},
    };
  },
};

/** Runs commands as a runner does: the first that fails ends them. */
function shell(lines: readonly string[], cwd: string, env: Record<string, string>) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn('sh', ['-e', '-c', lines.join('\n')], {
      cwd,
      env: { ...process.env, ...env, PATH: `${path.join(cwd, 'bin')}:${process.env.PATH}` },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        output += bytes;
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A repository as the workflows expect it, where `npx thriving-case` is this one. */
function repository(): string {
  const cwd = folderWith();
  const trust = path.join(cwd, 'my-trust');
  mkdirSync(trust);
  if (isLong) cpSync(path.join(root, 'examples/quillbrook'), trust, { recursive: true });
  else writeFileSync(path.join(trust, 'trust.yaml'), `as_of: 1 November 2026\n${smallTrust}`);
  const file = path.join(trust, 'trust.yaml');
  const general = readFileSync(file, 'utf8').replace('  school: Fennimore Primary School\n', '');
  writeFileSync(file, general);
  writeFileSync(path.join(trust, 'prospective-schools.yaml'), addressees(SCHOOLS));
  mkdirSync(path.join(cwd, 'bin'));
  const npx = path.join(cwd, 'bin/npx');
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(npx, 0o755);
  return cwd;
}

let whole: Promise<Record<string, string>> | undefined;

/** What one run makes of all of it. */
async function oneRun(): Promise<Record<string, string>> {
  const cwd = repository();
  const { code, stderr } = await spawnCli(['build', 'my-trust', '--for', 'all', '--out', 'made'], {
    cwd,
  }).finished;
  expect(code, stderr).toBe(0);
  return contentsOf(path.join(cwd, 'made'));
}

describe.runIf(posix).each(Object.entries(workflows))('the workflow for %s', (_, workflow) => {
  it(`makes in ${PARTS} parts, each with a browser of its own, what one run makes, byte for byte`, {
    timeout: 120_000 + SCHOOLS * 20_000,
  }, async () => {
    const { count, build, merge, bring } = workflow();
    expect(count).toBe(8);
    const cwd = repository();
    for (let part = 1; part <= PARTS; part += 1) {
      const env = { CI_NODE_INDEX: String(part), CI_NODE_TOTAL: String(PARTS) };
      const lines = ['rm -rf part', ...build(part)];
      const { code, output } = await shell(lines, cwd, env);
      expect(code, output).toBe(0);
      bring(cwd, part);
    }
    const { code, output } = await shell(merge, cwd, {});
    expect(code, output).toBe(0);
    whole ??= oneRun();
    const made = contentsOf(path.join(cwd, 'output'));
    const expected = await whole;
    expect(Object.keys(made)).toEqual(Object.keys(expected));
    expect(Object.keys(made).filter((name) => name.endsWith('.pdf'))).toHaveLength(SCHOOLS);
    expect(Object.keys(made).filter((name) => made[name] !== expected[name])).toEqual([]);
  });
});
