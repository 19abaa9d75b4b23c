import type { House } from '../../../newsroom/house/index.ts'
import { TemplatesPage } from '../../../newsroom/house/ui/index.ts'
import {
  exportTemplates,
  importTemplates,
  keepTemplate,
  removeTemplate,
  startFrom,
} from '../acts/templates.ts'
import type { RunAct } from '../desk.ts'

/** The page of the house's templates, in the place of the story. */
export function TemplatesPane(props: {
  readonly house: House
  readonly isReadOnly: boolean
  readonly run: RunAct
}) {
  const { house, isReadOnly, run } = props
  return (
    <TemplatesPage
      house={house}
      isReadOnly={isReadOnly}
      acts={{
        onStart: (id) => run(startFrom(id)),
        onKeep: (template) => run(keepTemplate(template)),
        onRemove: (template) => run(removeTemplate(template)),
        onExport: (templates) => run(exportTemplates(templates)),
        onImport: (text) => run(importTemplates(text)),
      }}
    />
  )
}
