/** Why the endpoint does not start, or stops serving. Details: `path`, `port`, `line`, and for `store-newer` both schemas. */
export const ENDPOINT_START_CODES = [
  'endpoint.port-in-use',
  'endpoint.port-unusable',
  'endpoint.token-file-empty',
  'endpoint.token-file-invalid',
  'endpoint.store-newer',
  'endpoint.store-foreign',
  'endpoint.store-damaged',
  'endpoint.store-unusable',
] as const

/** What the protocol refuses, each with the status of its problem document (RFC 9457). */
export const PROBLEM_STATUS = {
  'endpoint.request-invalid': 400,
  'endpoint.body-not-json': 400,
  'endpoint.query-invalid': 400,
  'endpoint.precondition-malformed': 400,
  'endpoint.unauthorised': 401,
  'endpoint.not-found': 404,
  'endpoint.article-not-found': 404,
  'endpoint.photo-not-found': 404,
  'endpoint.attachment-not-found': 404,
  'endpoint.method-not-allowed': 405,
  'endpoint.request-timeout': 408,
  'endpoint.precondition-failed': 412,
  'endpoint.body-too-large': 413,
  'endpoint.media-type': 415,
  'endpoint.article-invalid': 422,
  'endpoint.uri-mismatch': 422,
  'endpoint.not-for-readers': 422,
  'endpoint.no-text': 422,
  'endpoint.withdrawal-invalid': 422,
  'endpoint.photo-invalid': 422,
  'endpoint.photo-mismatch': 422,
  'endpoint.photo-missing': 422,
  'endpoint.attachment-invalid': 422,
  'endpoint.attachment-mismatch': 422,
  'endpoint.attachment-missing': 422,
  'endpoint.precondition-required': 428,
  'endpoint.too-many-attempts': 429,
  'endpoint.headers-too-large': 431,
  'endpoint.internal': 500,
  'endpoint.store-busy': 503,
  'endpoint.store-full': 503,
} as const

export type ProblemCode = keyof typeof PROBLEM_STATUS
export type EndpointStartCode = (typeof ENDPOINT_START_CODES)[number]
export type EndpointErrorCode = EndpointStartCode | ProblemCode
