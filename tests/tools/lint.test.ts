import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { HOUSE_WORDS, splitWords } from '../../tools/lint/vocabulary.js'
import { makeTree } from './support.ts'

const CONFIG = readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')
const PLUGIN = readFileSync(join(ROOT, 'tools/lint/vocabulary.js'), 'utf8')

interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly filename: string
}

/** Runs the real linter over files of ours, with the project's own rules. */
function lint(files: Readonly<Record<string, string>>, config = CONFIG): readonly Diagnostic[] {
  const cwd = makeTree({ '.oxlintrc.json': config, 'tools/lint/vocabulary.js': PLUGIN, ...files })
  const args = [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings', '--format=json']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  if (!stdout.startsWith('{')) throw new Error(`the linter did not run: ${stdout}${stderr}`)
  const report: { diagnostics: readonly Diagnostic[] } = JSON.parse(stdout)
  return report.diagnostics.map((each) => ({ ...each, filename: each.filename.replaceAll('\\', '/') }))
}

function listFindings(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ filename, code }) => `${filename}: ${code}`).sort()
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `export const line${i} = ${i}`).join('\n')
/** A function of so many lines, its first and last among them. */
const longFunction = (count: number) =>
  [
    'export function count(n: number) {',
    ...Array.from({ length: count - 3 }, () => '  n += 1'),
    '  return n',
    '}',
  ].join('\n')

/** For each rule that the project relies on, a file that breaks it and no other. */
const PLANTED: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'eslint(max-lines)': ['src/backend/too-long.ts', lines(401)],
  'eslint(max-lines-per-function)': ['src/backend/long-function.ts', longFunction(61)],
  'eslint(no-console)': ['src/backend/talking.ts', "console.log('halo')"],
  'eslint(no-warning-comments)': ['src/backend/later.ts', '// TODO later\nexport const later = 1'],
  'eslint(eqeqeq)': ['src/backend/loose.ts', 'export const loose = (a: string, b: string) => a == b'],
  'eslint(no-unused-vars)': ['src/backend/unused.ts', 'const unused = 1\nexport const used = 2'],
  'eslint(no-empty)': [
    'src/backend/empty.ts',
    'export function run(work: () => void) {\n  try { work() } catch {}\n}',
  ],
  'import(no-default-export)': ['src/backend/default.ts', 'export default function run() {}'],
  'typescript(no-explicit-any)': ['src/backend/any.ts', 'export const any = (value: any) => value'],
  'typescript(no-non-null-assertion)': [
    'src/backend/sure.ts',
    'export const sure = (value: string | null) => value!',
  ],
  'typescript(ban-ts-comment)': ['src/backend/ignore.ts', '// @ts-ignore\nexport const ignored = 1'],
  'typescript(consistent-type-imports)': [
    'src/backend/imports.ts',
    "import { Draft } from './draft.ts'\nexport const id = (draft: Draft) => draft",
  ],
  'unicorn(filename-case)': ['src/backend/CamelCase.ts', 'export const camel = 1'],
  'vitest(no-focused-tests)': [
    'tests/focused.test.ts',
    "import { expect, it } from 'vitest'\nit.only('asserts', () => {\n  expect(1).toBe(1)\n})",
  ],
  'vitest(expect-expect)': [
    'tests/silent.test.ts',
    "import { it } from 'vitest'\nit('asserts nothing', () => {})",
  ],
  'react-hooks(rules-of-hooks)': [
    'src/newsroom/drafts/ui/hook.tsx',
    "import { useState } from 'react'\nexport function useText(on: boolean) {\n  return on ? useState('') : null\n}",
  ],
  'redaksi(vocabulary)': ['src/newsroom/story/words.ts', 'export const title = 1'],
}

describe('the lint rules', () => {
  it('each find what was planted for it, and nothing else', () => {
    const found = listFindings(lint(Object.fromEntries(Object.values(PLANTED))))
    expect(found).toEqual(
      Object.entries(PLANTED)
        .map(([rule, [file]]) => `${file}: ${rule}`)
        .sort(),
    )
  })

  it('pass what stays just within them', () => {
    const found = lint({
      'src/backend/long.ts': lines(400),
      'src/backend/function.ts': longFunction(60),
      'src/cli/talking.ts': "console.log('halo')",
      'tests/long.test.ts': `import { describe, expect, it } from 'vitest'\ndescribe('a', () => {\n${"  it('b', () => {\n    expect(1).toBe(1)\n  })\n".repeat(60)}})`,
      'some.config.ts': 'export default {}',
    })
    expect(listFindings(found).filter((each) => !each.includes('no-identical-title'))).toEqual([])
  })
})

