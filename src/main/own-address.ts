/** The scheme that the page is served under, and the only host there is in it. */
export const PAGE_SCHEME = 'app'
const PAGE_HOST = 'redaksi'
/** Where the page is. */
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** Whether an address is the page's, whatever stands behind it. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(PAGE_ADDRESS)
}

/** Whether an address may be asked for at all: the page's own, or made by the page of what it holds. */
export function isOwnResource(address: string): boolean {
  return isOwnAddress(address) || isOwnBlob(address) || address.startsWith('data:')
}

/** Whether an address names bytes that the page made: a file to save, a picture to show. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith(`blob:${PAGE_ADDRESS}`)
}
