import { openNewsroom, type Newsroom, type Surroundings } from '../backend/index.ts'
import { describeError } from '../backend/index.ts'
import type { Context } from './command.ts'

/** Opens the library that is meant, runs something on it and closes it again, whatever happens. */
export async function withNewsroom<Result>(
  context: Context,
  mode: 'read' | 'write',
  run: (newsroom: Newsroom) => Promise<Result>,
): Promise<Result> {
  const newsroom = await openNewsroom(context.libraryFolder, mode, createSurroundings(context))
  try {
    return await run(newsroom)
  } finally {
    await newsroom.close()
  }
}

/** This process as the newsroom sees it. */
export function createSurroundings(context: Context, address: string | null = null): Surroundings {
  return {
    clock: context.clock,
    random: context.random,
    env: context.env,
    configFolder: context.configFolder,
    ...(context.secrets === undefined ? {} : { secrets: context.secrets }),
    address,
    onWarning: (warning) => context.warn(describeError(warning, context.translate)),
  }
}
