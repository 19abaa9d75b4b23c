import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const PAGE = join(import.meta.dirname, '../../out/renderer')
/** Kilobytes, packed: what stands now and a little, so that growth is a choice. */
const MOST = 218

/** What the page asks for before it shows anything: scripts and styles, by their text. */
function readFirstScreen(): readonly string[] {
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
  return files.map((file) => readFileSync(join(PAGE, file.replace(/^\.?\//, '')), 'utf8'))
}

describe('the first screen', () => {
  it('is small', () => {
    const sizes = readFirstScreen().map((text) => gzipSync(text, { level: 9 }).length)
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024
    console.info(`first screen: ${kilobytes.toFixed(1)} kB packed in ${sizes.length} files`)
    expect(sizes.length).toBeGreaterThan(3)
    expect(kilobytes).toBeLessThan(MOST)
  })

  it('parses nothing: what comes from the host was parsed there', () => {
    const scripts = readFirstScreen().join('\n')
    expect(scripts).toContain('createElement')
    expect(scripts).not.toContain('ZodError')
  })
})
