import type { CommandName } from '../../../bridge/commands.ts'

/** What a person can do from the keyboard. One command, one file. */
export interface Command {
  readonly name: CommandName
  run(desk: Desk): void
}

/** What commands act on. */
export interface Desk {
  startDraft(): void
  saveNow(): void
  focusSearch(): void
  publish(): void
  export(): void
}
