import { Copy, Download, Plus, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { FileButton } from '../../../base/ui/file-button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { findBlanksIn } from '../blank.ts'
import type { House } from '../house.ts'
import type { Template } from '../template.ts'
import { createTemplateId } from '../templates.ts'
import { TemplateForm } from './template-form.tsx'

export interface TemplateActs {
  readonly onStart: (id: string) => void
  readonly onKeep: (template: Template) => void
  readonly onRemove: (template: Template) => void
  readonly onExport: (templates: readonly Template[]) => void
  /** The text of a file that was chosen. */
  readonly onImport: (text: string) => void
}

export interface TemplatesPageProps {
  readonly house: House
  readonly isReadOnly: boolean
  readonly acts: TemplateActs
}

const ICON = { size: 16, strokeWidth: 1.6 } as const

/** The house's templates: made, changed, copied, taken out, given to other offices and taken from them. */
export function TemplatesPage({ house, isReadOnly, acts }: TemplatesPageProps) {
  const { translate } = useTexts()
  const [edited, setEdited] = useState<string | null>(null)
  const template = house.templates.find(({ id }) => id === edited) ?? null
  const isOpen = edited === NEW || template !== null
  return (
    <section className="templates" aria-label={translate('templates')}>
      <header className="head">
        <h2>{translate('templates')}</h2>
        <div className="push" />
        <FileButton
          icon={<Upload {...ICON} />}
          label={translate('templates.import')}
          accept="application/json,.json"
          isDisabled={isReadOnly}
          onFile={(file) => void file.text().then(acts.onImport)}
        />
        <Button icon={<Download {...ICON} />} onPress={() => acts.onExport(house.templates)}>
          {translate('templates.export-all')}
        </Button>
        <Button look="line" icon={<Plus {...ICON} />} onPress={() => setEdited(NEW)} isDisabled={isReadOnly}>
          {translate('templates.new')}
        </Button>
      </header>
      <div className="templates-scroll">
        {isOpen ? (
          <TemplateForm
            key={edited}
            template={template}
            getId={(name) => template?.id ?? createTemplateId(house, name)}
            onKeep={(kept) => {
              acts.onKeep(kept)
              setEdited(null)
            }}
            onCancel={() => setEdited(null)}
          />
        ) : (
          <TemplateRows house={house} isReadOnly={isReadOnly} acts={acts} onEdit={setEdited} />
        )}
      </div>
    </section>
  )
}

/** No template has this id: ids are made of slugs. */
const NEW = '*'

function TemplateRows({
  house,
  isReadOnly,
  acts,
  onEdit,
}: TemplatesPageProps & { readonly onEdit: (id: string) => void }) {
  const { translate } = useTexts()
  function copy(template: Template): void {
    const name = translate('templates.copy-name', { name: template.name })
    acts.onKeep({ ...template, id: createTemplateId(house, name), name })
  }
  if (house.templates.length === 0) return <p className="empty">{translate('templates.empty')}</p>
  return (
    <ul className="template-list">
      {house.templates.map((template) => (
        <li key={template.id} className="template-row">
          <div className="template-words">
            <b>{template.name}</b>
            {template.series === true ? (
              <span className="tag">{translate('templates.is-series')}</span>
            ) : null}
            <p>
              <Pattern text={template.headline} />
            </p>
          </div>
          <div className="template-acts">
            <Button isSmall look="line" onPress={() => acts.onStart(template.id)} isDisabled={isReadOnly}>
              {translate('templates.start')}
            </Button>
            <Button
              isSmall
              aria-label={translate('templates.edit-one', { name: template.name })}
              onPress={() => onEdit(template.id)}
              isDisabled={isReadOnly}
            >
              {translate('templates.edit')}
            </Button>
            <IconButton
              label={translate('templates.copy-one', { name: template.name })}
              icon={<Copy {...ICON} />}
              onPress={() => copy(template)}
              isDisabled={isReadOnly}
            />
            <IconButton
              label={translate('templates.export-one', { name: template.name })}
              icon={<Download {...ICON} />}
              onPress={() => acts.onExport([template])}
            />
            <IconButton
              label={translate('templates.remove-one', { name: template.name })}
              icon={<Trash2 {...ICON} />}
              onPress={() => acts.onRemove(template)}
              isDisabled={isReadOnly}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A text with its blanks shown as such. */
export function Pattern({ text }: { readonly text: string }) {
  const blanks = findBlanksIn(text)
  return [...blanks, null].map((blank, i) => {
    const from = blanks[i - 1]?.end ?? 0
    return (
      <span key={from}>
        {text.slice(from, blank?.start)}
        {blank === null ? null : <span className="pattern-blank">{blank.label}</span>}
      </span>
    )
  })
}
