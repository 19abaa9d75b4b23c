import { RedaksiError } from '../../src/base/errors.ts'
import type { Held, TargetAdapter, TryErrorCode } from '../../src/newsroom/publish/index.ts'
import { digestValue } from '../../src/newsroom/publish/node/digest.ts'

/** What befalls one call: it fails before anything happened, or after. */
export interface Trouble {
  readonly code: TryErrorCode | 'bug'
  readonly after?: boolean
  readonly retryAfter?: number
}

type Method = 'lookUp' | 'putArticle' | 'putPhoto' | 'putAttachment' | 'withdraw' | 'test'

/** A target in memory, which keeps every version and says what was asked of it. */
export interface MemoryTarget extends TargetAdapter {
  /** The calls in order, as `put 1`, `lookUp 1`: the last figures of the draft's id. */
  readonly calls: string[]
  /** How often each story was made public, by the last figures of its id. */
  readonly writes: Map<string, number>
  /** The photos that are held, by their digests. */
  readonly photos: Map<string, Uint8Array>
  /** The attachments that are held, by their digests. */
  readonly attachments: Map<string, Uint8Array>
  /** What is held of a story. */
  get(id: string): Held | null
  /** Someone else changes a story at the target. */
  meddle(id: string, sha256: string | null): void
  /** What befalls the next calls of a method, in order; or each call, by its story. */
  trouble(method: Method, ...troubles: readonly (Trouble | null)[]): void
  troubleAlways(method: Method, choose: (id: string) => Trouble | null): void
}

/** Makes an empty target that refuses to replace what its caller does not know. */
export function createMemoryTarget(): MemoryTarget {
  const held = new Map<string, Held>()
  const calls: string[] = []
  const writes = new Map<string, number>()
  const photos = new Map<string, Uint8Array>()
  const attachments = new Map<string, Uint8Array>()
  const queued = new Map<Method, (Trouble | null)[]>()
  const always = new Map<Method, (id: string) => Trouble | null>()
  let version = 0

  const act = async <Result>(
    method: Method,
    name: string,
    id: string,
    change: () => Result,
  ): Promise<Result> => {
    calls.push(`${name} ${nameOf(id)}`.trim())
    await Promise.resolve()
    const trouble = queued.get(method)?.shift() ?? always.get(method)?.(id) ?? null
    if (trouble !== null && trouble.after !== true) throw toError(trouble)
    const result = change()
    if (trouble !== null) throw toError(trouble)
    return result
  }
  const put = (id: string, base: string | null, make: (version: string) => Held): Held => {
    if ((held.get(id)?.version ?? null) !== base) throw toError({ code: 'publish.conflict' })
    version += 1
    const next = make(`"v${version}"`)
    held.set(id, next)
    return next
  }
  return {
    calls,
    writes,
    photos,
    attachments,
    get: (id) => held.get(id) ?? null,
    meddle(id, sha256) {
      version += 1
      if (sha256 === null) held.delete(id)
      else held.set(id, { state: 'public', version: `"lain${version}"`, address: null, sha256 })
    },
    trouble: (method, ...troubles) => void queued.set(method, [...(queued.get(method) ?? []), ...troubles]),
    troubleAlways: (method, choose) => void always.set(method, choose),
    lookUp: (id) => act('lookUp', 'lookUp', id, () => held.get(id) ?? null),
    putArticle(article, base) {
      const id = article.uri.slice('urn:uuid:'.length)
      return act('putArticle', 'put', id, () =>
        put(id, base, (made) => {
          writes.set(nameOf(id), (writes.get(nameOf(id)) ?? 0) + 1)
          return {
            state: 'public',
            version: made,
            address: `/berita/${nameOf(id)}`,
            sha256: digestValue(article),
          }
        }),
      )
    },
    async putPhoto(sha256, read) {
      const bytes = photos.get(sha256) ?? (await read())
      return act('putPhoto', 'photo', sha256, () => void photos.set(sha256, bytes))
    },
    async putAttachment(sha256, read) {
      const bytes = attachments.get(sha256) ?? (await read())
      return act('putAttachment', 'attachment', sha256, () => void attachments.set(sha256, bytes))
    },
    withdraw: (id, _reason, base) =>
      act('withdraw', 'withdraw', id, () =>
        put(id, base, (made) => ({
          state: 'withdrawn',
          version: made,
          address: null,
          sha256: held.get(id)?.sha256 ?? '',
        })),
      ),
    test: () => act('test', 'test', '', () => undefined),
  }
}

const nameOf = (id: string): string => id.slice(-12).replace(/^0+/, '')

function toError({ code, retryAfter }: Trouble): Error {
  if (code === 'bug') return new TypeError('undefined is not a story')
  return new RedaksiError(code, { target: 'situs', detail: 'dibuat', retryAfter: retryAfter ?? null })
}
