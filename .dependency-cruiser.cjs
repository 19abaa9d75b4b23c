/**
 * Who may import whom in Redaksi. Run with `npm run check:layers`.
 * The words used here are explained in README.md, section "Where things live".
 */

/** The slices in reading order: each may use only the slices listed before it. */
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

// Places, as path patterns.
const CORE = '^src/(base/[^/]+\\.ts$|bridge/|newsroom/[^/]+/[^/]+\\.ts$)'
const NODE_SIDE = '^src/(base/node|newsroom/[^/]+/node|backend|main|preload|web|cli|endpoint)/'
const UI_SIDE = '^src/(base/ui|newsroom/[^/]+/ui|renderer)/'
const HOSTS = '^src/(backend|main|preload|web|renderer|cli|endpoint)/'
const SLICE_DOORS = '^src/newsroom/[^/]+/((node|ui)/)?index\\.tsx?$'

/** A package by its names, resolved or not. */
const ofPackage = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file or three.', {}, { circular: true }),
    forbid(
      'no-unresolvable',
      'An import that cannot be resolved cannot be checked.',
      {},
      { couldNotResolve: true },
    ),

    // Where code may run.
    forbid(
      'core-runs-anywhere',
      'Core files use neither the Node side nor the interface, nor a framework.',
      { path: CORE },
      {
        path: [
          NODE_SIDE,
          UI_SIDE,
          ofPackage('electron', 'react', 'react-dom', 'lexical', '@lexical', 'lowdb'),
        ],
      },
    ),
    forbid(
      'core-no-builtins',
      'Core files use no Node built-in module.',
      { path: CORE },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'ui-no-builtins',
      'The interface must also run in a plain browser.',
      { path: UI_SIDE },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'ui-not-to-node',
      'The interface reaches services through the bridge only.',
      { path: UI_SIDE },
      { path: NODE_SIDE },
    ),
    forbid(
      'node-not-to-ui',
      'Services know nothing of the interface.',
      { path: NODE_SIDE },
      { path: UI_SIDE },
    ),

    // Which way knowledge flows.
    forbid(
      'base-knows-no-newsroom',
      'base/ has no newsroom word in it.',
      { path: '^src/base/' },
      { path: '^src/(bridge|newsroom)/' },
    ),
    forbid(
      'only-hosts-know-hosts',
      'Nothing below a host imports a host.',
      { path: '^src/(base|bridge|newsroom)/' },
      { path: HOSTS },
    ),
    forbid(
      'hosts-are-separate',
      'Hosts meet at the bridge.',
      { path: '^src/(preload|web|renderer|endpoint)/' },
      { path: '^src/(main|preload|web|renderer|cli|endpoint)/', pathNot: '^src/$1/' },
    ),
    forbid(
      'main-runs-the-cli-only',
      'The installed app answers --cli; it knows no other host.',
      { path: '^src/main/' },
      { path: '^src/(preload|web|renderer|endpoint)/' },
    ),
    forbid(
      'cli-starts-servers-only',
      'The command line starts the web host and the endpoint.',
      { path: '^src/cli/' },
      { path: '^src/(main|preload|renderer)/' },
    ),
    forbid(
      'backend-knows-no-host',
      'The services are built the same for every host.',
      { path: '^src/backend/' },
      { path: '^src/(main|preload|web|renderer|cli|endpoint)/' },
    ),
    forbid(
      'page-knows-no-backend',
      'preload and renderer reach services through the bridge only.',
      { path: '^src/(preload|renderer)/' },
      { path: '^src/backend/' },
    ),
    forbid(
      'endpoint-knows-no-library',
      'The endpoint is another machine: it knows the wire format and the tools, not the office.',
      { path: '^src/endpoint/' },
      { path: '^src/(backend/(?!locale\\.ts$)|bridge/|newsroom/(?!story/|formats/|public-page/))' },
    ),
    forbid(
      'slices-by-their-door',
      'Enter another slice through an index file.',
      { path: '^src/newsroom/([^/]+)/' },
      { path: '^src/newsroom/', pathNot: ['^src/newsroom/$1/', SLICE_DOORS] },
    ),
    forbid(
      'outsiders-by-the-door',
      'Hosts and the bridge enter a slice through an index file.',
      { path: '^src/(bridge|backend|main|preload|web|renderer|cli|endpoint)/' },
      { path: '^src/newsroom/', pathNot: SLICE_DOORS },
    ),
    ...SLICES.slice(0, -1).map((slice, i) =>
      forbid(
        `${slice}-looks-back-only`,
        `${slice} uses only slices listed before it.`,
        { path: `^src/newsroom/${slice}/` },
        { path: `^src/newsroom/(${SLICES.slice(i + 1).join('|')})/` },
      ),
    ),
    forbid(
      'no-unlisted-slice',
      'A slice that is not in the list of this file has no place in the order yet.',
      { path: '^src/' },
      { path: `^src/newsroom/(?!(${SLICES.join('|')})/)[^/]+/` },
    ),

    // Where a dependency may appear.
    forbid(
      'electron-in-hosts-only',
      'Electron appears in main/ and preload/.',
      { path: '^src/', pathNot: '^src/(main|preload)/' },
      { path: ofPackage('electron') },
    ),
    forbid(
      'lexical-in-editor-only',
      'Lexical appears in newsroom/editor/.',
      { path: '^src/', pathNot: '^src/newsroom/editor/' },
      { path: ofPackage('lexical', '@lexical') },
    ),
    forbid(
      'lowdb-in-base-only',
      'lowdb appears in base/node/.',
      { path: '^src/', pathNot: '^src/base/node/' },
      { path: ofPackage('lowdb') },
    ),
    forbid(
      'no-development-dependency',
      'What runs at the user may not need a tool of ours; types are not there when it runs.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ofPackage('electron') },
    ),
    forbid(
      'nothing-above-src',
      'The product does not use its tests or tools.',
      { path: '^src/' },
      { path: '^(tests|bench|scripts|tools)/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true, // a type-only import is still knowledge
    tsConfig: { fileName: 'tsconfig.core.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
