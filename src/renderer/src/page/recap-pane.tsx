import type { AppClient } from '../../../bridge/index.ts'
import { getOfficeDay } from '../../../newsroom/formats/index.ts'
import type { House } from '../../../newsroom/house/index.ts'
import { RecapPage } from '../../../newsroom/recap/ui/index.ts'
import { saveRecap } from '../acts/save-recap.ts'
import type { RunAct } from '../desk.ts'

/** The page of the office's recap, in the place of the story. */
export function RecapPane(props: {
  readonly client: AppClient
  readonly house: House
  readonly run: RunAct
  readonly onSelect: (id: string) => void
}) {
  const { client, house, run, onSelect } = props
  const month = getOfficeDay(new Date().toISOString(), house.organisation.zone).slice(0, 'YYYY-MM'.length)
  return (
    <RecapPage
      client={client}
      currentMonth={month}
      onOpen={onSelect}
      onSave={(period) => run(saveRecap(period))}
    />
  )
}
