/** The languages of the interface. */
export type Locale = 'id' | 'en'

/** The reader's language: what the address says, else what the host wrote into the page. */
export function readLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('locale') ?? document.documentElement.lang
  return asked === 'en' ? 'en' : 'id'
}
