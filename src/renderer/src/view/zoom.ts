/** The sizes that the text of the page can be shown in, in percent. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const

const KEY = 'redaksi.zoom'

/** The size that this browser remembers, in percent. */
export function readZoom(): number {
  return ZOOMS.find((each) => String(each) === localStorage.getItem(KEY)) ?? 100
}

/** Shows the text in a size; the style sheets do the rest. */
export function applyZoom(zoom: number): void {
  document.documentElement.style.setProperty('--zoom', String(zoom / 100))
}

/** Shows the text in a size, and remembers it. */
export function keepZoom(zoom: number): void {
  localStorage.setItem(KEY, String(zoom))
  applyZoom(zoom)
}
