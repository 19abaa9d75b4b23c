export * from './contract.ts'
export * from './house.ts'
export * from './template.ts'
export * from './methods.ts'
