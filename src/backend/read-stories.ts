import { RedaksiError } from '../base/errors.ts'
import { parseSavedPage, type Story } from '../newsroom/story/index.ts'
import type { BackendErrorCode } from './contract.ts'
import type { Newsroom } from './newsroom.ts'

/** A story found in a file, with its line (1 where the format has no lines) and what is to be reported of it. */
export interface FoundStory {
  readonly story: Story
  readonly line: number
  readonly reports: readonly string[]
}

export interface FoundStories {
  readonly stories: readonly FoundStory[]
  readonly skipped: readonly { readonly line: number; readonly reason: string }[]
}
