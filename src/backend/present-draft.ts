import { getReviewState, type Draft, type RevisionInfo } from '../newsroom/drafts/index.ts'
import { getBlockText, type CreditLine, type Story } from '../newsroom/story/index.ts'

/**
 * A draft as programs are shown it: the stored one with its states, each block's plain text, plain lists of names, and what
 * is kept of its past, newest first.
 */
export function presentDraft(
  draft: Draft,
  facts: { readonly status: string; readonly publication: string },
  revisions: readonly RevisionInfo[],
) {
  const { story, signOff, ...rest } = draft
  return {
    id: draft.id,
    status: facts.status,
    review: getReviewState(draft),
    publication: facts.publication,
    revision: draft.revision,
    createdAt: rest.createdAt,
    updatedAt: rest.updatedAt,
    trashedAt: rest.trashedAt,
    signOff,
    source: rest.source,
    revisions,
    story: presentStory(story),
  }
}

function presentStory(story: Story) {
  return {
    headline: story.headline,
    event: story.event,
    dateline: story.dateline,
    blocks: story.blocks.map((block) => ({ ...block, text: getBlockText(block) })),
    credit: story.credit === null ? null : presentCredit(story.credit),
    slug: story.slug,
    excerpt: story.excerpt,
    categories: story.categories ?? [],
    tags: story.tags,
    attachments: story.attachments ?? [],
  }
}

function presentCredit({ writers, editors, photo }: CreditLine) {
  return {
    writers: writers.initials,
    editors,
    photo:
      photo === null
        ? null
        : {
            by: photo.kind === 'people' ? photo.by.initials : [],
            archive: photo.kind === 'archive',
            organisation: photo.organisation,
          },
  }
}
