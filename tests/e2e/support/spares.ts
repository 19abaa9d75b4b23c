import type { Page } from '@playwright/test'

/** What a page has put aside in the browser's own store, as JSON. A draft has to have been opened in it before. */
export function readSpares(page: Page): Promise<string> {
  return page.evaluate<string>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('redaksi')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('spares').objectStore('spares').getAll()
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => resolve(JSON.stringify(asked.result))
      opening.result.close()
    }
  })`)
}
