export { CategoriesForm } from './categories-form.tsx'
export { Pattern, TemplatesPage } from './templates-page.tsx'
export { useHouse } from './use-house.ts'
export { useLastUsed } from './use-last-used.ts'
