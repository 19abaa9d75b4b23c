import type { Texts } from '../../base/ui/texts.tsx'
import type { AppClient } from '../../bridge/index.ts'
import type { House } from '../../newsroom/house/index.ts'
import type { PutBlob } from '../../newsroom/photos/ui/index.ts'
import type { Notice } from './notice.tsx'
import type { OpenDraft } from './page/use-open-draft.ts'
import type { Places } from './places.ts'

/** What commands and acts work with: the services, the open story, and the ways to show and to say something. */
export interface Desk extends Pick<Texts, 'translate' | 'locale'> {
  readonly client: AppClient
  /** The house profile as it is now. */
  readonly house: House
  /** Who writes at this machine, as initials; null while nobody has said. */
  readonly person: string | null
  /** The story that is shown, or null. */
  readonly open: OpenDraft | null
  readonly places: Places
  readonly say: (notice: Notice) => void
  /** Runs a further act: the way back that a notice offers. */
  readonly run: RunAct
  /** Puts bytes where the services take them from. */
  readonly putBlob: PutBlob
  /** Another process writes the library. */
  readonly isReadOnly: boolean
}

/** The desk while a story is open. */
export interface StoryDesk extends Desk {
  readonly open: OpenDraft
}

/** Something that is done at the desk. What fails foreseeably is said on the status line, and nothing is done by half. */
export type Act = (desk: Desk) => Promise<void> | void

/** Runs an act, or nothing while it cannot be done. */
export type RunAct = (act: Act) => void

/** An act on the open story. Without one nothing is done. */
export function onStory(act: (desk: StoryDesk) => Promise<void> | void): Act {
  return async (desk) => {
    const { open } = desk
    if (open !== null) await act({ ...desk, open })
  }
}

/** Saves what is typed. Fails with the reason when that cannot be: what follows must not be done to an older text. */
export async function saveFirst({ session }: OpenDraft): Promise<void> {
  const state = await session.saveNow()
  if (state.kind === 'failed' || state.kind === 'refused') throw state.error
}
