import { useCallback, useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import { getBlockText, type Story } from '../../story/index.ts'
import type { RevisionInfo } from '../snapshot.ts'
import { RevisionNameForm } from './revision-name-form.tsx'

interface RevisionPreviewProps {
  readonly client: AppClient
  readonly id: string
  readonly info: RevisionInfo
  readonly onCompare: () => void
  readonly onRestore?: () => void
  readonly onName?: (name: string | null) => void
}

/** A kept revision as it reads, and what can be done with it. */
export function RevisionPreview({ client, id, info, onCompare, onRestore, onName }: RevisionPreviewProps) {
  const { revision, name } = info
  const { translate } = useTexts()
  const [isNaming, setNaming] = useState(false)
  const story = useRevision(client, id, revision)
  const giveName = (given: string | null) => {
    setNaming(false)
    onName?.(given)
  }
  return (
    <section className="panel-preview" aria-label={translate('history.preview', { revision })}>
      <div className="panel-preview-text" tabIndex={0}>
        <h2>{story?.headline}</h2>
        {story?.blocks.map((block) => (
          <p key={block.id}>{getBlockText(block)}</p>
        ))}
      </div>
      <footer className="panel-foot history-acts">
        {isNaming ? (
          <RevisionNameForm name={name} onName={giveName} onCancel={() => setNaming(false)} />
        ) : (
          <>
            <Button look="soft" isSmall onPress={onCompare}>
              {translate('history.compare')}
            </Button>
            {onRestore === undefined ? null : (
              <Button look="line" isSmall onPress={onRestore}>
                {translate('history.restore')}
              </Button>
            )}
            {onName === undefined ? null : (
              <Button look="line" isSmall onPress={() => setNaming(true)}>
                {translate(name === null ? 'history.name' : 'history.rename')}
              </Button>
            )}
          </>
        )}
      </footer>
    </section>
  )
}

function useRevision(client: AppClient, id: string, revision: number): Story | null {
  const [story, setStory] = useState<Story | null>(null)
  const read = useCallback(() => client.drafts.readRevision({ id, revision }), [client, id, revision])
  useEffect(() => {
    let isOn = true
    read().then(
      (found) => isOn && setStory(found),
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [read])
  return story
}
