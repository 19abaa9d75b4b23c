import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { createHttpClient } from '../../../../src/base/node/http-client.ts'
import {
  createAdapters,
  createPublisher,
  createSecretStore,
  createTargetDesk,
  type TargetRequest,
} from '../../../../src/newsroom/publish/node/index.ts'
import { createTestRandom } from '../../../support/builders.ts'
import { createMemoryTarget } from '../../../support/memory-target.ts'
import { aDraftId, anArticle } from '../../../support/publish-builders.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const SITUS: TargetRequest = {
  name: 'situs',
  type: 'redaksi',
  url: 'http://127.0.0.1:4800/',
  secretEnv: null,
}

async function makeDesk() {
  const folder = await makeTemporaryFolder()
  const configFolder = join(await makeTemporaryFolder(), 'config')
  const target = createMemoryTarget()
  const secrets = createSecretStore(configFolder)
  const adapters = () => target
  const clock = { now: () => Date.now() }
  const publisher = createPublisher({ folder, mode: 'write', clock, random: createTestRandom(), adapters })
  const desk = createTargetDesk({ folder, libraryId: 'uji', secrets, adapters, publisher })
  return { folder, configFolder, desk, publisher, target, secrets }
}

describe('the targets of a library', () => {
  it('are added, listed and removed, with their secrets', async () => {
    const { desk, secrets } = await makeDesk()
    await desk.add(SITUS, 'rahasia-1')
    await desk.add({ name: 'Arsip kantor', type: 'folder', url: '/srv/arsip', secretEnv: null }, null)
    expect(await desk.list()).toEqual([
      { name: 'situs', type: 'redaksi', url: 'http://127.0.0.1:4800', secretEnv: null },
      { name: 'Arsip kantor', type: 'folder', url: '/srv/arsip', secretEnv: null },
    ])
    expect(await secrets.get('uji', 'situs')).toBe('rahasia-1')
    await desk.remove('situs')
    expect([(await desk.list()).map((each) => each.name), await secrets.get('uji', 'situs')]).toEqual([
      ['Arsip kantor'],
      null,
    ])
  })

  it.each<[string, Partial<TargetRequest>, string]>([
    ['a name that is taken', {}, 'publish.target-exists'],
    ['a name that is no name', { name: ' ' }, 'publish.target-name-invalid'],
    ['a name with a path in it', { name: 'a/../b' }, 'publish.target-name-invalid'],
    ['another kind', { name: 'b', type: 'gopher' }, 'publish.target-type-unknown'],
    ['no address', { name: 'b', url: 'situs kami' }, 'publish.target-address-invalid'],
    ['another protocol', { name: 'b', url: 'ftp://situs.invalid' }, 'publish.target-address-invalid'],
    [
      'a password in the address',
      { name: 'b', url: 'https://saya:rahasia@situs.invalid' },
      'publish.target-address-invalid',
    ],
    ['a relative folder', { name: 'b', type: 'folder', url: 'arsip' }, 'publish.target-address-invalid'],
  ])('refuse %s', async (_, over, code) => {
    const { desk } = await makeDesk()
    await desk.add(SITUS, null)
    const error: unknown = await desk.add({ ...SITUS, ...over }, null).catch((each: unknown) => each)
    expect(isRedaksiError(error) ? error.code : error).toBe(code)
    expect([String(error).includes('rahasia'), (await desk.list()).length]).toEqual([false, 1])
  })

  it('refuse a secret that no header can hold, without repeating it', async () => {
    const { desk } = await makeDesk()
    const error: unknown = await desk.add(SITUS, 'baris\nbaru').catch((each: unknown) => each)
    expect([isRedaksiError(error, 'publish.secret-malformed'), String(error).includes('baris')]).toEqual([
      true,
      false,
    ])
    expect(await desk.list()).toEqual([])
  })

  it('keep a target that something waits for', async () => {
    const { desk, publisher } = await makeDesk()
    await desk.add(SITUS, null)
    const [entry] = await publisher.enqueue({
      kind: 'publish',
      draft: aDraftId(),
      article: anArticle(),
      targets: ['situs'],
    })
    expect(await codeOf(desk.remove('situs'))).toBe('publish.target-in-use')
    await publisher.drop(entry?.id ?? '')
    expect([await codeOf(desk.remove('situs')), await codeOf(desk.remove('situs'))]).toEqual([
      'nothing failed',
      'publish.target-unknown',
    ])
  })

  it('are tested through their adapter', async () => {
    const { desk, target } = await makeDesk()
    await desk.add(SITUS, null)
    target.trouble('test', { code: 'publish.unauthorised' }, { code: 'publish.outcome-unknown' })
    expect([
      await codeOf(desk.test('situs')),
      await codeOf(desk.test('situs')),
      await codeOf(desk.test('situs')),
      await codeOf(desk.test('lain')),
    ]).toEqual([
      'publish.unauthorised',
      'publish.target-unrecognised',
      'nothing failed',
      'publish.target-unknown',
    ])
  })
})

describe('the secrets of targets', () => {
  it('lie in the user’s own folder, in a file for its owner alone, and nowhere in the library', async () => {
    const { desk, folder, configFolder } = await makeDesk()
    await desk.add(SITUS, 'rahasia-2')
    expect((await stat(join(configFolder, 'secrets.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'targets.json'), 'utf8')).not.toContain('rahasia-2')
  })

  it('are kept apart by library', async () => {
    const { secrets } = await makeDesk()
    await secrets.set('satu', 'situs', 'a')
    await secrets.set('dua', 'situs', 'b')
    await secrets.remove('satu', 'situs')
    expect([
      await secrets.get('satu', 'situs'),
      await secrets.get('dua', 'situs'),
      await secrets.get('dua', 'constructor'),
    ]).toEqual([null, 'b', null])
  })

  it('are read again from their variable at each request, and from the store when it is not set', async () => {
    const { secrets } = await makeDesk()
    const env: Record<string, string | undefined> = {}
    const seen: (string | undefined)[] = []
    const http = {
      ...createHttpClient(),
      request: async ({ headers }: { headers: Readonly<Record<string, string>> }) => {
        seen.push(headers['authorization'])
        return { kind: 'not-sent', reason: 'dns' } as const
      },
    }
    const target = {
      name: 'situs',
      type: 'redaksi',
      url: 'http://situs.invalid',
      secretEnv: 'TOKEN',
    } as const
    const adapter = createAdapters({ libraryId: 'uji', secrets, env, http })(target)
    expect(await codeOf(adapter.test())).toBe('publish.secret-missing')
    await secrets.set('uji', 'situs', 'dari-simpanan')
    expect(await codeOf(adapter.test())).toBe('publish.not-sent')
    env['TOKEN'] = 'dari-lingkungan'
    await codeOf(adapter.test())
    expect(seen).toEqual(['Bearer dari-simpanan', 'Bearer dari-lingkungan'])
  })

  it('are not lost when their file is damaged', async () => {
    const { secrets, configFolder } = await makeDesk()
    await secrets.set('uji', 'situs', 'a')
    await writeFile(join(configFolder, 'secrets.json'), '{')
    expect([
      await codeOf(secrets.get('uji', 'situs')),
      await codeOf(secrets.set('uji', 'lain', 'b')),
    ]).toEqual(['base.file-damaged', 'base.file-damaged'])
  })
})
