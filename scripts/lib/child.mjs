import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'

/**
 * Becomes another program as nearly as Node can: its streams, its exit code, its death by a signal.
 * Never returns; ends this process.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<never>}
 */
export function passOn(program, args, env) {
  const child = spawn(program, args, { stdio: 'inherit', env })
  const atTerminal = [0, 1, 2].some(isatty)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl-C at a terminal reaches the child by itself; twice could read as "at once".
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal)
    })
  }
  return new Promise((_, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.exit(code ?? 128 + (signal === null ? 1 : constants.signals[signal]))
    })
  })
}

/**
 * Sends this process SIGTERM when the shell of its npm script is gone: npm stops the shell, which tells nobody.
 * Elsewhere a parent may end as it likes.
 */
export function stopWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/**
 * Runs a program quietly and gives its exit code and what it printed: both streams in the order they came, no colours.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: toPlain(chunks) }))
  })
}

/** @param {readonly Buffer[]} chunks */
function toPlain(chunks) {
  return stripVTControlCharacters(Buffer.concat(chunks).toString('utf8'))
}
