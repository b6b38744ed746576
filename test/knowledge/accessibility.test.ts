import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION as veraPdf } from '../../scripts/verapdf.js';
import { accessibilityChecks, checked } from '../../src/knowledge/accessibility.ts';
import { tool } from '../../src/tool.ts';
import { root } from '../support/cli.ts';

const require = createRequire(import.meta.url);

/** Which version of a package is installed, and which one package-lock.json asks for. */
function versionsOf(name: string): string[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const folder = path.join(root, 'node_modules', name, 'package.json');
  const installed = (require(folder) as { version: string }).version;
  return [installed, lock.packages[`node_modules/${name}`]?.version ?? ''];
}

// Where one of these fails, check again, and only then write the new version and the day.
describe('what documents say was checked', () => {
  it('is this version of the tool', () => {
    expect(checked.version).toBe(tool().version);
    expect(accessibilityChecks.use.tool).toEqual(tool());
  });

  it('was checked with the version of axe-core that the tests run', () => {
    const { name, version } = accessibilityChecks.page.tool;
    expect(versionsOf(name)).toEqual([version, version]);
  });

  it('was checked with the version of veraPDF that npm run conformance runs', () => {
    expect(accessibilityChecks.pdf.tool).toEqual({ name: 'veraPDF', version: veraPdf });
  });

  it('was shown and printed by the browser of these tests', () => {
    for (const version of versionsOf('@sparticuz/chromium')) {
      expect(version.split('.')[0]).toBe(checked.browser.version);
    }
  });

  it('was checked on a day that is a date', () => {
    expect(new Date(checked.on).toISOString().slice(0, 10)).toBe(checked.on);
  });
});
