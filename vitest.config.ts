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
    // Left to itself it keeps one core free, which is half of a small machine.
    maxWorkers: '100%',
    restoreMocks: true,
    unstubEnvs: true,
  },
});
