import type { CommandName } from '../../../bridge/commands.ts'
import type { Act, Desk } from '../desk.ts'

/** What a person can do from the keyboard, from a menu and from the palette. One command, one file. */
export interface Command {
  readonly name: CommandName
  readonly run: Act
  /** Whether it can be done now: the palette offers it only then. Without it, always. */
  readonly isPossible?: (desk: Desk) => boolean
}

/** For commands on a story: one is open, and may be written. */
export function hasWritableStory({ open, isReadOnly }: Desk): boolean {
  return open !== null && !isReadOnly
}
