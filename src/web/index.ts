export * from './contract.ts'
export { startWebHost, type WebHost, type WebHostOptions } from './start-web-host.ts'
