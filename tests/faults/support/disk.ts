import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A disk of its own: a file system in a file, mounted. */
export interface Disk {
  /** Where it is mounted. */
  readonly folder: string
  /** Cuts its power: what is not on the medium by now is gone, and every call fails from here on. */
  cut(): Promise<void>
  /** Power is back: what the medium holds is mounted again. Nobody may hold a file open. */
  restart(): Promise<void>
  /** The kernel finds the file system damaged and lets nobody write any more (ext4). */
  makeReadOnly(): void
  remove(): Promise<void>
}

export type DiskKind = 'ext4' | 'xfs'

const PREFIX = 'redaksi-disk-'
/** XFS takes no less than 300 MB; the file has holes, so neither takes much. */
const MEGABYTES: Readonly<Record<DiskKind, number>> = { ext4: 96, xfs: 320 }
const MAKE: Readonly<Record<DiskKind, readonly string[]>> = {
  ext4: ['mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0'],
  xfs: ['mkfs.xfs', '-q', '-f'],
}
const mounted = new Set<string>()
process.once('exit', () => {
  for (const folder of mounted) spawnSync('umount', ['-l', folder])
})

/** Makes and mounts an empty disk. */
export async function makeDisk(kind: DiskKind): Promise<Disk> {
  removeStranded()
  const base = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const [image, folder] = [join(base, 'image'), join(base, 'mounted')]
  mkdirSync(folder)
  writeFileSync(image, '')
  truncateSync(image, MEGABYTES[kind] * 1024 * 1024)
  await run([...MAKE[kind], image])
  const mountIt = async (): Promise<void> => {
    await run(['mount', '-o', kind === 'ext4' ? 'loop,errors=remount-ro' : 'loop', image, folder])
    mounted.add(folder)
  }
  await mountIt()
  return {
    folder,
    cut: () => run(['xfs_io', '-x', '-c', 'shutdown', folder]),
    async restart() {
      await unmount(folder)
      await mountIt()
    },
    makeReadOnly: () => writeFileSync(`/sys/fs/ext4/${findDevice(folder)}/trigger_fs_error`, 'uji'),
    async remove() {
      await unmount(folder)
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** A disk in memory that is soon full. */
export async function makeSmallDisk(kilobytes: number): Promise<Pick<Disk, 'folder' | 'remove'>> {
  removeStranded()
  const base = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const folder = join(base, 'mounted')
  mkdirSync(folder)
  await run(['mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'none', folder])
  mounted.add(folder)
  return {
    folder,
    async remove() {
      await unmount(folder)
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** Why disks cannot be mounted here; null when they can. */
export async function findMountTrouble(kind: DiskKind): Promise<string | null> {
  try {
    await (await makeDisk(kind)).remove()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A process that was just killed may still hold the disk for a moment. */
async function unmount(folder: string): Promise<void> {
  for (let tries = 0; mounted.has(folder); tries += 1) {
    try {
      await run(['umount', folder])
      mounted.delete(folder)
    } catch (error) {
      if (tries === 50) throw error
      await wait(100)
    }
  }
}

function findDevice(folder: string): string {
  const line = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((each) => each.includes(` ${folder} `))
  return line?.split(' ')[0]?.replace('/dev/', '') ?? ''
}

/** Unmounts and removes what a run that was killed has left behind. */
function removeStranded(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid = ''] = /^redaksi-disk-(\d+)-/.exec(name) ?? []
    if (pid === '' || isAlive(Number(pid))) continue
    spawnSync('umount', ['-l', join(tmpdir(), name, 'mounted')])
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function run([command = '', ...args]: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${said.trim()}`)
}
