import { defineConfig } from 'vitest/config'
import { NODE_ARGUMENTS } from './vitest.config.ts'

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
    execArgv: NODE_ARGUMENTS,
    fileParallelism: false,
    allowOnly: false,
    reporters: ['verbose'],
    testTimeout: 60 * 60_000,
    hookTimeout: 10 * 60_000,
  },
})
