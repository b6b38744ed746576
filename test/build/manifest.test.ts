import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { manifestOf } from '../../src/build/manifest.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { tool } from '../../src/tool.ts';
import { profileOf } from '../support/profile.ts';
import { smallTrust } from '../support/trusts.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const bytes = (text: string) => new TextEncoder().encode(text);

const diagnostic = (code: Diagnostic['code'], severity: Diagnostic['severity']): Diagnostic => ({
  ...{ code, severity, message: 'A message', hint: 'A hint' },
  ...{ file: 'trust.yaml', range: null },
});

describe('the record of a build', () => {
  it('says what was built from what, by path and hash', async () => {
    const schools = 'schools:\n  - name: Candlemoor Primary School\n    phase: primary\n';
    const trust = smallTrust.slice(0, smallTrust.indexOf('schools:'));
    const profile = await profileOf({ 'trust.yaml': trust, 'schools.yaml': schools });
    const drafts = {
      ...{ profile, status: 'review' as const },
      date: { year: 2026, month: 9, day: 1 },
    };
    const manifest = manifestOf(drafts, {
      browser: { name: 'Chrome', version: '143.0.7499.4' },
      documents: [
        {
          edition: 'prospectus',
          files: [
            { path: 'prospectus.md', content: bytes('words £5') },
            { path: 'prospectus.pdf', content: bytes('%PDF') },
          ],
        },
        { edition: null, files: [{ path: 'images/logo.png', content: bytes('PNG') }] },
      ],
      diagnostics: [
        diagnostic('unknown-evidence', 'error'),
        diagnostic('browser-sandbox', 'info'),
        diagnostic('unknown-evidence', 'error'),
      ],
    });
    expect(manifest).toEqual({
      format: 1,
      tool: tool(),
      date: '2026-09-01',
      status: 'review',
      profile: [
        { path: 'trust.yaml', sha256: sha256(trust) },
        { path: 'schools.yaml', sha256: sha256(schools) },
      ],
      browser: { name: 'Chrome', version: '143.0.7499.4' },
      documents: [
        {
          edition: 'prospectus',
          files: [
            { path: 'prospectus.md', bytes: 9, sha256: sha256('words £5') },
            { path: 'prospectus.pdf', bytes: 4, sha256: sha256('%PDF') },
          ],
        },
        {
          edition: null,
          files: [{ path: 'images/logo.png', bytes: 3, sha256: sha256('PNG') }],
        },
      ],
      diagnostics: [
        { code: 'browser-sandbox', severity: 'info', count: 1 },
        { code: 'unknown-evidence', severity: 'error', count: 2 },
      ],
      settings: [],
    });
  });
});
