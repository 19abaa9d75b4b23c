import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const NONE = { passed: 0, failed: 0, skipped: 0 }

/**
 * What vitest counted, from its JSON report. No report counts nothing.
 * @param {string} file
 * @returns {Counts}
 */
export function readUnitCounts(file) {
  if (!existsSync(file)) return NONE
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/**
 * What Playwright counted, from its JSON report; a test that passed on another try is no failure. No report counts nothing.
 * @param {string} file
 * @returns {Counts}
 */
export function readE2eCounts(file) {
  if (!existsSync(file)) return NONE
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function addCounts(counts) {
  return counts.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }))
}

/**
 * A test runner's own last words: vitest's from its count of files to its duration, Playwright's counts.
 * @param {{ output: string }} suite
 */
export function getClosingLines({ output }) {
  const lines = output.trimEnd().split('\n')
  const start = lines.findLastIndex((line) => /^ +Test Files /.test(line))
  const end = lines.findLastIndex((line) => /^ +Duration /.test(line))
  if (start >= 0) return lines.slice(start, Math.max(start, end) + 1).join('\n')
  return lines
    .filter((line) => /^ +\d+ (passed|failed|skipped|flaky|did not run|interrupted)\b/.test(line))
    .join('\n')
}
