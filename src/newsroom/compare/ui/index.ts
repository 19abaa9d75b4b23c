export { ComparisonSheet } from './comparison-sheet.tsx'
export { useComparison } from './use-comparison.ts'
