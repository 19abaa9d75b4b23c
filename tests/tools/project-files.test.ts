import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles } from '../../scripts/lib/files.mjs'
import { readPinnedVersion, ROOT } from '../../scripts/lib/pinned-node.mjs'

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Packages = Readonly<Record<string, LockedPackage>>

const LOCK: { readonly packages: Packages } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
)
const PACKAGE: {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

const NOT_OURS = [
  '.git',
  'node_modules',
  'out',
  'out.next',
  'out.old',
  '.setup',
  'coverage',
  'test-results',
  'playwright-report',
]

/** The optional parts (a tool's program for another system, say) that a lock file names and does not hold. */
function listMissingParts(packages: Packages): readonly string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isHeld(packages, path, name)),
  )
}

/** Whether Node would find a package from a folder of the lock file: in it, or in one above. */
function isHeld(packages: Packages, path: string, name: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (
      Object.hasOwn(packages, join(folder === '.' ? '' : folder, 'node_modules', name).replaceAll('\\', '/'))
    )
      return true
    if (folder === '.' || folder === '') return false
  }
}

/** What a text gives away of the machine it was written on, or of where its packages came from. */
function findTraces(text: string): readonly string[] {
  const machine = [ROOT, `${homedir()}/`].filter((path) => path.length > 2 && text.includes(path))
  const folders = text.match(/(?<![\w.-])\/(work|farm)\//g) ?? []
  const hosts = text.match(/https?:\/\/[a-z.-]*(npm|debian)[a-z.-]*\//g) ?? []
  return [...machine, ...folders, ...hosts]
}

describe('package-lock.json', () => {
  it('records no addresses, so that every machine asks its own registry', () => {
    expect(Object.values(LOCK.packages).filter((each) => /^https?:/.test(each.resolved ?? ''))).toEqual([])
  })

  it('holds every part of every package for every system, without which npm ci refuses it', () => {
    expect(listMissingParts(LOCK.packages)).toEqual([])
  })

  it('is seen through when a part is missing', () => {
    const packages = {
      '': {},
      'node_modules/tool': { optionalDependencies: { '@tool/linux': '1', '@tool/mac': '1', inner: '1' } },
      'node_modules/@tool/linux': {},
      'node_modules/tool/node_modules/inner': {},
    }
    expect(listMissingParts(packages)).toEqual(['@tool/mac'])
  })
})

describe('the npm scripts', () => {
  it('run on the pinned Node', () => {
    expect(process.version).toBe(`v${readPinnedVersion()}`)
  })

  it('start scripts of ours only, all of which see to their Node', () => {
    const commands = Object.values(PACKAGE.scripts).flatMap((script) => script.split(' && '))
    const scripts = commands.map(
      (command) => /^node (scripts\/[a-z]+\.mjs)( |$)/.exec(command)?.[1] ?? command,
    )
    const careless = [...new Set(scripts)].filter(
      (script) =>
        script !== 'scripts/setup.mjs' &&
        !readFileSync(join(ROOT, script), 'utf8').includes('await runOnPinnedNode('),
    )
    expect(careless).toEqual([])
  })
})

describe('the project', () => {
  it('names no folder of a machine and no registry', () => {
    const found = listFiles(ROOT, ['.'], NOT_OURS)
      .map((file) => ({ file, traces: findTraces(readFileSync(join(ROOT, file), 'utf8')) }))
      .filter(({ traces }) => traces.length > 0)
    expect(found).toEqual([])
  })

  it('would be caught naming one', () => {
    const folder = ['', 'work', 'elsewhere', 'src'].join('/')
    const host = ['https:', '', 'registry.npmjs.example', 'zod'].join('/')
    const texts = [`see ${folder}`, `at ${homedir()}/news`, `from ${host}`]
    expect(texts.filter((text) => findTraces(text).length === 0)).toEqual([])
    expect(findTraces('artwork/network/work/file and https://example.org/npm/')).toEqual([])
  })

  it('says in the README why it needs each dependency', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const names = [...Object.keys(PACKAGE.dependencies), ...Object.keys(PACKAGE.devDependencies)]
    const rows = readme.split('\n').filter((line) => line.startsWith('|'))
    expect(names.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([])
  })
})
