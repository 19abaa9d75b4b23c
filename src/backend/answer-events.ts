import type { AppContract, EventName, Told } from '../bridge/index.ts'

/** The backend's events: said once, heard by every host's page. */
export interface Events {
  readonly on: (event: string, listener: (told: unknown) => void) => () => void
  readonly emit: <Name extends EventName<AppContract>>(event: Name, told: Told<AppContract, Name>) => void
}

/** Makes the events. A listener that throws is a bug of the listener's and keeps nobody else from hearing. */
export function createEvents(onBug: (error: unknown, event: string) => void): Events {
  const listeners = new Map<string, Set<(told: unknown) => void>>()
  return {
    on(event, listener) {
      const own = (told: unknown): void => listener(told)
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(own))
      return () => void all.delete(own)
    },
    emit(event, told) {
      for (const listener of listeners.get(event) ?? []) {
        try {
          listener(told)
        } catch (error) {
          onBug(error, event)
        }
      }
    },
  }
}
