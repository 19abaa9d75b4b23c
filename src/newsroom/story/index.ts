export * from './story.ts'
export * from './block-id.ts'
