/** What a target can make known of a try; the port of `TargetAdapter` says what each means. */
export const TRY_ERROR_CODES = [
  'publish.not-sent',
  'publish.outcome-unknown',
  'publish.busy',
  'publish.unauthorised',
  'publish.secret-missing',
  'publish.secret-unavailable',
  'publish.conflict',
  'publish.rejected',
  'publish.photo-missing',
  'publish.attachment-missing',
] as const

/** A try that came to nothing before it began: this program has no secret to show. It is the target's to wait for one. */
export const SECRETLESS_CODES: readonly string[] = ['publish.secret-missing', 'publish.secret-unavailable']

export type TryErrorCode = (typeof TRY_ERROR_CODES)[number]

/** What can go wrong with publishing. */
export const PUBLISH_ERROR_CODES = [
  ...TRY_ERROR_CODES,
  'publish.no-targets',
  'publish.entry-unknown',
  'publish.entry-in-doubt',
  'publish.entry-superseded',
  'publish.entry-damaged',
  'publish.ledger-damaged',
  'publish.sync-running',
  'publish.target-unknown',
  'publish.target-gone',
  'publish.target-exists',
  'publish.target-in-use',
  'publish.target-name-invalid',
  'publish.target-type-unknown',
  'publish.target-address-invalid',
  'publish.target-unrecognised',
  'publish.secret-malformed',
  'publish.secret-refused',
] as const

export type PublishErrorCode = (typeof PUBLISH_ERROR_CODES)[number]
