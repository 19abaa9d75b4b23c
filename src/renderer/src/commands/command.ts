import type { CommandName } from '../../../bridge/commands.ts'
import type { Act } from '../desk.ts'

/** What a person can do from the keyboard and from a menu. One command, one file. */
export interface Command {
  readonly name: CommandName
  readonly run: Act
}
