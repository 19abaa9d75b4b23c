import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { Opened } from '../../../base/ui/use-opener.ts'

/** A menu below a button of the page's head. */
export function HeadMenu(
  props: Opened & {
    readonly label: string
    readonly items: readonly { readonly id: string; readonly words: string }[]
    readonly onChoose: (id: string) => void
  },
) {
  const { label, items, onChoose, ...opened } = props
  return (
    <Popover {...opened} className="float" placement="bottom end">
      <Menu
        aria-label={label}
        className="menu"
        autoFocus="first"
        onAction={(key) => onChoose(String(key))}
        onClose={() => opened.onOpenChange(false)}
      >
        {items.map(({ id, words }) => (
          <MenuItem key={id} id={id}>
            {words}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
