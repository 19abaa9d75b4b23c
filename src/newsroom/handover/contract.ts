/**
 * What can go wrong with a hand-over file.
 *
 * `not-one` {name} (it is something else), `newer` {format, supported} (a later Redaksi made it), `damaged` {name, reason}
 * (cut off, or not what it was when it was made), `unsafe` {name, entry} (it holds what such a file never does),
 * `too-large` {name}, `photo-refused` {name, place} and `attachment-refused` {name, place} (one of them, from 1, is not
 * what it says), `gone` (the file was put away; it must be opened again), `stopped` (by the person).
 */
export const HANDOVER_ERROR_CODES = [
  'handover.not-one',
  'handover.newer',
  'handover.damaged',
  'handover.unsafe',
  'handover.too-large',
  'handover.photo-refused',
  'handover.attachment-refused',
  'handover.gone',
  'handover.stopped',
] as const

export type HandoverErrorCode = (typeof HANDOVER_ERROR_CODES)[number]