describe('the vocabulary rule', () => {
  const inCore = (text: string) => lint({ 'src/newsroom/story/words.ts': text }).map((each) => each.message)

  it('refuses a word wherever a name is declared', () => {
    const declarations = [
      'export const storyTitle = 1', // a variable
      'export const MAX_TITLES = 1', // a constant in capitals
      'export function formatTitle() {}', // a function
      'export function format(title: string) {\n  return title\n}', // a parameter
      'export const format = (title: string) => title', // a parameter of an arrow
      'export const { a: title } = { a: 1 }', // a name taken apart
      'export const [title = 1] = [2]', // a name taken apart in a list
      'export const [, ...titles] = [2]', // the rest of a list
      'export interface Story {\n  readonly title: string\n}', // a property of an interface
      'export type Story = { readonly pageTitle: string }', // a property of a type
      'export interface Story {\n  getTitle(): string\n}', // a method of an interface
      'export interface Story {\n  set(title: string): void\n}', // a parameter of a method
      'export type Format = (title: string) => string', // a parameter of a function type
      'export interface Title {\n  readonly text: string\n}', // an interface
      'export type Titles = readonly string[]', // a type
      'export class Title {\n  text = 1\n}', // a class
      'export class Story {\n  readonly title = 1\n}', // a property of a class
      'export class Story {\n  readonly text = 1\n  getTitle() {\n    return this.text\n  }\n}', // a method of a class
    ]
    const files = declarations.map((text, i) => [`src/newsroom/story/words-${i}.ts`, text] as const)
    expect(listFindings(lint(Object.fromEntries(files)))).toEqual(
      files.map(([file]) => `${file}: redaksi(vocabulary)`).sort(),
    )
  })

  it('refuses every listed word and names the house word for it', () => {
    const words = Object.entries(HOUSE_WORDS)
    const found = inCore(
      words.map(([word]) => `export const my${word[0]?.toUpperCase()}${word.slice(1)} = 1`).join('\n'),
    )
    expect(found).toEqual(words.map(([word, ours]) => expect.stringContaining(`word for ${word} is ${ours}`)))
  })

  it('passes the house words, words that only hold one, and names from outside', () => {
    const text = `import { title as headline } from 'somewhere'
      export const entitled = headline.title
      export const wire = { title: 1, version: 2 }
      export function format(draft: string, baseRevision: number, queued: boolean) {
        return [draft, baseRevision, queued]
      }`
    expect(inCore(text)).toEqual([])
  })

  it('looks at core alone', () => {
    const text = 'export const title = 1'
    const files = { 'src/newsroom/story/node/a.ts': text, 'src/endpoint/b.ts': text, 'tests/c.ts': text }
    expect(lint(files)).toEqual([])
  })

  it('splits names as people read them', () => {
    expect([splitWords('newHTMLTitle2b'), splitWords('MAX_TITLES'), splitWords('$title')]).toEqual([
      ['new', 'html', 'title', 'b'],
      ['max', 'titles'],
      ['title'],
    ])
  })
})

describe('the allow-list of the vocabulary rule', () => {
  const overrides: readonly {
    rules?: { 'redaksi/vocabulary'?: [string, { allow: readonly Allowance[] }] }
  }[] = JSON.parse(CONFIG).overrides
  const allow = overrides.flatMap((override) => override.rules?.['redaksi/vocabulary']?.[1].allow ?? [])

  interface Allowance {
    readonly files: readonly string[]
    readonly words: readonly string[]
    readonly reason: string
  }

  it('holds nothing that is not needed, each file with a reason', () => {
    const files = allow.flatMap((each) => each.files)
    const withoutAllowances = JSON.stringify(JSON.parse(CONFIG), (key, value) =>
      key === 'redaksi/vocabulary' ? ['error', { allow: [] }] : value,
    )
    const sources = Object.fromEntries(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
    const found = lint(sources, withoutAllowances)
      .filter((each) => each.code === 'redaksi(vocabulary)')
      .map((each) => `${each.filename}: ${/word for (\w+)/.exec(each.message)?.[1]}`)
    const needed = allow.flatMap(({ files: all, words }) =>
      all.flatMap((file) => words.map((word) => `${file}: ${word}`)),
    )
    expect([...new Set(found)].sort()).toEqual(needed.sort())
    expect(allow.filter((each) => each.reason.length < 10)).toEqual([])
  })
})
