import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTexts } from './texts.tsx'
import './search-box.css'

export interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: Ref<HTMLInputElement>
  readonly autoFocus?: boolean
}

/** A field to search with: it is cleared by Escape or its button. */
export function SearchBox({ label, value, onChange, inputRef, autoFocus = false }: SearchBoxProps) {
  const { translate } = useTexts()
  return (
    <SearchField
      aria-label={label}
      className="search"
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
    >
      <Search size={16} strokeWidth={1.6} aria-hidden />
      <Input ref={inputRef ?? null} placeholder={label} className="input" />
      <Button className="icon-btn" aria-label={translate('app.search-clear')}>
        <X size={16} strokeWidth={1.6} />
      </Button>
    </SearchField>
  )
}
