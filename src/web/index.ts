export * from './contract.ts'
export { startWebHost, type WebHost } from './start-web-host.ts'
