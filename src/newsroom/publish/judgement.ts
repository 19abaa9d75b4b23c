import type { EntryKind } from './entry.ts'
import type { Held } from './target.ts'

/**
 * What to do about an entry, now that the target has told what it holds. `done`: it holds what we sent. `send`: it
 * holds what we knew, so nothing of ours arrived. `conflict`: it holds something else, and a person must look.
 * `moot`: nothing ever arrived, and there is nothing to withdraw.
 */
export type Judgement =
  | { readonly kind: 'done'; readonly version: string | null; readonly address: string | null }
  | { readonly kind: 'send'; readonly base: string | null }
  | { readonly kind: 'conflict'; readonly seen: string | null }
  | { readonly kind: 'moot' }

/** Judges a look-up. `sha256` is that of the article we send; `base` the version we know of, null for none. */
export function judgeHeld(
  kind: EntryKind,
  sha256: string,
  held: Held | null,
  base: string | null,
): Judgement {
  if (kind === 'withdraw') return judgeWithdrawal(held, base)
  if (held?.state === 'public' && held.sha256 === sha256)
    return { kind: 'done', version: held.version, address: held.address }
  return compareVersion(held, base)
}

function judgeWithdrawal(held: Held | null, base: string | null): Judgement {
  if (held === null) return base === null ? { kind: 'moot' } : { kind: 'done', version: null, address: null }
  if (held.state === 'withdrawn') return { kind: 'done', version: held.version, address: held.address }
  // The story is ours by its id; that we never learnt its version is no reason to leave it with readers.
  return base === null ? { kind: 'send', base: held.version } : compareVersion(held, base)
}

function compareVersion(held: Held | null, base: string | null): Judgement {
  const version = held?.version ?? null
  return version === base ? { kind: 'send', base } : { kind: 'conflict', seen: version }
}
