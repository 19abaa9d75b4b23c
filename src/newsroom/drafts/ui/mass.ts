/** What can be done with several stories at once. `remove` is for good. */
export type MassKind = 'duplicate' | 'export' | 'trash' | 'restore' | 'remove'

/** Work on several stories, as far as it is. */
export interface MassWork {
  readonly kind: MassKind
  readonly done: number
  readonly total: number
}

/** The way to work on several stories: one such work at a time. */
export interface Mass {
  /** What is being done now, or null. */
  readonly work: MassWork | null
  readonly run: (kind: MassKind, ids: readonly string[]) => void
  /** Stops after the story that it is at; what is done stays done. */
  readonly stop: () => void
}
