import type { HouseChange } from '../../../newsroom/house/index.ts'
import type { Act } from '../desk.ts'

/** Changes parts of the house profile, says so (`said`, a text's key), and offers to go back. */
export function changeHouse(change: HouseChange, said: string, onKept: () => void = () => undefined): Act {
  return async ({ client, say, translate, run }) => {
    const { base, changes } = change
    await client.house.change(change)
    onKept()
    const undo: Act = async () => void (await client.house.change({ base: changes, changes: base }))
    say({ words: translate(said), undo: () => run(undo) })
  }
}
