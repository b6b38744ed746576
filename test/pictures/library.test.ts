import { expect, it, vi } from 'vitest';
import { build } from '../../src/build/build.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { pngClaiming } from '../support/pictures.ts';

vi.mock('sharp', () => ({
  get default() {
    throw new Error('Could not load the "sharp" module using the x runtime.');
  },
}));

it('says that the library for photographs is not installed, and does not blame the photograph', async () => {
  const folder = folderWith({
    'trust.yaml': 'trust:\n  name: A\n  logo:\n    file: logo.png\n    alt: A\n',
    'logo.png': pngClaiming(20, 20),
  });
  const effects = testEffects(folder, { env: { THRIVING_CASE_CACHE: folderWith() } });
  const { outcome, diagnostics } = await build(
    { profile: folder, formats: ['md'], timeout: 60 },
    effects,
  );
  expect(outcome).toBe('failed');
  expect(diagnostics.map(({ code }) => code)).toContain('no-picture-library');
  expect(diagnostics.map(({ code }) => code)).not.toContain('image-damaged');
});
