import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createSystemClock, systemRandom } from '../../src/base/node/system.ts'
import { openPhotoStore } from '../../src/newsroom/photos/node/index.ts'
import { createBlockId } from '../../src/newsroom/story/index.ts'

/**
 * Takes one photo into a library and makes the copy that leaves, or with `--bare` only what the picture library needs to
 * make one small picture of it. Prints how long that took and how much memory the process ever had, as JSON.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { bare: { type: 'boolean' } } })
const [folder = '', path = ''] = positionals
const before = process.resourceUsage().maxRSS
const start = performance.now()

async function takePhoto(): Promise<void> {
  const id = createHash('sha256').update(readFileSync(path)).digest('hex')
  const store = openPhotoStore({ folder, mode: 'write', clock: createSystemClock() })
  await store.add(id, path)
  await store.makeCopy({ id: createBlockId(systemRandom), kind: 'photo', photo: id, alt: '', runs: [] })
  await store.close()
}

async function makeOne(): Promise<void> {
  sharp.concurrency(1)
  await sharp(path).resize({ width: 1280 }).jpeg().toBuffer()
}

await (values.bare === true ? makeOne() : takePhoto())
const milliseconds = performance.now() - start
console.log(JSON.stringify({ milliseconds, before, peak: process.resourceUsage().maxRSS }))
