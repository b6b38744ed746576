import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Tests that print or drive a terminal start a browser or a process; on a busy machine that takes a while.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file in a process of its own: some change folders and signals.
    pool: 'forks',
    restoreMocks: true,
    unstubEnvs: true,
  },
});
