import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPinnedVersion, ROOT } from '../../scripts/lib/pinned-node.mjs'
import { makeTree } from './support.ts'

const POSIX = process.platform !== 'win32'

/** A program in the place of the built command line: says what it was given, and ends as it is told. */
const CLI = `const [word] = process.argv.slice(2)
process.on('SIGTERM', () => {
  console.log('stopped')
  process.exit(7)
})
console.log(JSON.stringify(process.argv.slice(2)))
if (word === 'wait') setInterval(() => {}, 1000)
else process.exitCode = Number(word ?? 0)`

/** A checkout with the real scripts, a built program of ours, and Node as it is asked for. */
function makeCheckout(lockedVersion: string, node: 'real' | string): string {
  const root = makeTree({
    'package.json': '{"type":"module"}',
    'package-lock.json': JSON.stringify({ packages: { 'node_modules/node': { version: lockedVersion } } }),
    'out/cli.js': CLI,
    'node_modules/.bin/README': '',
    ...(node === 'real' ? {} : { 'node_modules/.bin/node': node }),
  })
  cpSync(join(ROOT, 'scripts'), join(root, 'scripts'), { recursive: true })
  if (node === 'real') symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'))
  else chmodSync(join(root, 'node_modules/.bin/node'), 0o755)
  return root
}

function run(root: string, ...args: readonly string[]) {
  const script = join(root, 'scripts/redaksi.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe.runIf(POSIX)('the redaksi launcher', () => {
  it('hands its words and the exit code through on the pinned Node', () => {
    const root = makeCheckout(readPinnedVersion(), 'real')
    expect(run(root, '3', '--json', 'dua kata')).toEqual({
      status: 3,
      stdout: '["3","--json","dua kata"]\n',
      stderr: '',
    })
  })

  it('hands over to the pinned Node from another one', () => {
    const root = makeCheckout('0.0.1', '#!/bin/sh\nshift\necho "pinned: $*"\nexit 5\n')
    expect(run(root, 'list', '--json')).toEqual({ status: 5, stdout: 'pinned: list --json\n', stderr: '' })
  })

  it('says what to do, once, when another Node than the locked one is installed', () => {
    const { status, stdout, stderr } = run(makeCheckout('0.0.1', 'real'), 'list')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.match(/Node v0\.0\.1, which is not installed here\. Run: npm run setup/g)).toHaveLength(1)
  })

  it.each([
    ['on the pinned Node', readPinnedVersion(), 'real'],
    [
      'through another one',
      '0.0.1',
      `#!/bin/sh\nshift\nexec "${process.execPath}" "$(dirname "$0")/../../out/cli.js" "$@"\n`,
    ],
  ])('passes a signal on %s', async (_, version, node) => {
    const root = makeCheckout(version, node)
    const child = spawn(process.execPath, [join(root, 'scripts/redaksi.mjs'), 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      if (printed === '') child.kill('SIGTERM')
      printed += String(chunk)
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, printed }).toEqual({ code: 7, printed: '["wait"]\nstopped\n' })
  })

  it('ends with the shell of its npm script', async () => {
    const root = makeCheckout(readPinnedVersion(), 'real')
    const script = `"${process.execPath}" "${join(root, 'scripts/redaksi.mjs')}" wait; exit 0`
    const env = { ...process.env, npm_lifecycle_event: 'redaksi' }
    const shell = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'], env })
    let printed = ''
    shell.stdout.on('data', (chunk) => {
      if (printed === '') shell.kill('SIGKILL')
      printed += String(chunk)
    })
    // The stream closes when the program, whose stdout it is, has ended too.
    await new Promise((resolve) => shell.on('close', resolve))
    expect(printed).toBe('["wait"]\nstopped\n')
  })
})
