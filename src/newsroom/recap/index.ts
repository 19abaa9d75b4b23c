export * from './contract.ts'
export * from './methods.ts'
export * from './period.ts'
export * from './recap.ts'
