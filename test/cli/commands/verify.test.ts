import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/record/hash.ts';
import type { Manifest } from '../../../src/record/manifest.ts';
import { recordText, sealed } from '../../../src/record/record.ts';
import type { VerifyReport } from '../../../src/reports.ts';
import { tool } from '../../../src/tool.ts';
import { buildCopies, fakeBrowsers, trustWithSchools } from '../../support/batch.ts';
import { cli } from '../../support/cli.ts';
import { folderWith } from '../../support/folder.ts';
import { smallTrust } from '../../support/trusts.ts';

const pdf = 'output/for/995000/prospectus.pdf';

/** What the copies are made from. */
const profile = Object.entries(trustWithSchools(2)).map(([name, text]) => ({
  path: name,
  sha256: sha256(text),
}));

async function made() {
  const cwd = folderWith(trustWithSchools(2));
  await buildCopies(cwd, fakeBrowsers());
  return cwd;
}

describe('verify', () => {
  it('says of a file as it was made what made it, from what and when', async () => {
    const cwd = await made();
    const { code, stdout } = await cli(['verify', pdf], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain(`${pdf}: unaltered\n`);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain(
      `Made as a draft, dated 24 November 2026, by thriving-case ${tool().version} with Chrome 143.0.0.0.`,
    );
    expect(words).toMatch(
      /Profile: trust\.yaml and 1 more, together [0-9a-f]{16}\. Record: output\/build\.json/,
    );
  });

  it('says of one that was altered that it was, with code 1', async () => {
    const cwd = await made();
    appendFileSync(path.join(cwd, pdf), ' ');
    const { code, stdout } = await cli(['verify', pdf, 'output/for/995001/prospectus.md'], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain(`${pdf}: altered since it was made\n`);
    expect(stdout).toContain('output/for/995001/prospectus.md: unaltered\n');
  });

  it('sees one byte that is another, of the same length', async () => {
    const cwd = await made();
    const file = path.join(cwd, pdf);
    const bytes = readFileSync(file);
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      const { code, stdout } = await cli(['verify', pdf], cwd);
      expect({ code, said: stdout.split('\n')[0] }).toEqual({
        code: 1,
        said: `${pdf}: altered since it was made`,
      });
    }
    writeFileSync(file, bytes);
    expect((await cli(['verify', pdf], cwd)).code).toBe(0);
  });

  it('takes one document in the place of another for altered, and one renamed for what it is', async () => {
    const cwd = await made();
    const other = path.join(cwd, 'output/for/995001/prospectus.pdf');
    copyFileSync(other, path.join(cwd, 'output/for/995000/renamed.pdf'));
    copyFileSync(other, path.join(cwd, pdf));
    const swapped = await cli(['verify', pdf], cwd);
    expect(swapped.code).toBe(1);
    expect(swapped.stdout).toContain(`${pdf}: altered since it was made\n`);
    const renamed = await cli(['verify', 'output/for/995000/renamed.pdf'], cwd);
    expect(renamed.code).toBe(0);
    expect(renamed.stdout).toContain('Made as for/995001/prospectus.pdf as a draft');
  });

  it('says of what another version of the tool made which one that was', async () => {
    const cwd = await made();
    const file = path.join(cwd, 'output/build.json');
    const { seal: _, ...record } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const older = { ...record, tool: { ...record.tool, version: '0.0.7' } };
    writeFileSync(file, recordText(sealed(older)));
    const { code, stdout } = await cli(['verify', pdf], cwd);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('by thriving-case 0.0.7 with Chrome');
  });

  it('knows nothing of a file without its record', async () => {
    const cwd = await made();
    rmSync(path.join(cwd, 'output/build.json'));
    const { code, stdout } = await cli(['verify', pdf], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain(`${pdf}: unknown\n`);
    const named = await cli(['verify', pdf, '--record', 'output/build.json'], cwd);
    expect({ code: named.code, stderr: named.stderr }).toEqual({
      code: 3,
      stderr: 'There is no file at output/build.json.\n',
    });
  });

  it('knows a file that was moved and renamed by its content, where its record is named', async () => {
    const cwd = await made();
    mkdirSync(path.join(cwd, 'elsewhere'));
    copyFileSync(path.join(cwd, pdf), path.join(cwd, 'elsewhere/sent.pdf'));
    const lost = await cli(['verify', 'elsewhere/sent.pdf'], cwd);
    expect(lost.code).toBe(1);
    expect(lost.stdout).toMatch(/: unknown\n[\s\S]*--record output\/build\.json/);
    const found = await cli(['verify', 'elsewhere/sent.pdf', '--record', 'output/build.json'], cwd);
    expect(found.code).toBe(0);
    expect(found.stdout).toContain('Made as for/995000/prospectus.pdf as a draft');
  });

  it('reports as one object, with the hashes of the profile', async () => {
    const cwd = await made();
    const { code, stdout } = await cli(['verify', pdf, '--json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout) satisfies VerifyReport).toEqual({
      ...{ format: 1, command: 'verify', ok: true },
      files: [
        {
          ...{ path: pdf, state: 'unaltered', sha256: sha256(readFileSync(path.join(cwd, pdf))) },
          made: {
            ...{ record: 'output/build.json', place: 'for/995000/prospectus.pdf' },
            ...{ edition: 'prospectus', status: 'draft', date: '2026-11-24', tool: tool() },
            browser: { name: 'Chrome', version: '143.0.0.0' },
            profile,
          },
        },
      ],
    });
  });

  it('says of a document of an earlier build what that was made from', async () => {
    const cwd = await made();
    writeFileSync(path.join(cwd, 'trust.yaml'), `# another\n${smallTrust}`);
    await buildCopies(cwd, fakeBrowsers(), { schools: [] });
    const { code, stdout } = await cli(['verify', pdf, '--json'], cwd);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as VerifyReport).files[0]?.made?.profile).toEqual(profile);
  });

  it('does not believe a record that was changed by hand', async () => {
    const cwd = await made();
    const record = path.join(cwd, 'output/build.json');
    const text = readFileSync(record, 'utf8');
    writeFileSync(record, text.replace('"status": "draft"', '"status": "release"'));
    const { code, stdout } = await cli(['verify', pdf], cwd);
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toContain('output/build.json was damaged or altered');
  });

  it('refuses what is no file as wrong usage', async () => {
    const { code, stderr } = await cli(['verify', 'nothing.pdf'], await made());
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'There is no file at nothing.pdf.\n' });
  });
});
