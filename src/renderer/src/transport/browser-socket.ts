import type { Connect } from './event-stream.ts'

/** Hears this host's events over the browser's own WebSocket. */
export const connectBrowserSocket: Connect = ({ onOpen, onMessage, onClose }) => {
  const socket = new WebSocket('/events')
  socket.addEventListener('open', onOpen)
  socket.addEventListener('message', ({ data }) => onMessage(String(data)))
  socket.addEventListener('close', onClose)
  return { send: (text) => socket.send(text), close: () => socket.close() }
}
