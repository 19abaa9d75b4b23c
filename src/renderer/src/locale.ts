/** The languages of the interface. */
export type Locale = 'id' | 'en'

const KEY = 'redaksi.locale'

/** The reader's language: what the address says, else what was chosen here, else what the host wrote into the page. */
export function readLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('locale') ?? localStorage.getItem(KEY)
  return (asked ?? document.documentElement.lang) === 'en' ? 'en' : 'id'
}

/** Remembers a language and shows the page in it. What is unsaved is saved first: the page is leaving. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale)
  const address = new URL(location.href)
  address.searchParams.delete('locale')
  // With a story in the address, going to the same address would stay on the page.
  history.replaceState(null, '', address)
  location.reload()
}
