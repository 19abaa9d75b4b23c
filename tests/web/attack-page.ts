import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/** Serves a page that belongs to somebody else, on a port of its own; returns the port. */
export async function serveAttackPage(): Promise<number> {
  const script = await readFile(new URL('attack.js', import.meta.url), 'utf8')
  const page = `<!doctype html><meta charset="utf-8"><title>Hadiah</title><iframe name="frame"></iframe><script>${script}</script>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
