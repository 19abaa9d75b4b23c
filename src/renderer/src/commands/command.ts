/** What a person can do from the keyboard. One command, one file. */
export interface Command {
  /** Its keys, `Mod` being Ctrl or Cmd: `Mod+Shift+P`. A browser keeps some for itself, so there may be others. */
  readonly keys: readonly string[]
  run(desk: Desk): void
}

/** What commands act on. */
export interface Desk {
  startDraft(): void
  saveNow(): void
  focusSearch(): void
  publish(): void
  export(): void
}
