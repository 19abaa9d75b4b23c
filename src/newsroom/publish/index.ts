export * from './entry.ts'
export * from './target.ts'
