import { Menu, MenuItem, Text } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { Pattern } from '../../../newsroom/house/ui/index.ts'
import { startFrom } from '../acts/templates.ts'
import { showTemplatesCommand } from '../commands/show-templates.ts'
import type { Act, Desk } from '../desk.ts'
import { Overlay } from './overlay.tsx'

/** What a new story can start from: nothing, or a template of the house. */
export function Start({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const { translate } = useTexts()
  const choose = (act: Act) => () => {
    onClose()
    desk.run(act)
  }
  return (
    <Overlay label={translate('templates.start-label')} className="palette" onClose={onClose}>
      <Menu aria-label={translate('templates.start-label')} className="palette-list" autoFocus="first">
        <MenuItem
          id="plain"
          textValue={translate('templates.plain')}
          className="palette-item"
          onAction={choose(startFrom(null))}
        >
          <Text slot="label">{translate('templates.plain')}</Text>
        </MenuItem>
        {desk.house.templates.map(({ id, name, headline }) => (
          <MenuItem
            key={id}
            id={`template ${id}`}
            textValue={name}
            className="palette-item start-item"
            onAction={choose(startFrom(id))}
          >
            <Text slot="label">{name}</Text>
            <Text slot="description" className="start-pattern">
              <Pattern text={headline} />
            </Text>
          </MenuItem>
        ))}
        <MenuItem
          id="manage"
          textValue={translate('templates.manage')}
          className="palette-item start-manage"
          onAction={choose(showTemplatesCommand.run)}
        >
          <Text slot="label">{translate('templates.manage')}</Text>
        </MenuItem>
      </Menu>
    </Overlay>
  )
}
