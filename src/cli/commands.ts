import type { Command } from './command.ts'

/** Every command, loaded only when it is called: most start in the time that Node itself takes. */
export const COMMANDS = {
  init: async () => (await import('./commands/init.ts')).init,
  import: async () => (await import('./commands/import.ts')).importFilesCommand,
  new: async () => (await import('./commands/new.ts')).newDraft,
  list: async () => (await import('./commands/list.ts')).list,
  show: async () => (await import('./commands/show.ts')).show,
  export: async () => (await import('./commands/export.ts')).exportDraft,
  handover: async () => (await import('./commands/handover.ts')).handover,
  open: async () => (await import('./commands/open.ts')).openHandover,
  approve: async () => (await import('./commands/approve.ts')).approve,
  target: async () => (await import('./commands/target.ts')).target,
  publish: async () => (await import('./commands/publish.ts')).publish,
  withdraw: async () => (await import('./commands/withdraw.ts')).withdraw,
  outbox: async () => (await import('./commands/outbox.ts')).outbox,
  sync: async () => (await import('./commands/sync.ts')).sync,
  ledger: async () => (await import('./commands/ledger.ts')).ledger,
  start: async () => (await import('./commands/start.ts')).start,
  serve: async () => (await import('./commands/serve.ts')).serve,
  endpoint: async () => (await import('./commands/endpoint.ts')).endpoint,
  backup: async () => (await import('./commands/backup.ts')).backup,
  drill: async () => (await import('./commands/drill.ts')).drill,
  restore: async () => (await import('./commands/restore.ts')).restore,
  recap: async () => (await import('./commands/recap.ts')).recap,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
} satisfies Readonly<Record<string, () => Promise<Command>>>

/** Whether a word names a command. */
export function isCommandName(word: string): word is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, word)
}
