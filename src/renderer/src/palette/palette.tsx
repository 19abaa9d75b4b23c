import { FileText, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  TextField,
  Text,
} from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatAge } from '../../../base/ui/time.ts'
import type { DraftRow } from '../../../newsroom/drafts/index.ts'
import { COMMANDS } from '../commands/index.ts'
import { formatKeys } from '../commands/format-keys.ts'
import type { Act, Desk } from '../desk.ts'
import { Overlay } from './overlay.tsx'
import { findWords, type Piece } from '../find-words.ts'
import { useArticles } from './use-articles.ts'

const ONLY_COMMANDS = '>'
const ICON = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const

/** Everything that can be done now and every article, found by a few letters. */
export function Palette({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const { translate } = useTexts()
  const [typed, setTyped] = useState('')
  const isOnlyCommands = typed.startsWith(ONLY_COMMANDS)
  const query = (isOnlyCommands ? typed.slice(1) : typed).trim()
  const articles = useArticles(desk.client, useDeferredValue(query))
  const choose = (act: Act) => {
    onClose()
    desk.run(act)
  }
  return (
    <Overlay label={translate('app.palette')} className="palette" onClose={onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField
          type="search"
          aria-label={translate('app.palette.field')}
          className="palette-field"
          autoFocus
        >
          <Search {...ICON} />
          <Input placeholder={translate('app.palette.field')} />
          <Keyboard>Esc</Keyboard>
        </TextField>
        <Menu
          aria-label={translate('app.palette')}
          className="palette-list"
          renderEmptyState={() => (
            <p className="empty">{translate('app.palette.nothing', { query: typed })}</p>
          )}
        >
          <CommandSection desk={desk} query={query} onChoose={choose} />
          {isOnlyCommands ? null : <ArticleSection articles={articles} query={query} onChoose={choose} />}
        </Menu>
      </Autocomplete>
      <footer className="palette-foot">{translate('app.palette.keys')}</footer>
    </Overlay>
  )
}
interface SectionProps {
  readonly query: string
  readonly onChoose: (act: Act) => void
}

function CommandSection({ desk, query, onChoose }: SectionProps & { readonly desk: Desk }) {
  const { translate } = useTexts()
  const found = COMMANDS.flatMap((command) => {
    const isOffered = command.name !== 'palette' && (command.isPossible?.(desk) ?? true)
    const pieces = isOffered ? findWords(translate(`command.${command.name}`), query) : null
    return pieces === null ? [] : [{ command, pieces }]
  })
  if (found.length === 0) return null
  return (
    <MenuSection className="palette-section">
      <Header>{translate('app.palette.commands')}</Header>
      {found.map(({ command: { name, run }, pieces }) => (
        <MenuItem
          key={name}
          id={name}
          textValue={translate(`command.${name}`)}
          className="palette-item"
          onAction={() => onChoose(run)}
        >
          <Text slot="label">
            <Pieces pieces={pieces} />
          </Text>
          <Keyboard>{formatKeys(name)}</Keyboard>
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function ArticleSection({
  articles,
  query,
  onChoose,
}: SectionProps & { readonly articles: readonly DraftRow[] }) {
  const { translate } = useTexts()
  if (articles.length === 0) return null
  return (
    <MenuSection className="palette-section">
      <Header>{translate('app.palette.articles')}</Header>
      {articles.map((row) => (
        <ArticleItem
          key={row.id}
          row={row}
          query={query}
          onChoose={() => onChoose(({ places }) => places.select(row.id))}
        />
      ))}
    </MenuSection>
  )
}

function ArticleItem(props: {
  readonly row: DraftRow
  readonly query: string
  readonly onChoose: () => void
}) {
  const { row, query, onChoose } = props
  const { translate, locale } = useTexts()
  const headline = row.headline === '' ? translate('app.row.untitled') : row.headline
  return (
    <MenuItem id={row.id} textValue={headline} className="palette-item" onAction={onChoose}>
      <FileText {...ICON} />
      <Text slot="label">
        <Pieces pieces={findWords(headline, query) ?? [{ text: headline, isFound: false }]} />
      </Text>
      <span className="palette-age">{formatAge(row.updatedAt, locale, Date.now())}</span>
    </MenuItem>
  )
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, isFound }, i) => (isFound ? <b key={i}>{text}</b> : <span key={i}>{text}</span>))
}
