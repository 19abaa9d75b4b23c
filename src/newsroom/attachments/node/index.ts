export { openAttachmentStore, type AttachmentStore } from './attachment-store.ts'
export { inspectAttachments } from './inspect-attachments.ts'
