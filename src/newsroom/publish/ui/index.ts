export { ConnectionWords } from './connection-words.tsx'
export { OutboxPage } from './outbox-page.tsx'
export { PublishPanel } from './publish-panel.tsx'
export { useOutbox, type OutboxState } from './use-outbox.ts'
