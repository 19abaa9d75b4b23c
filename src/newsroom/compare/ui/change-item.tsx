import { useTexts } from '../../../base/ui/texts.tsx'
import { getBlockText, type Block } from '../../story/index.ts'
import { listParts, type BlockChange, type ComparisonItem, type FieldChange, type Stop } from '../index.ts'
import { ChangeStop } from './change-stop.tsx'

interface ChangeItemProps {
  readonly item: Extract<ComparisonItem, { kind: 'change' }>
  readonly current: number
  readonly count: number
  readonly onCurrent: (place: number) => void
}

/** A field or a block that differs: what it is, and its words with what went and what came. */
export function ChangeItem(props: ChangeItemProps) {
  const { change } = props.item
  const { translate } = useTexts()
  const look = change.kind === 'field' ? `is-${change.field}` : `is-${findShape(change)}`
  const headings = listHeadings(change).map((key) => translate(key))
  return (
    <section className={`compare-item ${look}`}>
      <p className="compare-label">{headings.join(' · ')}</p>
      <div className="compare-text">
        <Words {...props} />
      </div>
    </section>
  )
}

function Words({ item: { change, stops }, current, count, onCurrent }: ChangeItemProps) {
  const { translate } = useTexts()
  const common = { count, onCurrent }
  const only = stops[0]
  if (only === undefined) return null
  const show = (stop: Stop, removed: string, added: string, said?: string) => (
    <ChangeStop
      key={stop.place}
      {...common}
      stop={stop}
      isCurrent={stop.place === current}
      removed={removed}
      added={added}
      said={said}
    />
  )
  switch (change.kind) {
    case 'added':
      return show(only, '', describeBlock(change.after))
    case 'removed':
      return show(only, describeBlock(change.before), '')
    case 'moved':
      return show(only, '', '', describeBlock(change.after))
    case 'same':
      return null
    default:
      return only.edit === null
        ? showWhole(change, show, only, translate('compare.form'))
        : groupParts(change).map((part, i) => {
            const stop = part.edit === null ? undefined : stops[part.edit]
            return stop === undefined ? (
              <span key={`s${i}`}>{shorten(part.same)}</span>
            ) : (
              show(stop, part.removed, part.added)
            )
          })
  }
}

type Show = (stop: Stop, removed: string, added: string, said?: string) => React.ReactNode

/** A change that is not in the words: of a photo, its other text and its picture; else the form or the marks. */
function showWhole(
  change: FieldChange | Extract<BlockChange, { kind: 'changed' }>,
  show: Show,
  stop: Stop,
  form: string,
) {
  if (change.kind === 'field') return show(stop, change.before, change.after)
  const { before, after } = change
  if (before.kind === 'photo' && after.kind === 'photo' && before.alt !== after.alt)
    return show(stop, before.alt, after.alt)
  return show(stop, '', '', `${getBlockText(after)} (${form})`)
}

interface Group {
  readonly same: string
  readonly removed: string
  readonly added: string
  readonly edit: number | null
}

/** What went and what came at one place belong together. */
function groupParts(change: FieldChange | Extract<BlockChange, { kind: 'changed' }>): readonly Group[] {
  const [before, after] =
    change.kind === 'field'
      ? [change.before, change.after]
      : [getBlockText(change.before), getBlockText(change.after)]
  const groups: Group[] = []
  for (const part of listParts(before, after, change.edits)) {
    const last = groups.at(-1)
    if (part.kind === 'same') groups.push({ same: part.text, removed: '', added: '', edit: null })
    else if (last?.edit === part.edit) groups[groups.length - 1] = { ...last, [part.kind]: part.text }
    else groups.push({ same: '', removed: '', added: '', edit: part.edit, [part.kind]: part.text })
  }
  return groups
}

/** A long stretch that did not change is shown by how it begins and ends. */
const LONGEST_SAME = 600
const SHOWN_ENDS = 240

function shorten(text: string): string {
  if (text.length <= LONGEST_SAME) return text
  return `${text.slice(0, SHOWN_ENDS)} … ${text.slice(-SHOWN_ENDS)}`
}

/** What stands for a block whose words are not all it is. */
function describeBlock(block: Block): string {
  const text = getBlockText(block)
  return block.kind === 'photo'
    ? [block.alt, text].filter((each) => each !== '').join(' · ') || '…'
    : text || '…'
}

function findShape(change: BlockChange): Block['kind'] {
  return change.kind === 'removed' ? change.before.kind : change.after.kind
}

function listHeadings(change: FieldChange | BlockChange): readonly string[] {
  if (change.kind === 'field') return [`compare.field.${change.field}`]
  const shape = `compare.block.${findShape(change)}`
  if (change.kind !== 'changed') return [shape, `compare.kind.${change.kind}`]
  const { before, after, isMoved, edits } = change
  const hasOtherAlt =
    edits.length > 0 && before.kind === 'photo' && after.kind === 'photo' && before.alt !== after.alt
  return [
    shape,
    'compare.kind.changed',
    ...(isMoved ? ['compare.kind.moved'] : []),
    ...(before.kind === after.kind ? [] : ['compare.form']),
    ...(hasOtherAlt ? ['compare.alt'] : []),
  ]
}
