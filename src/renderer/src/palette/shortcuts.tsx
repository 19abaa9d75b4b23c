import { Heading, Keyboard } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { COMMANDS } from '../commands/index.ts'
import { formatKeyNames, formatKeys } from '../commands/format-keys.ts'
import type { Desk } from '../desk.ts'
import { Overlay } from './overlay.tsx'

/** Keys of the page that belong to no command: where one moves, and how a text is written. */
const KEYS_OF_THE_PAGE = {
  'next-region': 'F6',
  bold: 'Mod+B',
  italic: 'Mod+I',
  link: 'Mod+Shift+K',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
} as const

/** The sheet of all keys. */
export function Shortcuts({ onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const { translate } = useTexts()
  return (
    <Overlay label={translate('app.shortcuts')} className="shortcuts" onClose={onClose}>
      <Heading slot="title">{translate('app.shortcuts')}</Heading>
      {/* By the keyboard the sheet is scrolled from within. */}
      <div className="shortcuts-columns" tabIndex={0} role="group" aria-label={translate('app.shortcuts')}>
        <dl aria-label={translate('app.palette.commands')}>
          {COMMANDS.map(({ name }) => (
            <Row key={name} words={translate(`command.${name}`)} keys={formatKeys(name)} />
          ))}
        </dl>
        <dl aria-label={translate('app.shortcuts.page')}>
          {Object.entries(KEYS_OF_THE_PAGE).map(([name, keys]) => (
            <Row key={name} words={translate(`app.shortcuts.${name}`)} keys={formatKeyNames(keys)} />
          ))}
        </dl>
      </div>
    </Overlay>
  )
}

function Row({ words, keys }: { readonly words: string; readonly keys: string | null }) {
  if (keys === null) return null
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        <Keyboard>{keys}</Keyboard>
      </dd>
    </div>
  )
}
