import type { Page } from '@playwright/test'

/** What became of the keys that somebody typed. */
export interface Typing {
  /** Keys that were typed into the body. */
  readonly keys: number
  /** How many of them the page has called saved on a frame that it painted, or the host has answered for. */
  readonly saved: number
  /** The longest time from a key to the answer for it, or until now; in milliseconds. */
  readonly longest: number
}

/** Runs in the page: when each key came, how many a save took along, and what was painted. */
const RECORDER = `{
  const record = (window.typingRecord = { at: [], saved: 0, longest: 0 })
  const settle = (keys) => {
    const oldest = record.at[record.saved]
    if (oldest !== undefined) record.longest = Math.max(record.longest, performance.now() - oldest)
    record.saved = Math.max(record.saved, keys)
  }
  document.addEventListener('input', ({ target }) => {
    if (target.closest('.editor-body')) record.at.push(performance.now())
  }, { capture: true })
  const send = window.fetch
  window.fetch = async (address, request) => {
    const keys = record.at
    const count = keys.length
    const answer = await send(address, request)
    if (String(address).endsWith('/drafts.save') && keys === record.at && (await answer.clone().json()).ok) settle(count)
    return answer
  }
  const look = () => {
    settle(document.querySelector('.save-words.is-saved') ? record.at.length : 0)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}`

/** Watches what is typed in a page from its start. */
export async function recordTyping(page: Page): Promise<void> {
  await page.addInitScript(RECORDER)
}

/** What has been recorded since the last time this was asked. */
export async function readTyping(page: Page): Promise<Typing> {
  return page.evaluate<Typing>(`{
    const record = window.typingRecord
    const typing = { keys: record.at.length, saved: record.saved, longest: Math.round(record.longest) }
    Object.assign(record, { at: [], saved: 0, longest: 0 })
    typing
  }`)
}
