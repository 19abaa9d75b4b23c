#!/usr/bin/env node
// Sets the project up on plain Node: dependencies, the pinned Node, the build; `--browser` adds Chromium for the tests,
// `--rebuild` builds whatever out/ holds. Silent on success, quick when nothing changed, safe to run twice at once.
// Nothing is imported before the version is known: an old Node would stop at the newer syntax without a clear word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Redaksi needs Node 20.19 or newer to set itself up; this is Node ${process.versions.node}.`)
  process.exit(1)
}

const { setUp } = await import('./lib/set-up.mjs')
const { SetupError } = await import('./lib/setup-error.mjs')
try {
  await setUp({ browser: process.argv.includes('--browser'), rebuild: process.argv.includes('--rebuild') })
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
