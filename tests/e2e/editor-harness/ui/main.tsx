import { createRoot } from 'react-dom/client'
import { StrictMode } from 'react'
import type { Translate } from '../../../../src/base/translate.ts'
import english from '../../../../resources/locales/en/editor.json'
import lateEnglish from '../../../../resources/locales/en/writing.late.json'
import indonesian from '../../../../resources/locales/id/editor.json'
import lateIndonesian from '../../../../resources/locales/id/writing.late.json'
import { TextsProvider } from '../../../../src/base/ui/texts.tsx'
import { StoryEditor, type StoryEditorHandle } from '../../../../src/newsroom/editor/ui/index.ts'
import { getTypography, NOTHING_USED, type Use } from '../../../../src/newsroom/house/index.ts'
import type { StoryHelp } from '../../../../src/newsroom/editor/index.ts'
import { parseStory, type Story } from '../../../../src/newsroom/story/index.ts'
import { createHouse, createLongStory, createSampleStory } from './stories.ts'

/**
 * The editor alone in a page. The address says what it shows: `?theme=dark`, `?locale=en`, `?words=20000`,
 * `?template=` for the template it was started from, `?story=` with the JSON of parts of a story, `?readonly`, `?plain` without React's strict mode.
 */
declare global {
  interface Window {
    /** What tests ask of the editor. */
    harness: {
      handle: StoryEditorHandle | null
      changes: number
      started: Story
      errors: string[]
      uses: Use[]
    }
  }
}

const query = new URLSearchParams(location.search)
const texts: Readonly<Record<string, string>> =
  query.get('locale') === 'en' ? { ...english, ...lateEnglish } : { ...indonesian, ...lateIndonesian }
const started = createStory()
window.harness = { handle: null, changes: 0, started, errors: [], uses: [] }
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light'

const HELP: StoryHelp = {
  template: query.get('template') ?? undefined,
  lastUsed: {
    ...NOTHING_USED,
    values: [{ label: 'tempat', values: ['Aula Kelurahan Rawajaya', 'Pendopo'] }],
  },
  getTypography: () => getTypography({}),
  getToday: () => '2025-11-14',
  onUse: (use) => void window.harness.uses.push(use),
}

const translate: Translate = (key, facts = {}) =>
  (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name]))
const locale = query.get('locale') === 'en' ? 'en' : 'id'

const editor = (
  <TextsProvider texts={{ locale, translate }}>
    <StoryEditor
      ref={(handle) => void (window.harness.handle = handle)}
      story={started}
      house={createHouse()}
      translate={translate}
      onChange={() => void (window.harness.changes += 1)}
      onError={(error) => void window.harness.errors.push(String(error.stack))}
      isReadOnly={query.has('readonly')}
      help={HELP}
    />
  </TextsProvider>
)
const app = document.getElementById('app')
if (app !== null) createRoot(app).render(query.has('plain') ? editor : <StrictMode>{editor}</StrictMode>)

function createStory(): Story {
  const words = Number(query.get('words') ?? 0)
  const over: unknown = JSON.parse(query.get('story') ?? '{}')
  const story = words > 0 ? createLongStory(words) : createSampleStory()
  return parseStory({ ...story, ...(over instanceof Object ? over : {}) })
}
