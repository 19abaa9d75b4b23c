import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { checkLayers } from '../../tools/layers/check-layers.mjs'
import { makeTree } from './support.ts'

const SLICES = [
  'story',
  'house',
  'photos',
  'attachments',
  'formats',
  'public-page',
  'compare',
  'house-style',
  'drafts',
  'handover',
  'review',
  'editor',
  'publish',
  'recap',
]

/** One forbidden import for every rule: the file that has it and what it imports. */
const PLANTED: Readonly<Record<string, readonly [from: string, imported: string]>> = {
  'no-cycles': ['base/planted-cycle.ts', './planted-return.ts'],
  'no-unresolvable': ['backend/planted-missing.ts', './missing.ts'],
  'core-runs-anywhere': ['newsroom/story/planted-react.ts', 'react'],
  'core-no-builtins': ['newsroom/story/planted-builtin.ts', 'node:fs'],
  'ui-no-builtins': ['base/ui/planted-builtin.tsx', 'node:fs'],
  'ui-not-to-node': ['newsroom/drafts/ui/planted-node.tsx', '../node/index.ts'],
  'node-not-to-ui': ['newsroom/drafts/node/planted-ui.ts', '../ui/index.ts'],
  'base-knows-no-newsroom': ['base/node/planted-newsroom.ts', '../../newsroom/story/index.ts'],
  'only-hosts-know-hosts': ['newsroom/story/node/planted-host.ts', '../../../backend/index.ts'],
  'hosts-are-separate': ['web/planted-endpoint.ts', '../endpoint/index.ts'],
  'main-runs-the-cli-only': ['main/planted-web.ts', '../web/index.ts'],
  'cli-starts-servers-only': ['cli/planted-main.ts', '../main/index.ts'],
  'backend-knows-no-host': ['backend/planted-web.ts', '../web/index.ts'],
  'page-knows-no-backend': ['preload/planted-backend.ts', '../backend/index.ts'],
  'endpoint-knows-no-library': ['endpoint/planted-drafts.ts', '../newsroom/drafts/index.ts'],
  'slices-by-their-door': ['newsroom/drafts/planted-wall.ts', '../story/inner.ts'],
  'outsiders-by-the-door': ['backend/planted-wall.ts', '../newsroom/story/inner.ts'],
  'no-unlisted-slice': ['backend/planted-slice.ts', '../newsroom/sport/index.ts'],
  'electron-in-hosts-only': ['backend/planted-electron.ts', 'electron'],
  'lexical-in-editor-only': ['backend/planted-lexical.ts', 'lexical'],
  'lowdb-in-base-only': ['backend/planted-lowdb.ts', 'lowdb'],
  'no-development-dependency': ['backend/planted-vitest.ts', 'vitest'],
  'nothing-above-src': ['backend/planted-tests.ts', '../../tests/support/index.ts'],
  ...Object.fromEntries(
    SLICES.slice(0, -1).map((slice, i) => [
      `${slice}-looks-back-only`,
      [`newsroom/${slice}/planted-forward.ts`, `../${SLICES[i + 1]}/index.ts`],
    ]),
  ),
}

/** A tree in which every file keeps the rules, with an import over every border that is open. */
const CLEAN: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: { electron: '*', lexical: '*', lowdb: '*', react: '*' },
    devDependencies: { vitest: '*' },
  }),
  'tests/support/index.ts': 'export const value = 1',
  'src/base/errors.ts': 'export const value = 1',
  'src/base/node/index.ts': "export * from '../errors.ts'\nexport * from 'lowdb'\nexport * from 'node:fs'",
  'src/base/ui/index.ts': "export * from 'react'",
  'src/bridge/index.ts': "export * from '../newsroom/drafts/index.ts'",
  'src/backend/index.ts': "export * from '../newsroom/drafts/node/index.ts'",
  'src/backend/locale.ts': 'export const value = 1',
  'src/main/index.ts': "export * from 'electron'\nexport * from '../backend/index.ts'",
  'src/preload/index.ts': "export * from 'electron'",
  'src/web/index.ts': "export * from '../backend/index.ts'",
  'src/cli/index.ts': "export * from '../web/index.ts'\nexport * from '../endpoint/index.ts'",
  'src/renderer/index.tsx': "export * from '../newsroom/drafts/ui/index.ts'",
  'src/endpoint/index.ts':
    "export * from '../newsroom/formats/index.ts'\nexport * from '../newsroom/public-page/index.ts'\nexport * from '../backend/locale.ts'",
  'src/newsroom/sport/index.ts': 'export const value = 1',
  'src/newsroom/story/inner.ts': "export * from '../../base/errors.ts'",
  'src/newsroom/drafts/node/index.ts':
    "export * from '../index.ts'\nexport * from '../../../base/node/index.ts'",
  'src/newsroom/drafts/ui/index.ts': "export * from '../../../base/ui/index.ts'",
  'src/newsroom/editor/ui/index.ts': "export * from 'lexical'",
  ...Object.fromEntries(
    SLICES.map((slice, i) => [
      `src/newsroom/${slice}/index.ts`,
      i === 0 ? "export * from './inner.ts'" : `export * from '../${SLICES[i - 1]}/index.ts'`,
    ]),
  ),
  ...Object.fromEntries(
    ['electron', 'lexical', 'lowdb', 'react', 'vitest'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'export const value = 1'],
    ]),
  ),
}

describe('the layer check', () => {
  let ruleNames: readonly string[]

  beforeAll(() => {
    const rules: { forbidden: readonly { name: string }[] } = createRequire(import.meta.url)(
      '../../.dependency-cruiser.cjs',
    )
    ruleNames = rules.forbidden.map((rule) => rule.name)
  })

  it('has a planted violation for every rule', () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...ruleNames].sort())
  })

  it('finds nothing in a clean tree, having seen all of it', async () => {
    const report = await checkLayers(makeTree(CLEAN))
    const held = Object.keys(CLEAN).filter((path) => path.startsWith('src/'))
    expect(report).toEqual({ violations: [], seen: held.length, unseen: [] })
  })

  it('finds each planted violation under exactly its own rule', async () => {
    const planted = Object.values(PLANTED).map(([from, imported]) => [
      `src/${from}`,
      `export * from '${imported}'`,
    ])
    const back = { 'src/base/planted-return.ts': "export * from './planted-cycle.ts'" }
    const { violations } = await checkLayers(makeTree({ ...CLEAN, ...Object.fromEntries(planted), ...back }))
    const found = violations.map((violation) => `${violation.from}: ${violation.rule}`)
    expect(found.sort()).toEqual(
      Object.entries(PLANTED)
        .map(([rule, [from]]) => `src/${from}: ${rule}`)
        .sort(),
    )
  })

  it('counts a type-only import as knowledge', async () => {
    const planted = {
      'src/backend/planted.ts':
        "import type { value } from '../newsroom/story/inner.ts'\nexport type A = typeof value",
    }
    const { violations } = await checkLayers(makeTree({ ...CLEAN, ...planted }))
    expect(violations.map((violation) => violation.rule)).toEqual(['outsiders-by-the-door'])
  })

  it('fails when it sees no module, as with a TypeScript that it cannot use', async () => {
    const hidden = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) {
        if (name === 'typescript') throw Object.assign(new Error('hidden'), { code: 'MODULE_NOT_FOUND' })
        return next(name, context)
      } })`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(hidden)}`, 'tools/layers/main.mjs']
    const run = promisify(execFile)(process.execPath, args, { cwd: ROOT })
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no module was looked at'),
    })
  })
})
