import { execFileSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'

const ROUNDS = 3
/** 100 million pixels, as a camera of the upper class makes them. */
const [WIDTH, HEIGHT] = [11_600, 8_700]
const GOAL_MEGABYTES = 700

const taken = z.object({ milliseconds: z.number(), before: z.number(), peak: z.number() })

/**
 * A photo of 100 megapixels, from the file to previews and the copy that leaves, in a process of its own: how long, and
 * how much memory the process ever has. Beside it one small picture of the same file, made without any of our code.
 */
export async function benchPhotos(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-bench-'))
  try {
    for (const progressive of [false, true]) {
      const photo = join(folder, 'photo.jpg')
      await paintPhoto(photo, progressive)
      await compare(folder, photo, progressive ? 'progressive' : 'baseline')
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function compare(folder: string, photo: string, kind: string): Promise<void> {
  const rounds: { ours: z.infer<typeof taken>; bare: z.infer<typeof taken> }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const library = join(folder, `library-${kind}-${round}`)
    const handedIn = join(library, 'handed-in')
    await mkdir(join(library, 'index'), { recursive: true })
    await copyFile(photo, handedIn)
    rounds.push({ ours: run([library, handedIn]), bare: run([library, photo, '--bare']) })
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  const [ours, bare] = (['ours', 'bare'] as const).map((each) =>
    median(rounds.map((r) => r[each].milliseconds)),
  )
  const peak = Math.max(...rounds.map((round) => round.ours.peak)) / 1024
  const words = [
    `photo of 100 megapixels, ${kind}`.padEnd(62),
    `${((ours ?? 0) / 1000).toFixed(2)} s`,
    `one small picture ${((bare ?? 0) / 1000).toFixed(2)} s`,
    `ratio ${((ours ?? 0) / (bare ?? 1)).toFixed(2)}`,
    `peak ${peak.toFixed(0)} MB`,
    `goal ${GOAL_MEGABYTES}  ${peak <= GOAL_MEGABYTES ? 'met' : 'NOT MET'}`,
  ]
  console.log(words.join('   '))
}

function run(words: readonly string[]): z.infer<typeof taken> {
  const program = join(import.meta.dirname, 'take-photo.ts')
  return taken.parse(JSON.parse(execFileSync(process.execPath, [program, ...words], { encoding: 'utf8' })))
}

/** Grain all over, so that the file is as large as a camera's. */
async function paintPhoto(path: string, progressive: boolean): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = { width: 580, height: 435, channels: 3, background: '#000000', noise } as const
  const tile = await sharp({ create: grain }).png().toBuffer()
  const sheet = { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080' } as const
  await sharp({ create: sheet })
    .composite([{ input: tile, tile: true }])
    .jpeg({ quality: 90, progressive })
    .toFile(path)
}
