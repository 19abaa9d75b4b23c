import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** The holder shows every so often that it lives; one that has not for this long is gone, whatever its number says. */
const HEARTBEAT = 2_000
const STALE = 60_000
const RETRY = 100

/**
 * Does some work while no other process does work under the same lock file. Waits for a living holder; a lock whose
 * process is gone, or that shows no life for a minute, is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} onWait called once if another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true })
  for (let waited = false; !tryToTake(file); waited = true) {
    if (breakStale(file)) continue
    if (!waited) onWait(readHolder(file))
    await delay(RETRY)
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} file */
function tryToTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/**
 * Removes the lock of a dead holder. Only one process at a time looks and removes, inside a folder of its own:
 * otherwise two that saw the same stale lock could each remove one, the second of them a living one.
 * @param {string} file
 */
function breakStale(file) {
  if (!isStale(file)) return false
  const breaking = `${file}.breaking`
  try {
    mkdirSync(breaking)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    if (getAge(breaking) > STALE) rmdirSync(breaking)
    return false
  }
  if (isStale(file)) rmSync(file, { force: true })
  rmdirSync(breaking)
  return true
}

/** @param {string} file */
function isStale(file) {
  const age = getAge(file)
  if (age > STALE) return true
  const pid = readHolder(file)
  // A lock is empty between its making and the writing of its number.
  return pid === 0 ? age > HEARTBEAT : !isAlive(pid)
}

/**
 * How long ago a file was touched, in milliseconds; 0 when it is not there.
 * @param {string} file
 */
function getAge(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs
}

/** @param {string} file */
function readHolder(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 0
    throw error
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !isCode(error, 'ESRCH')
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
