import { defineConfig } from '@playwright/test'
import { findChromium, getChromiumArguments } from './scripts/lib/browser.mjs'
import { REPORTS } from './scripts/lib/steps.mjs'
import type { HostKind } from './tests/e2e/support/host.ts'

const executablePath = findChromium()

/** What asks for no host is tried once. */
const WITHOUT_HOST = [
  '**/editor.spec.ts',
  '**/blanks.spec.ts',
  '**/endpoint.spec.ts',
  '**/find.spec.ts',
  '**/paste.spec.ts',
  '**/typing.spec.ts',
  '**/typing.spec.ts',
]

export default defineConfig<object, { hostKind: HostKind }>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  fullyParallel: false,
  workers: process.env['CI'] === undefined ? 2 : 1,
  // Generous: a machine that is five times slower is no fault. What passes waits for neither.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  globalTimeout: 30 * 60_000,
  reporter: [['list'], ['json', { outputFile: REPORTS.e2e }]],
  projects: [
    { name: 'web', use: { hostKind: 'web' } },
    { name: 'electron', use: { hostKind: 'electron' }, testIgnore: WITHOUT_HOST },
  ],
  use: {
    browserName: 'chromium',
    headless: true,
    trace: 'retain-on-failure',
    // Without one the first test says that no browser is there; nothing is ever downloaded.
    launchOptions: { args: getChromiumArguments(), ...(executablePath === null ? {} : { executablePath }) },
  },
})
