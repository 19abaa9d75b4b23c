import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'
import { findChromium } from '../../../scripts/lib/browser.mjs'
import { reportSkip } from './report.ts'

/** What a trial needs of the machine besides Node. */
export type Need =
  'root' | 'strace' | 'xfs_io' | 'mkfs.ext4' | 'mkfs.xfs' | 'eatmydata' | 'mount' | 'chromium'

const PROBES: Readonly<Record<Exclude<Need, 'root' | 'chromium'>, readonly string[]>> = {
  // Where tracing is forbidden the tool is there and does not work.
  strace: ['strace', '-o', '/dev/null', 'true'],
  xfs_io: ['xfs_io', '-V'],
  'mkfs.ext4': ['mkfs.ext4', '-V'],
  'mkfs.xfs': ['mkfs.xfs', '-V'],
  eatmydata: ['eatmydata', 'true'],
  mount: ['mount', '--version'],
}

/** Describes a trial that is held where the machine has what it needs, and elsewhere is skipped with the reason. */
export function describeTrial(name: string, needs: readonly Need[], body: () => void): void {
  const missing = needs.filter((need) => !isThere(need))
  if (missing.length === 0) return void describe(name, body)
  const reason = `missing here: ${missing.join(', ')}`
  reportSkip(name, reason)
  describe.skip(`${name} (${reason})`, body)
}

function isThere(need: Need): boolean {
  if (need === 'root') return process.getuid?.() === 0
  if (need === 'chromium') return findChromium() !== null
  const [command = '', ...args] = PROBES[need]
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
