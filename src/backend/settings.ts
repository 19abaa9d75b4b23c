import { join } from 'node:path'
import { z } from 'zod'
import { makeFolderDurably } from '../base/node/durable-write.ts'
import { createJsonFile } from '../base/node/json-file.ts'
import { createKeyedQueue } from '../base/node/keyed-queue.ts'
import { FIRST_STEPS, type FirstStep } from '../bridge/index.ts'
import { backupPlanSchema, type BackupPlan } from '../newsroom/drafts/index.ts'

/** What this machine remembers for its user; it is no part of any library. Ports are kept by library id. */
export interface Settings {
  readonly schema: 1
  readonly webPorts: Readonly<Record<string, number>>
  readonly endpointPorts: Readonly<Record<string, number>>
  /** When and where backups are made, by library id. */
  readonly backups?: Readonly<Record<string, BackupPlan>> | undefined
  /** The folders of which the person knows that they are synced, by library id. */
  readonly knownSynced?: Readonly<Record<string, string>> | undefined
  /** Who writes at this machine, as initials of the staff, by library id. */
  readonly people?: Readonly<Record<string, string>> | undefined
  /** The part of the histories that was thinned last, by library id. */
  readonly thinned?: Readonly<Record<string, number>> | undefined
  /** Whether the user has gone the first steps, or at which library they are due, and from which on. */
  readonly welcome?: 'done' | { readonly due: string; readonly step: FirstStep } | undefined
  /** Where the window was, in the screen's own pixels. */
  readonly window?: WindowPlace | undefined
}

/** A window's place on the screen and its size; `isMaximized` beside the size that it would go back to. */
export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

const port = z.int().min(1).max(65_535)
const settingsSchema = z.strictObject({
  schema: z.literal(1),
  webPorts: z.record(z.string(), port),
  endpointPorts: z.record(z.string(), port),
  backups: z.record(z.string(), backupPlanSchema).optional(),
  knownSynced: z.record(z.string(), z.string()).optional(),
  people: z.record(z.string(), z.string()).optional(),
  thinned: z.record(z.string(), z.int().min(0)).optional(),
  welcome: z
    .union([z.literal('done'), z.strictObject({ due: z.string(), step: z.enum(FIRST_STEPS) })])
    .optional(),
  window: z
    .strictObject({
      x: z.int(),
      y: z.int(),
      width: z.int().min(1),
      height: z.int().min(1),
      isMaximized: z.boolean(),
    })
    .optional(),
})

const NO_SETTINGS: Settings = { schema: 1, webPorts: {}, endpointPorts: {} }

/** The settings of one user. */
export interface SettingsFile {
  /** Fails as a file is read. */
  read(): Promise<Settings>
  /** Writes what a change makes of the settings as they are then. Fails as a file is read or written. */
  change(change: (known: Settings) => Settings): Promise<void>
}

/** Changes come from several parts of one process; each builds on the one before. */
const changes = createKeyedQueue()

/** Opens the settings file in the user's configuration folder. */
export function openSettings(configFolder: string): SettingsFile {
  const path = join(configFolder, 'settings.json')
  const file = createJsonFile({ path, parse: (value) => settingsSchema.parse(value) })
  const read = async (): Promise<Settings> => (await file.read()) ?? NO_SETTINGS
  return {
    read,
    change: (change) =>
      changes.run(path, async () => {
        await makeFolderDurably(configFolder)
        await file.write(change(await read()))
      }),
  }
}
