import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** The harness's pages, built as the product is and served on a free port of this machine. */
export interface Harness {
  readonly url: string
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The page of our editor alone, and the one of bare Lexical that it is held against. */
type HarnessPage = 'index.html' | 'bare.html'

/**
 * Builds pages into a temporary folder and serves them until `close`. Each is built on its own: built together, the bare
 * one would load what it shares a file with.
 */
export async function serveHarness(pages: readonly HarnessPage[] = ['index.html']): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-editor-'))
  const here = resolve(import.meta.dirname, 'ui')
  for (const page of pages)
    await build({
      configFile: false,
      root: here,
      logLevel: 'error',
      plugins: [react()],
      build: { outDir: folder, emptyOutDir: false, rollupOptions: { input: resolve(here, page) } },
    })
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, normalize(path === '/' ? '/index.html' : path))
    const isThere = await stat(file).then(
      (each) => each.isFile(),
      () => false,
    )
    if (!isThere) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the harness has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => void server.close(done))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
