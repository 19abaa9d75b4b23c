/** Light, dark, or whatever the system says. It is this browser's own setting. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'redaksi.theme'

/** The theme that was chosen; the address may ask for another one. */
export function readTheme(): Theme {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY)
  return THEMES.find((theme) => theme === asked) ?? 'system'
}

/** Remembers a theme and shows it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme)
  applyTheme(theme)
}

/** Shows a theme; the style sheets do the rest. */
export function applyTheme(theme: Theme = readTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Whether the page is dark now, by choice or because the system is. */
export function isDark(): boolean {
  const theme = readTheme()
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
}
