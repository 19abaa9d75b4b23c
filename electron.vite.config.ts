import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
// Setup builds beside out/ and puts the whole in its place.
const out = resolve(root, process.env['REDAKSI_OUT'] ?? 'out')

/** A worker is a file named `…-worker.ts` on the Node side; it is found here and by the code that starts it by that name. */
const workers = globSync('src/**/node/**/*-worker.ts', { cwd: root }).map((file) => [
  basename(file, '.ts'),
  resolve(root, file),
])

/** What the application shares with the page for those who are not let in, which has nothing else of it. */
const ENTRY =
  /renderer[\\/]src[\\/](locale|transport[\\/]session)\.ts$|base[\\/]errors\.ts$|locales[\\/]\w+[\\/]bridge\.json$/

/** Every other program of a first screen, but for the page that is shown to who is not let in: it starts by itself. */
const OURS = /^(?!.*[\\/]door\.ts$).*\.m?[jt]sx?$/

/** What a page asks for while the rest of it is still read: it comes first, by itself. */
const AHEAD = /renderer[\\/]src[\\/]ahead\.ts$/

/** The two large parts that others have written. */
const REACT = /node_modules[\\/](react|react-dom|scheduler)[\\/]/
const LEXICAL = /node_modules[\\/](lexical|@lexical|@preact)[\\/]/

/**
 * Every Node program is one entry of `main`: the desktop host, the command line with the servers it starts, and each
 * worker.
 * Their names in `out/` are fixed: scripts, and the code that starts a worker, rely on them.
 */
export default defineConfig({
  main: {
    // Its form for Node makes a `require` of its own, which the bundler mistakes for another; we use nothing that differs.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: out,
      emptyOutDir: true,
      minify: true,
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: resolve(root, 'src/main/main.ts'),
          cli: resolve(root, 'src/cli/main.ts'),
          ...Object.fromEntries(workers),
        },
        // It finds its own libraries beside it, compiled for each system.
        external: ['sharp'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // The sandbox takes CommonJS alone, in one file.
  preload: {
    build: {
      outDir: resolve(out, 'preload'),
      emptyOutDir: true,
      minify: true,
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(root, 'src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    build: {
      outDir: resolve(out, 'renderer'),
      emptyOutDir: true,
      minify: true,
      // The page may load what its host serves and nothing else, so nothing is written into it as a data address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        // The application, and what a browser is shown that has not been let in.
        input: {
          index: resolve(root, 'src/renderer/index.html'),
          door: resolve(root, 'src/renderer/door.html'),
        },
        // What the first screen needs comes in three pieces, which a browser reads side by side: two dozen small ones
        // would wait for each other.
        output: {
          codeSplitting: {
            groups: [
              { name: 'entry', test: ENTRY, priority: 2 },
              { name: 'ahead', test: AHEAD, priority: 2 },
              { name: 'react', test: REACT, tags: ['$initial'], priority: 2 },
              { name: 'lexical', test: LEXICAL, tags: ['$initial'], priority: 2 },
              { name: 'first-screen', test: OURS, tags: ['$initial'], priority: 1 },
            ],
          },
        },
      },
    },
  },
})
