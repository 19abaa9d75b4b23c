import { createBackend, openNewsroom, type Newsroom } from '../backend/index.ts'
import { isRedaksiError, type RedaksiError } from '../base/errors.ts'
import release from '../../package.json' with { type: 'json' }
import { createBridgeClient, type AppClient, type AppContract } from '../bridge/index.ts'
import type { Context } from './command.ts'
import { createSocketTransport, type SocketTransport } from './socket-client.ts'
import { createSurroundings, withNewsroom } from './with-newsroom.ts'

/**
 * What a command that writes works with: the calls of the bridge, whoever answers them. `own` is this process, which has
 * opened the library itself; `app` the Redaksi that has it open, where the page shows at once what was done.
 */
export type CommandDesk =
  | { readonly kind: 'own'; readonly client: AppClient; readonly newsroom: Newsroom }
  | { readonly kind: 'app'; readonly client: AppClient; readonly socket: SocketTransport }

/**
 * Runs something that writes: on the library itself, or through the Redaksi that has it open. Fails with
 * `drafts.library-locked` when somebody holds it who cannot be reached.
 */
export async function withDesk<Result>(
  context: Context,
  run: (desk: CommandDesk) => Promise<Result>,
): Promise<Result> {
  const opened = await openOrReach(context)
  if (opened.kind === 'app') return run(opened)
  const { newsroom } = opened
  const bugs: unknown[] = []
  const backend = createBackend(newsroom, {
    ...{ host: 'web', release: release.version, locale: context.locale, isSending: false },
    onBug: (error) => void bugs.push(error),
  })
  const client = createBridgeClient<AppContract>({ call: backend.dispatch, on: backend.on })
  try {
    return await run({ kind: 'own', client, newsroom })
  } catch (error) {
    // In one process a bug need not hide behind the bridge.
    throw isRedaksiError(error, 'bridge.bug') && bugs.length > 0 ? bugs[0] : error
  } finally {
    await backend.close()
    await newsroom.close()
  }
}

/** The full id for an id or the beginning of one. Fails as `DraftStore.resolveId` does. */
export async function resolveDraftId(text: string, desk: CommandDesk, context: Context): Promise<string> {
  if (desk.kind === 'own') return desk.newsroom.library.drafts.resolveId(text)
  return withNewsroom(context, 'read', ({ library }) => library.drafts.resolveId(text))
}

async function openOrReach(context: Context) {
  try {
    const newsroom = await openNewsroom(context.libraryFolder, 'write', createSurroundings(context))
    return { kind: 'own', newsroom } as const
  } catch (error) {
    if (!isRedaksiError(error, 'drafts.library-locked')) throw error
    return reach(error)
  }
}

/** A socket that nobody listens at any more, or another library's, is as good as none. */
async function reach(locked: RedaksiError) {
  const { socket: path, folder } = locked.details
  if (typeof path !== 'string') throw locked
  const socket = createSocketTransport(path)
  const client = createBridgeClient<AppContract>(socket)
  const info = await client.app.info().catch((error: unknown) => {
    throw isRedaksiError(error) ? locked : error
  })
  if (info.library !== folder || info.isReadOnly) throw locked
  return { kind: 'app', client, socket } as const
}
