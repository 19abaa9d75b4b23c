import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'

const FOLDER = join(ROOT, 'out', 'renderer')
/** Packed as a server would pack it; the same limit as the bench's, in bytes. */
const MOST = 230 * 1024

describe('the first screen', () => {
  it.each(['id', 'en'])('asks for no more than its limit in %s before the first key', (locale) => {
    const files = listFiles(locale)
    const sizes = files.map((file) => gzipSync(readFileSync(file)).length)
    expect(files.length).toBeGreaterThan(5)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST)
  })

  it('holds neither the words of other programs nor those of late parts', () => {
    const scripts = readScripts()
    const words = ['app.new', 'cli.', 'endpoint.', 'main.menu.', 'web.', 'settings.', 'storage.'].filter(
      (key) => scripts.includes(`"${key}`),
    )
    expect(words).toEqual(['app.new'])
  })

  it('parses nothing: what comes from the host was parsed there', () => {
    expect(readScripts()).toContain('createElement')
    expect(readScripts()).not.toContain('ZodError')
  })

  it('does not run what is for the page of who is not let in', () => {
    expect(readScripts()).not.toContain('getElementById(`door`)')
  })
})

function readScripts(): string {
  return listFiles('id')
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

/** The page, what it names, its texts, and what these import. */
function listFiles(locale: string): readonly string[] {
  const page = join(FOLDER, 'index.html')
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="(\.\/assets\/[^"]+\.(?:js|css))"/g)]
  const texts = readdirSync(join(FOLDER, 'assets')).filter((name) =>
    new RegExp(`^texts-${locale}-[\\w-]{8}\\.js$`).test(name),
  )
  const files = new Set([page])
  const add = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    if (!file.endsWith('.js')) return
    const code = readFileSync(file, 'utf8')
    for (const [, name = ''] of code.matchAll(/(?:^|[};])import(?:[^"';()]*?from)?"(\.\/[^"]+)"/g))
      add(join(dirname(file), name))
  }
  for (const [, name = ''] of named) add(join(FOLDER, name))
  for (const name of texts) add(join(FOLDER, 'assets', name))
  return [...files]
}
