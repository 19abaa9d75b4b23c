import type { MenuItemConstructorOptions } from 'electron'
import type { Translate } from '../base/translate.ts'
import { COMMAND_KEYS, type CommandName } from '../bridge/index.ts'

export interface MenuOptions {
  readonly translate: Translate
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** Has the page in front run a command. */
  readonly run: (name: CommandName) => void
}

type Role = NonNullable<MenuItemConstructorOptions['role']>
type Item = MenuItemConstructorOptions

const LINE: Item = { type: 'separator' }

/** The application's menu: the page's own commands, and what the system does for every program. */
export function createMenu(options: MenuOptions): Item[] {
  const { translate, platform } = options
  const isMac = platform === 'darwin'
  const { ofSystem, command } = createItems(options)
  const part = (name: string, submenu: Item[]): Item => ({ label: translate(`main.menu.${name}`), submenu })
  return [
    ...(isMac
      ? [
          part(
            'app',
            ['about', 'hide', 'hideOthers', 'unhide', 'quit'].map((role) => ofSystem(role as Role)),
          ),
        ]
      : []),
    part('file', createFileItems(command, ofSystem(isMac ? 'close' : 'quit'))),
    part('edit', [
      ofSystem('undo'),
      ofSystem('redo'),
      LINE,
      ofSystem('cut'),
      ofSystem('copy'),
      ofSystem('paste'),
      ofSystem('pasteAndMatchStyle'),
      ofSystem('selectAll'),
      LINE,
      ...(['find', 'replace', 'search'] as const).map(command),
    ]),
    part('view', createViewItems(options)),
    ...(isMac ? [part('window', [ofSystem('minimize'), ofSystem('zoom')])] : []),
    part('help', [command('shortcuts'), ...(isMac ? [] : [ofSystem('about')])]),
  ]
}

function createFileItems(command: (name: CommandName) => Item, end: Item): Item[] {
  return [
    command('start-draft'),
    command('start-from-template'),
    command('duplicate'),
    command('save-now'),
    LINE,
    command('export'),
    command('hand-over'),
    command('open-handover'),
    command('print'),
    command('publish'),
    command('sync'),
    LINE,
    command('trash'),
    LINE,
    command('settings'),
    LINE,
    end,
  ]
}

function createViewItems(options: MenuOptions): Item[] {
  const { ofSystem, command } = createItems(options)
  return [
    command('palette'),
    command('toggle-library'),
    command('history'),
    command('outbox'),
    command('templates'),
    command('recap'),
    LINE,
    command('toggle-preview'),
    command('toggle-focus'),
    command('toggle-typewriter'),
    command('zoom-in'),
    command('zoom-out'),
    command('zoom-reset'),
    LINE,
    // The usual keys are for the text of the page; these are for all of the window.
    { ...ofSystem('resetZoom'), accelerator: 'CommandOrControl+Alt+0' },
    { ...ofSystem('zoomIn'), accelerator: 'CommandOrControl+Alt+Plus' },
    { ...ofSystem('zoomOut'), accelerator: 'CommandOrControl+Alt+-' },
    LINE,
    ofSystem('togglefullscreen'),
    ...(options.isPackaged ? [] : [ofSystem('toggleDevTools')]),
  ]
}

/** Makes items: of what the system does, and of the page's commands. */
function createItems(options: MenuOptions) {
  const { translate } = options
  return {
    ofSystem: (role: Role): Item => ({ role, label: translate(`main.menu.${role.toLowerCase()}`) }),
    command: (name: CommandName): Item => createCommand(name, translate(`command.${name}`), options),
  }
}

/** The page hears the keys by itself, and first: the menu only shows them, so that nothing is done twice. */
function createCommand(name: CommandName, label: string, { run }: MenuOptions): Item {
  const [keys] = COMMAND_KEYS[name] as readonly (string | undefined)[]
  const shown =
    keys === undefined
      ? {}
      : {
          accelerator: keys.replace('Mod', 'CommandOrControl').replace('++', '+Plus'),
          registerAccelerator: false,
        }
  return { id: name, label, ...shown, click: () => run(name) }
}
