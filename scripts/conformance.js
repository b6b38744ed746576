// Builds every edition of every example in every theme and has veraPDF, the reference validator, check the
// PDFs against PDF/UA-1 (ISO 14289-1). Prints each rule that is broken, and exits 1 if any is. Where nothing can be checked it
// says NOT CHECKED and why, and exits 0; it never calls that a pass.
//
// Arguments are browsers to print with, one after another; without any, the one that a build would use.
// PDFs among them are checked as they are.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from '../dist/index.js';
import { findVeraPdf } from './verapdf.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** The smallest has nothing to say in papers for some readers. */
const examples = { quillbrook: 'all', wayfold: 'all', 'minimal.yaml': 'prospectus' };
const themes = readdirSync(path.join(root, 'templates', 'themes')).filter(
  (name) => name !== 'base',
);
const say = (line) => process.stdout.write(`${line}\n`);

const veraPdf = findVeraPdf({ fetch: true });
if ('reason' in veraPdf) {
  say(`NOT CHECKED: ${veraPdf.reason}.`);
  process.exit(0);
}

const own = process.argv.slice(2).filter((file) => file.endsWith('.pdf'));
const browsers = process.argv.slice(2).filter((file) => !file.endsWith('.pdf'));
const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-conformance-'));
try {
  const files = own.length > 0 && browsers.length === 0 ? own : [...own, ...(await buildAll())];
  const broken = veraPdf.validate(files);
  for (const { file, rule, count, description, where } of broken) {
    say(`${path.relative(folder, file)}: ${rule}, ${count} times: ${description}\n  ${where}`);
  }
  say(
    broken.length > 0
      ? `${broken.length} rules of PDF/UA-1 are broken.`
      : `${files.length} files conform to PDF/UA-1, as far as a machine can tell.`,
  );
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function buildAll() {
  const files = [];
  for (const [index, browser] of (browsers.length > 0 ? browsers : [undefined]).entries()) {
    for (const theme of themes) {
      for (const [example, edition] of Object.entries(examples)) {
        const out = path.join(folder, String(index + 1), theme, example);
        const report = await build({
          profile: path.join(root, 'examples', example),
          editions: [edition],
          formats: ['pdf'],
          theme,
          out,
          ...(browser ? { browser } : {}),
        });
        if (report.outcome !== 'done') {
          throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
        }
        files.push(
          ...report.files
            .filter(({ path: file }) => file.endsWith('.pdf'))
            .map(({ path: file }) => path.join(out, path.basename(file))),
        );
      }
    }
  }
  return files;
}
