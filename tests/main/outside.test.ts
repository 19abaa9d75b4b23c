import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MessageBoxOptions } from 'electron'
import { createTranslate } from '../../src/backend/locale.ts'
import { openOutside } from '../../src/main/open-outside.ts'
import { createVault } from '../../src/main/vault.ts'
import { createSecretStore } from '../../src/newsroom/publish/node/index.ts'
import { createElectronStandIn, type StandInOptions } from '../support/electron-stand-in.ts'
import { codeOf } from '../support/code-of.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const translate = createTranslate('id')
const LOCAL = 'http://127.0.0.1:4100'

describe('openOutside', () => {
  const open = async (address: string, press: StandInOptions['press'] = () => 0) => {
    const { electron, asked, opened } = createElectronStandIn({ press })
    await openOutside(address, { ...electron, translate, getLocalOrigin: () => LOCAL })
    return { asked: asked.map(({ detail }) => detail), opened }
  }

  it.each([
    'https://kota-tirtasari.kpu.go.id/berita/satu',
    'mailto:humas@contoh.example',
    `${LOCAL}/berita/satu`,
  ])('opens %s once the person has seen it and agreed', async (address) => {
    expect(await open(address)).toEqual({ asked: [address], opened: [address] })
  })

  it('opens nothing that the person does not want', async () => {
    expect(await open('https://contoh.example/', () => 1)).toEqual({
      asked: ['https://contoh.example/'],
      opened: [],
    })
  })

  it('shows an address as the system will see it', async () => {
    expect(await open('https://CONTOH.example\\@lain.example/ａ')).toMatchObject({
      asked: ['https://contoh.example/@lain.example/%EF%BD%81'],
    })
  })

  it.each([
    'http://contoh.example/',
    'http://127.0.0.1:4101/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'redaksi://draft/x',
    'https://bank.example@lain.example/',
    'data:text/html,x',
    'not an address',
    '',
  ])('neither opens nor asks for %j', async (address) => {
    expect(await open(address)).toEqual({ asked: [], opened: [] })
  })

  it('opens no address without https while there is no local endpoint', async () => {
    const { electron, asked } = createElectronStandIn()
    await openOutside(`${LOCAL}/`, { ...electron, translate, getLocalOrigin: () => null })
    expect(asked).toEqual([])
  })
})

describe('the vault of secrets', () => {
  const openStore = async (options: StandInOptions, platform: NodeJS.Platform = 'linux') => {
    const { electron, asked } = createElectronStandIn(options)
    const folder = await makeTemporaryFolder()
    const vault = createVault({ ...electron, translate, platform })
    const read = () => readFile(join(folder, 'secrets.json'), 'utf8')
    return { store: createSecretStore(folder, vault), plain: createSecretStore(folder), asked, read }
  }
  const accept = ({ buttons = [] }: MessageBoxOptions) => buttons.indexOf(translate('main.vault.accept'))

  it('locks a secret: it is in no file as it is, and comes back whole', async () => {
    const { store, read, asked } = await openStore({ vault: 'gnome_libsecret' })
    await store.set('uji', 'situs', 'rahasia-123')
    expect(await read()).not.toContain('rahasia-123')
    expect([await store.get('uji', 'situs'), asked]).toEqual(['rahasia-123', []])
  })

  it.each(['basic_text', 'unknown'] as const)('refuses %s unless the person accepts', async (vault) => {
    const { store, asked } = await openStore({ vault })
    expect(await codeOf(store.set('uji', 'situs', 'rahasia-123'))).toBe('publish.secret-refused')
    expect([
      await store.get('uji', 'situs'),
      asked.map(({ type, defaultId, cancelId }) => [type, defaultId, cancelId]),
    ]).toEqual([null, [['warning', 0, 0]]])
  })

  it('keeps a secret in the clear once the person has accepted it, and asks once', async () => {
    const { store, plain, asked } = await openStore({ vault: 'basic_text', press: accept })
    await store.set('uji', 'situs', 'rahasia-1')
    await store.set('uji', 'lain', 'rahasia-2')
    expect([await plain.get('uji', 'situs'), await store.get('uji', 'lain'), asked.length]).toEqual([
      'rahasia-1',
      'rahasia-2',
      1,
    ])
  })

  it('has no weak kind on the other systems', async () => {
    const { store, asked } = await openStore({ vault: 'unknown' }, 'darwin')
    await store.set('uji', 'situs', 'rahasia-123')
    expect([await store.get('uji', 'situs'), asked]).toEqual(['rahasia-123', []])
  })

  it('is closed to plain Node, which says so and spoils nothing', async () => {
    const { store, plain, read } = await openStore({})
    await store.set('uji', 'situs', 'rahasia-123')
    await plain.set('uji', 'lain', 'terbuka')
    expect([await codeOf(plain.get('uji', 'situs')), await plain.get('uji', 'lain')]).toEqual([
      'publish.secret-unavailable',
      'terbuka',
    ])
    expect(await store.get('uji', 'situs')).toBe('rahasia-123')
    await plain.remove('uji', 'situs')
    expect([await store.get('uji', 'situs'), (await read()).includes('sealed')]).toEqual([null, false])
  })

  it('takes the newest, however it is kept', async () => {
    const { store, plain } = await openStore({})
    await plain.set('uji', 'situs', 'lama')
    await store.set('uji', 'situs', 'baru')
    expect(await store.get('uji', 'situs')).toBe('baru')
    await plain.set('uji', 'situs', 'terbaru')
    expect([await store.get('uji', 'situs'), await plain.get('uji', 'situs')]).toEqual(['terbaru', 'terbaru'])
  })
})
