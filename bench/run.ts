import { benchFirstScreen } from './desk/first-screen.ts'
import { benchTyping } from './desk/typing.ts'
import { benchList } from './library/list.ts'
import { benchRebuild } from './library/rebuild.ts'
import { benchSave, benchSaveAmongMany } from './library/save.ts'
import { benchStart } from './library/start.ts'
import { benchPhotos } from './photos/photos.ts'
import { printSurroundings } from './support/report.ts'
import { createSamples, type Samples } from './support/sample-library.ts'

/**
 * Prints how long things take beside the least they could take, one line a figure: `npm run bench`, or some by name,
 * `npm run bench -- save start`. Both sides are measured in turn in the same run, so a ratio means something on a busy
 * machine, too. Nothing here fails for being slow.
 */
const BENCHMARKS: Readonly<Record<string, (samples: Samples) => Promise<void>>> = {
  save: benchSave,
  'save-among-many': benchSaveAmongMany,
  list: benchList,
  rebuild: benchRebuild,
  start: benchStart,
  'first-screen': benchFirstScreen,
  typing: benchTyping,
  photos: benchPhotos,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => BENCHMARKS[name] === undefined)
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.`)
  process.exit(2)
}

const samples = await createSamples()
// Stopped by hand, it leaves nothing behind either.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void samples.remove().finally(() => process.exit(1)))
try {
  printSurroundings('start')
  for (const [name, bench] of Object.entries(BENCHMARKS)) {
    if (asked.length === 0 || asked.includes(name)) await bench(samples)
  }
  printSurroundings('end')
} finally {
  await samples.remove()
}
