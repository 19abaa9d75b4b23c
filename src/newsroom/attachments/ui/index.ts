export { createAttachmentImports, type AttachmentImports } from './attachment-imports.ts'
export { AttachmentsField } from './attachments-field.tsx'
