import { COMMAND_KEYS, type CommandName } from '../../../bridge/commands.ts'
import type { Desk } from '../desk.ts'
import type { Command } from './command.ts'
import { duplicateCommand } from './duplicate.ts'
import { exportCommand } from './export.ts'
import { findCommand } from './find.ts'
import { findNextCommand } from './find-next.ts'
import { findPreviousCommand } from './find-previous.ts'
import { handOverCommand } from './hand-over.ts'
import { moveBlockDownCommand } from './move-block-down.ts'
import { moveBlockUpCommand } from './move-block-up.ts'
import { openHandoverCommand } from './open-handover.ts'
import { printCommand } from './print.ts'
import { publishCommand } from './publish.ts'
import { removeSamplesCommand } from './remove-samples.ts'
import { replaceCommand } from './replace.ts'
import { saveNowCommand } from './save-now.ts'
import { searchCommand } from './search.ts'
import { showArchiveCommand } from './show-archive.ts'
import { showFirstStepsCommand } from './show-first-steps.ts'
import { showHelpCommand } from './show-help.ts'
import { showHistoryCommand } from './show-history.ts'
import { showOutboxCommand } from './show-outbox.ts'
import { showPaletteCommand } from './show-palette.ts'
import { showPublicationCommand } from './show-publication.ts'
import { showSettingsCommand } from './show-settings.ts'
import { showRecapCommand } from './show-recap.ts'
import { showShortcutsCommand } from './show-shortcuts.ts'
import { showTemplatesCommand } from './show-templates.ts'
import { showTrashCommand } from './show-trash.ts'
import { startDraftCommand } from './start-draft.ts'
import { startFromTemplateCommand } from './start-from-template.ts'
import { switchLanguageCommand } from './switch-language.ts'
import { switchThemeCommand } from './switch-theme.ts'
import { syncCommand } from './sync.ts'
import { toggleFocusCommand } from './toggle-focus.ts'
import { toggleLibraryCommand } from './toggle-library.ts'
import { togglePreviewCommand } from './toggle-preview.ts'
import { toggleTypewriterCommand } from './toggle-typewriter.ts'
import { toggleSignsCommand } from './toggle-signs.ts'
import { trashCommand } from './trash.ts'
import { untrashCommand } from './untrash.ts'
import { zoomInCommand } from './zoom-in.ts'
import { zoomOutCommand } from './zoom-out.ts'
import { zoomResetCommand } from './zoom-reset.ts'

/** Every command, in the order in which the palette and the sheet of keys show them. */
export const COMMANDS: readonly Command[] = [
  startDraftCommand,
  startFromTemplateCommand,
  searchCommand,
  findCommand,
  replaceCommand,
  findNextCommand,
  findPreviousCommand,
  showPaletteCommand,
  saveNowCommand,
  exportCommand,
  handOverCommand,
  openHandoverCommand,
  printCommand,
  publishCommand,
  syncCommand,
  showOutboxCommand,
  showArchiveCommand,
  showTrashCommand,
  showTemplatesCommand,
  showRecapCommand,
  showSettingsCommand,
  showHistoryCommand,
  showPublicationCommand,
  moveBlockUpCommand,
  moveBlockDownCommand,
  duplicateCommand,
  trashCommand,
  untrashCommand,
  toggleLibraryCommand,
  togglePreviewCommand,
  toggleFocusCommand,
  toggleTypewriterCommand,
  zoomInCommand,
  zoomOutCommand,
  zoomResetCommand,
  toggleSignsCommand,
  switchThemeCommand,
  switchLanguageCommand,
  showShortcutsCommand,
  showFirstStepsCommand,
  removeSamplesCommand,
  showHelpCommand,
]

/** Runs the command that a key press means, if there is one. Returns whether there was. */
export function runKey(event: KeyboardEvent, { run }: Desk): boolean {
  const pressed = describeKeys(event)
  const command = COMMANDS.find(({ name }) => isKeyOf(name, pressed))
  if (command !== undefined) run(command.run)
  return command !== undefined
}

/** Runs a command by its name. */
export function runCommand(name: CommandName, { run }: Desk): void {
  const command = COMMANDS.find((each) => each.name === name)
  if (command !== undefined) run(command.run)
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
