import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** The fast suite: what needs neither root nor a special tool. The longer ones have configurations and commands of their own. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/faults/**', 'tests/e2e/**'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    // Processes, not threads: tests start and kill servers, change directories and use native databases.
    pool: 'forks',
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    passWithNoTests: false,
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
