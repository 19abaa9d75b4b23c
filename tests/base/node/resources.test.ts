import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { resolveResource } from '../../../src/base/node/resources.ts'

const ROOT = join(import.meta.dirname, '../../..')

describe('resolveResource', () => {
  it('finds a file of resources from the source', () => {
    expect(resolveResource('locales/id/endpoint.json')).toEqual(
      pathToFileURL(join(ROOT, 'resources/locales/id/endpoint.json')),
    )
  })

  it.each(['out', 'out/chunks', 'src/base/node'])('finds it from code that lies in %s', async (folder) => {
    const root = await mkdtemp(join(tmpdir(), 'redaksi-'))
    await mkdir(join(root, 'resources'))
    await writeFile(join(root, 'resources/a b.txt'), '')
    await mkdir(join(root, folder), { recursive: true })
    await cp(join(ROOT, 'src/base/node/resources.ts'), join(root, folder, 'resources.ts'))
    const module = pathToFileURL(join(root, folder, 'resources.ts')).href
    const script = `const { resolveResource } = await import('${module}'); console.log(resolveResource('a b.txt').href)`
    const found = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(found.trim()).toBe(pathToFileURL(join(root, 'resources/a b.txt')).href)
    await rm(root, { recursive: true })
  })

  it('throws for a name that is not there', () => {
    expect(() => resolveResource('none')).toThrow('no such resource: none')
  })
})
