import { resolve } from 'node:path'
import { RedaksiError } from '../../base/errors.ts'
import type { Target } from '../../newsroom/publish/index.ts'
import { getText, type Command, type Context, type Outcome, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { readSecret } from '../read-secret.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Where stories are published: add, list, test and remove targets. */
export const target: Command = {
  name: 'target',
  usage:
    'redaksi target add NAME --type redaksi|folder --url URL [--secret-env VAR | --secret-file FILE] | target list | target test NAME | target remove NAME',
  options: {
    type: { type: 'string' },
    url: { type: 'string' },
    user: { type: 'string' },
    'secret-env': { type: 'string' },
    'secret-file': { type: 'string' },
  },
  positionals: [1, 2],
  async run(words, context) {
    const [act, name] = words.positionals
    if (act === 'list' && name === undefined) return showTargets(context)
    if (name === undefined) throw new RedaksiError<CliErrorCode>('cli.usage', { usage: target.usage })
    if (act === 'add') return addTarget(name, words, context)
    if (act === 'test') return testTarget(name, context)
    if (act === 'remove') return removeTarget(name, context)
    throw new RedaksiError<CliErrorCode>('cli.usage', { usage: target.usage })
  },
}

async function showTargets(context: Context): Promise<Outcome> {
  const known = await withNewsroom(context, 'read', ({ targets }) => targets.list())
  return presentTargets(known, context.translate('cli.target.none'))
}

async function addTarget(name: string, words: Words, context: Context): Promise<Outcome> {
  const type = getText(words, 'type')
  const url = getText(words, 'url')
  if (type === undefined || url === undefined)
    throw new RedaksiError<CliErrorCode>('cli.usage', { usage: target.usage })
  const secretEnv = getText(words, 'secret-env')
  const secret = await readSecret({ variable: secretEnv, file: getText(words, 'secret-file') }, context.env)
  const known = await withNewsroom(context, 'write', async ({ targets }) => {
    await targets.add(
      { name, type, url: type === 'folder' ? resolve(url) : url, secretEnv: secretEnv ?? null },
      secret,
    )
    return targets.list()
  })
  return presentTargets(known, '')
}

async function testTarget(name: string, context: Context): Promise<Outcome> {
  await withNewsroom(context, 'read', ({ targets }) => targets.test(name))
  return { json: { ok: true, target: name }, text: context.translate('cli.target.works', { name }) }
}

async function removeTarget(name: string, context: Context): Promise<Outcome> {
  const known = await withNewsroom(context, 'write', async ({ targets }) => {
    await targets.remove(name)
    return targets.list()
  })
  return presentTargets(known, context.translate('cli.target.none'))
}

function presentTargets(targets: readonly Target[], none: string): Outcome {
  const lines = targets.map(({ name, type, url }) => `${name}  ${type}  ${url}`)
  return { json: { targets }, text: lines.length === 0 ? none : lines.join('\n') }
}
