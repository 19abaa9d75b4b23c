import type { NinjsArticle } from '../formats/index.ts'
import { makeSlug } from '../story/index.ts'
import { markup, type Markup } from './markup.ts'

/** What stories are sorted by, for readers. */
export interface Category {
  /** The last part of its page's address. */
  readonly slug: string
  readonly name: string
}

/** The categories of an article, each once. */
export function listArticleCategories({ subjects = [] }: NinjsArticle): readonly Category[] {
  const found = new Map<string, string>()
  for (const { name, rel } of subjects) {
    const slug = makeSlug(name)
    if (rel === 'category' && name.trim() !== '' && !found.has(slug)) found.set(slug, name)
  }
  return [...found].map(([slug, name]) => ({ slug, name }))
}

/** Where a category's page is. */
export function getCategoryPath(slug: string): string {
  return `/kategori/${slug}`
}

/** Links to the pages of categories; the one that is shown is marked. Null when there are none. */
export function renderCategories(
  categories: readonly Category[],
  { shown = null, label }: { readonly shown?: string | null; readonly label: string },
): Markup | null {
  if (categories.length === 0) return null
  const links = categories.map(({ slug, name }) => {
    const current = slug === shown ? markup` aria-current="page"` : null
    return markup`<li><a href="${getCategoryPath(slug)}"${current}>${name}</a></li>`
  })
  return markup`<nav class="cats" aria-label="${label}">
<ul>
${links}
</ul>
</nav>`
}
