/**
 * What may fail in the library, and the facts each failure carries.
 *
 * Drafts: `not-found` {id}, `ambiguous-id` {id}, `conflict` {id, baseRevision, revision} (someone saved in between),
 * `would-empty` {id}, `not-trashed` {id} (only what is in the trash is deleted for good), `damaged` {id, path, previous} (`previous`: a good generation is there), `not-recoverable` {id},
 * `changed-outside` {id, path} (edited by hand, or a flipped bit: read as a new revision), `revision-not-found`
 * {id, revision}, `revision-differs` {id, revision} (another text is kept under this number), `snapshot-failed`
 * {id, revision, reason}, `already-there` {id} (a draft with this id is in the library).
 *
 * The library: `no-library` {folder}, `library-exists` {folder}, `folder-not-empty` {folder}, `library-newer` and
 * `library-older` {folder, format, supported}, `library-damaged` {path}, `library-locked`
 * {folder, pid, address, socket},
 * `read-only` {folder}, `index-failed` {reason}.
 *
 * Backup: `backup-inside-library` {path}, `backup-special-file` {path}, `backup-damaged` {path, reason},
 * `backup-refused` {path, entry, reason}, `backup-folder-gone` {folder} (the chosen folder is not there: a disk that was
 * taken out), `no-backup-folder` (none was chosen), `no-backup` {folder} (there is none yet), `storage-busy` (one task at a
 * time), `storage-stopped` (by the person).
 */
export const DRAFTS_ERROR_CODES = [
  'drafts.not-found',
  'drafts.ambiguous-id',
  'drafts.conflict',
  'drafts.would-empty',
  'drafts.not-trashed',
  'drafts.damaged',
  'drafts.not-recoverable',
  'drafts.changed-outside',
  'drafts.revision-not-found',
  'drafts.revision-differs',
  'drafts.snapshot-failed',
  'drafts.already-there',
  'drafts.no-library',
  'drafts.library-exists',
  'drafts.folder-not-empty',
  'drafts.library-newer',
  'drafts.library-older',
  'drafts.library-damaged',
  'drafts.library-locked',
  'drafts.read-only',
  'drafts.index-failed',
  'drafts.backup-inside-library',
  'drafts.backup-special-file',
  'drafts.backup-damaged',
  'drafts.backup-refused',
  'drafts.backup-folder-gone',
  'drafts.no-backup-folder',
  'drafts.no-backup',
  'drafts.storage-busy',
  'drafts.storage-stopped',
] as const

export type DraftsErrorCode = (typeof DRAFTS_ERROR_CODES)[number]
