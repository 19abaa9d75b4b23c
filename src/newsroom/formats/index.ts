export * from './ninjs-article.ts'
