import type { Locator, Page } from '@playwright/test'

/** The desk as a person finds it: by roles and names. */
export class DeskPage {
  readonly page: Page
  readonly list: Locator
  readonly search: Locator
  readonly headline: Locator
  readonly body: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('listbox', { name: /^(Daftar artikel|Articles)$/ })
    this.search = page.getByRole('searchbox', { name: /^(Cari artikel|Search articles)$/ })
    this.headline = page.getByRole('textbox', { name: /^(Judul|Headline)$/ })
    this.body = page.getByRole('textbox', { name: /^(Isi artikel|Article body)$/ })
    this.status = page.getByRole('contentinfo')
  }

  /** Opens the story whose headline begins so. */
  async open(headline: string): Promise<void> {
    await this.list.getByRole('option', { name: headline }).first().click()
    await this.headline.waitFor()
  }

  async startDraft(headline: string): Promise<void> {
    await this.page.getByRole('button', { name: /^(Artikel baru|New article)$/ }).click()
    // Until the new one is there, the one before it may stand in its place.
    await this.headline.and(this.page.locator(':placeholder-shown')).waitFor()
    await this.headline.fill(headline)
  }

  /** Types at the end of the body, key by key. */
  async write(text: string): Promise<void> {
    await this.body.click()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.type(text)
  }

  /** Opens the palette of commands. Until its field has the focus, keys go nowhere. */
  async openPalette(): Promise<Locator> {
    await this.page.keyboard.press('Control+K')
    const palette = this.page.getByRole('dialog', { name: /^(Palet perintah|Command palette)$/ })
    await palette.getByRole('searchbox').and(this.page.locator(':focus')).waitFor()
    return palette
  }

  async waitUntilSaved(): Promise<void> {
    await this.status.getByText(/^(Tersimpan|Saved)$/).waitFor()
  }

  async approve(): Promise<void> {
    await this.page.getByRole('button', { name: 'Setujui', exact: true }).click()
    await this.page.getByRole('button', { name: /^Setujui revisi/ }).click()
  }

  /** The open story as its readers see it, in a page of its own: by its address, once it is there. */
  async openPublished(): Promise<Page> {
    const link = this.page.getByRole('link', { name: /^(Buka|Open)$/ })
    await link.waitFor()
    const reader = await this.page.context().newPage()
    await reader.goto((await link.getAttribute('href')) ?? '')
    return reader
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Terbitkan', exact: true, disabled: false }).click()
  }
}
