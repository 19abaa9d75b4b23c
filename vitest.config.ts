import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * V8 ends a process, now and then, that starts and ends many workers, as a test file does that opens many libraries,
 * each with the worker of its index: on a machine with protection keys for memory (`Check failed: jit_page.has_value()`),
 * and when threads share a wrapper from WebAssembly to JavaScript, which Node's type stripper calls often enough for V8 to
 * compile it anew and free the old one (`SIGSEGV` in `Runtime_TierUpWasmToJSWrapper`).
 */
export const NODE_ARGUMENTS = ['--no-memory-protection-keys', '--wasm-wrapper-tiering-budget=1000000000']

/** The fast suite: what needs neither root nor a special tool. The longer ones have configurations and commands of their own. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/faults/**', 'tests/e2e/**'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    // Processes, not threads: tests start and kill servers, change directories and use native databases.
    pool: 'forks',
    execArgv: NODE_ARGUMENTS,
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    passWithNoTests: false,
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
