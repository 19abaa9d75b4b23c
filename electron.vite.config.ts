import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

const entry = (path: string) => resolve(import.meta.dirname, 'src', path)

/**
 * Every Node program is one entry of `main`: the command line, the servers it starts, and the workers.
 * Their names in `out/` are fixed: scripts, and the code that starts a worker, rely on them.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out',
      emptyOutDir: true,
      minify: true,
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        input: {
          cli: entry('cli/main.ts'),
          'index-worker': entry('newsroom/drafts/node/index-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
})
