import type { Act } from '../desk.ts'
import { changeWritingView, readWritingView } from './writing-view.ts'
import { ZOOMS } from './zoom.ts'

/** Shows the text of the page a step larger (1) or smaller (-1), or as it was made (0), and says how large that is. */
export function zoomText(step: -1 | 0 | 1): Act {
  return ({ say, translate }) => {
    const at = ZOOMS.findIndex((each) => each === readWritingView().zoom)
    const zoom = step === 0 ? 100 : (ZOOMS[Math.max(0, at + step)] ?? readWritingView().zoom)
    changeWritingView({ zoom })
    say({ words: translate('app.zoom-said', { zoom }) })
  }
}
