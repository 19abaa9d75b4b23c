export { createHandovers, type Handovers } from './handovers.ts'
export { exportHandover } from './write-handover.ts'
