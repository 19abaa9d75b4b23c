import { contextBridge, ipcRenderer } from 'electron'
import { BRIDGE_CHANNELS, WINDOW_BRIDGE, type WindowBridge } from '../bridge/window-bridge.ts'

/**
 * Leaves the page its bridge, and nothing else: no name of a channel, no object of an event, no module. It runs in a
 * sandbox, in a world of its own.
 */

const listeners = new Map<string, Set<(told: unknown) => void>>()

ipcRenderer.on(BRIDGE_CHANNELS.event, (_event, name: unknown, told: unknown) => {
  if (typeof name !== 'string') return
  for (const listener of listeners.get(name) ?? []) listener(told)
})

const bridge: WindowBridge = {
  call: (method, argument) => ipcRenderer.invoke(BRIDGE_CHANNELS.call, method, argument),
  on(event, listener) {
    const own = (told: unknown): void => listener(told)
    const all = listeners.get(event) ?? new Set()
    listeners.set(event, all.add(own))
    return () => void all.delete(own)
  },
  putBlob: (sha256, bytes) => ipcRenderer.invoke(BRIDGE_CHANNELS.blob, sha256, bytes),
}

contextBridge.exposeInMainWorld(WINDOW_BRIDGE, bridge)
// Before anything that the page asks: messages arrive in their order, so no event of its own doing is missed.
void ipcRenderer.invoke(BRIDGE_CHANNELS.listen)
