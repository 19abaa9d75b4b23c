import { COMMAND_KEYS, type CommandName } from '../../../bridge/commands.ts'
import type { RunAct } from '../desk.ts'
import type { Command } from './command.ts'
import { exportCommand } from './export.ts'
import { publishCommand } from './publish.ts'
import { saveNowCommand } from './save-now.ts'
import { searchCommand } from './search.ts'
import { startDraftCommand } from './start-draft.ts'

const COMMANDS: readonly Command[] = [
  startDraftCommand,
  saveNowCommand,
  searchCommand,
  publishCommand,
  exportCommand,
]

/** Runs the command that a key press means, if there is one. Returns whether there was. */
export function runKey(event: KeyboardEvent, runAct: RunAct): boolean {
  const pressed = describeKeys(event)
  const command = COMMANDS.find(({ name }) => isKeyOf(name, pressed))
  if (command !== undefined) runAct(command.run)
  return command !== undefined
}

/** Runs a command by its name. */
export function runCommand(name: CommandName, runAct: RunAct): void {
  const command = COMMANDS.find((each) => each.name === name)
  if (command !== undefined) runAct(command.run)
}

function isKeyOf(name: CommandName, pressed: string): boolean {
  const keys: readonly string[] = COMMAND_KEYS[name]
  return keys.includes(pressed)
}

function describeKeys({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent): string {
  const parts = [
    ctrlKey || metaKey ? 'Mod' : '',
    shiftKey ? 'Shift' : '',
    altKey ? 'Alt' : '',
    key.toUpperCase(),
  ]
  return parts.filter((part) => part !== '').join('+')
}
