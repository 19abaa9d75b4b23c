import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Mass, MassKind, MassWork } from '../../../newsroom/drafts/ui/index.ts'
import type { Desk } from '../desk.ts'

/** The way to work on several stories at once. What is done to them comes late: it is no part of the first screen. */
export function useMass(desk: Desk): Mass {
  const [runner] = useState(() => new MassRunner())
  useEffect(() => runner.setDesk(desk), [runner, desk])
  const work = useSyncExternalStore(runner.subscribe, runner.getWork)
  return useMemo(() => ({ work, run: runner.run, stop: runner.stop }), [work, runner])
}

/** One piece of work at a time; another one that is asked for meanwhile is not begun. */
class MassRunner {
  readonly #listeners = new Set<() => void>()
  #desk: Desk | null = null
  #work: MassWork | null = null
  #running: AbortController | null = null

  readonly getWork = (): MassWork | null => this.#work

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The desk as it is now: the open story may be another one by the time that something is to be done. */
  setDesk(desk: Desk): void {
    this.#desk = desk
  }

  readonly run = (kind: MassKind, ids: readonly string[]): void => {
    if (this.#running !== null || this.#desk === null) return
    const running = new AbortController()
    this.#running = running
    this.#tell({ kind, done: 0, total: ids.length })
    this.#desk.run(async (desk) => {
      try {
        const { runMass } = await import('./run-mass.ts')
        await runMass(desk, { kind, ids, signal: running.signal, tell: this.#tell, run: this.run })
      } finally {
        this.#running = null
        this.#tell(null)
      }
    })
  }

  readonly stop = (): void => this.#running?.abort()

  readonly #tell = (work: MassWork | null): void => {
    this.#work = work
    for (const listener of this.#listeners) listener()
  }
}
