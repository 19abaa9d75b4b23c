import { isRedaksiError, type RedaksiError } from '../base/errors.ts'
import type { FirstStep } from '../bridge/index.ts'
import { openSettings, type Settings } from './settings.ts'

/** What this machine knows of the people at one library. It is no part of the library, which others may open too. */
export interface Machine {
  /** Who writes here, as initials of the staff; null while nobody has said. */
  readonly person: string | null
  /** Fails as the settings are read or written. */
  setPerson(initials: string | null): Promise<void>
  /** Where the user is in the first steps at this library; null when they are not due here. */
  readonly firstStep: FirstStep | null
  /** With null they have been gone, here and at any other library. Fails as `setPerson` does. */
  setFirstStep(step: FirstStep | null): Promise<void>
}

/** Reads what the machine knows. Settings that cannot be read are said, and nothing is known then. */
export async function openMachine(
  configFolder: string,
  libraryId: string,
  onWarning: (warning: RedaksiError) => void,
): Promise<Machine> {
  const settings = openSettings(configFolder)
  let known: Pick<Settings, 'people' | 'welcome'> = {}
  try {
    known = await settings.read()
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    onWarning(error)
  }
  const change = async (make: (before: Settings) => Settings): Promise<void> =>
    settings.change((before) => {
      const next = make(before)
      known = next
      return next
    })
  return {
    get person() {
      return new Map(Object.entries(known.people ?? {})).get(libraryId) ?? null
    },
    get firstStep() {
      const { welcome = 'done' } = known
      return welcome !== 'done' && welcome.due === libraryId ? welcome.step : null
    },
    setFirstStep: (step) =>
      change((before) => ({ ...before, welcome: step === null ? 'done' : { due: libraryId, step } })),
    setPerson: (initials) =>
      change((before) => {
        const people = new Map(Object.entries(before.people ?? {}))
        if (initials === null) people.delete(libraryId)
        else people.set(libraryId, initials)
        return { ...before, people: Object.fromEntries(people) }
      }),
  }
}
