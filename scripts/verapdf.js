// veraPDF, the reference validator of PDF/UA: gets it from Maven Central once, and runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Of veraPDF; what documents say of it must be the same. */
export const VERSION = '1.28.2';
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cache = path.join(root, 'node_modules', '.cache');
const jars = path.join(cache, `verapdf-${VERSION}`);

/**
 * Finds the validator, and with `fetch` gets it where it is not here yet. Answers `{ validate }`, or
 * `{ reason }` where nothing can be checked.
 */
export function findVeraPdf({ fetch }) {
  if (!runs('java', '-version')) return { reason: 'Java is not installed' };
  if (!existsSync(jars)) {
    if (!fetch) return { reason: 'veraPDF is not here yet; npm run conformance fetches it' };
    if (!runs('mvn', '--version')) {
      return { reason: 'Maven, which fetches veraPDF, is not installed' };
    }
    if (!get()) return { reason: 'Maven could not fetch veraPDF; is there a network?' };
  }
  return { validate };
}

/** What PDF/UA-1 asks and these files lack: one entry for each rule that a file breaks. */
function validate(files) {
  const { status, stdout, stderr } = spawnSync(
    'java',
    [
      // Quick to start, and small: a validation takes a second or two.
      ...['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', path.join(jars, '*')],
      ...['org.verapdf.apps.GreenfieldCliWrapper', '--flavour', 'ua1', '--format', 'json'],
      ...['--maxfailuresdisplayed', '1', '--loglevel', '0', ...files],
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (!stdout.trim().startsWith('{')) throw new Error(`veraPDF said (${status}): ${stderr}`);
  const { jobs } = JSON.parse(stdout).report;
  if (jobs.length !== files.length) throw new Error(`veraPDF checked ${jobs.length} files only.`);
  return jobs.flatMap(({ itemDetails, validationResult, taskException }) => {
    const [result] = [validationResult ?? []].flat();
    if (!result) throw new Error(`veraPDF failed: ${JSON.stringify(taskException)}`);
    const broken = result.details.ruleSummaries.filter(({ ruleStatus }) => ruleStatus === 'FAILED');
    if (!result.compliant && broken.length === 0) throw new Error('veraPDF gave no reason.');
    return broken.map((rule) => ({
      file: itemDetails.name,
      rule: `${rule.clause}-${rule.testNumber}`,
      description: rule.description,
      count: rule.failedChecks,
      where: rule.checks[0]?.context ?? '',
    }));
  });
}

function get() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${jars}.`);
  try {
    writeFileSync(
      path.join(folder, 'pom.xml'),
      `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>conformance</groupId>
  <artifactId>conformance</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.verapdf.apps</groupId>
      <artifactId>greenfield-apps</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`,
    );
    const options = ['--quiet', '--batch-mode', 'dependency:copy-dependencies'];
    const { status } = spawnSync('mvn', [...options, '-DoutputDirectory=jars'], {
      cwd: folder,
      stdio: 'ignore',
      timeout: 5 * 60_000,
      shell: process.platform === 'win32',
    });
    if (status !== 0) return false;
    if (!existsSync(jars)) renameSync(path.join(folder, 'jars'), jars);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runs(command, argument) {
  const shell = process.platform === 'win32';
  return spawnSync(command, [argument], { stdio: 'ignore', shell }).status === 0;
}
