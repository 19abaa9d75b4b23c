import { defineConfig } from 'vitest/config'

/**
 * The fault trials (`npm run test:faults`, `-- --full` for the long ones, told by REDAKSI_FULL=1): one at a time, since
 * they mount disks, trace system calls and kill processes, and each may take minutes.
 */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    pool: 'forks',
    // V8 ends a process, now and then, that starts and ends many workers on a machine with protection keys for memory:
    // `Check failed: jit_page.has_value()`. A trial opens hundreds of libraries, each with the worker of its index.
    execArgv: ['--no-memory-protection-keys'],
    fileParallelism: false,
    allowOnly: false,
    reporters: ['verbose'],
    testTimeout: 60 * 60_000,
    hookTimeout: 10 * 60_000,
  },
})
