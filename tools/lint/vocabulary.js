/**
 * One word per notion (README, section "The words"): a lint rule that refuses names declared with a word for which the
 * house has another. It reads variables, functions, parameters, types and their properties, and splits them into
 * words: `newHeadlineTitle` holds `title`. Object literals and imports are not looked at: their names come from outside.
 */

/** The word that is refused, and the house's own. @type {Readonly<Record<string, string>>} */
export const HOUSE_WORDS = {
  title: 'headline',
  permalink: 'slug',
  location: 'dateline',
  intro: 'lede',
  introduction: 'lede',
  teaser: 'lede',
  attribution: 'credit line',
  document: 'draft',
  doc: 'draft',
  version: 'revision',
  approval: 'sign-off',
  erratum: 'correction',
  corrigendum: 'correction',
  retraction: 'withdrawal',
  takedown: 'withdrawal',
  queue: 'outbox',
  job: 'entry',
  destination: 'target',
  stuck: 'parked',
  proposal: 'suggestion',
}

/**
 * The words of a name: `baseRevision`, `BASE_REVISION` and `base-revision` are `base` and `revision`.
 * @param {string} name
 */
export function splitWords(name) {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

/**
 * The refused words of a name, in the singular.
 * @param {string} name
 */
export function findForeignWords(name) {
  return splitWords(name)
    .map((word) => (Object.hasOwn(HOUSE_WORDS, word) ? word : word.replace(/s$/, '')))
    .filter((word) => Object.hasOwn(HOUSE_WORDS, word))
}

/**
 * The names that a pattern declares: one for `a`, two for `{ a, b: [c = 1] }`.
 * @param {any} pattern
 * @returns {any[]}
 */
function listIdentifiers(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern]
    case 'ObjectPattern':
      return pattern.properties.flatMap((/** @type {any} */ each) =>
        listIdentifiers(each.value ?? each.argument),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap(listIdentifiers)
    case 'AssignmentPattern':
      return listIdentifiers(pattern.left)
    case 'RestElement':
      return listIdentifiers(pattern.argument)
    case 'TSParameterProperty':
      return listIdentifiers(pattern.parameter)
    default:
      return []
  }
}

/** @param {any} context */
function create(context) {
  const path = context.filename.replaceAll('\\', '/')
  const allowances = (context.options[0]?.allow ?? []).filter((/** @type {any} */ each) =>
    each.files.some((/** @type {string} */ file) => path.endsWith(`/${file}`)),
  )
  const allowed = new Set(allowances.flatMap((/** @type {any} */ each) => each.words))

  const check = (/** @type {any} */ node) => {
    for (const word of findForeignWords(node.name)) {
      if (!allowed.has(word))
        context.report({
          node,
          message: `"${node.name}": the house's word for ${word} is ${HOUSE_WORDS[word]}.`,
        })
    }
  }
  const checkPattern = (/** @type {any} */ pattern) => listIdentifiers(pattern).forEach(check)
  const checkKey = (/** @type {any} */ node) => {
    if (node.key.type === 'Identifier' && !node.computed) check(node.key)
  }
  const checkNamed = (/** @type {any} */ node) => node.id && check(node.id)
  const checkFunction = (/** @type {any} */ node) => {
    checkNamed(node)
    node.params.forEach(checkPattern)
  }

  return {
    VariableDeclarator: (/** @type {any} */ node) => checkPattern(node.id),
    FunctionDeclaration: checkFunction,
    FunctionExpression: checkFunction,
    ArrowFunctionExpression: checkFunction,
    TSDeclareFunction: checkFunction,
    TSFunctionType: checkFunction,
    TSMethodSignature: (/** @type {any} */ node) => {
      checkKey(node)
      node.params.forEach(checkPattern)
    },
    TSPropertySignature: checkKey,
    MethodDefinition: checkKey,
    PropertyDefinition: checkKey,
    ClassDeclaration: checkNamed,
    TSInterfaceDeclaration: checkNamed,
    TSTypeAliasDeclaration: checkNamed,
    CatchClause: (/** @type {any} */ node) => checkPattern(node.param),
  }
}

const rule = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          allow: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['files', 'words', 'reason'],
              properties: {
                files: { type: 'array', items: { type: 'string' }, minItems: 1 },
                words: { type: 'array', items: { enum: Object.keys(HOUSE_WORDS) } },
                reason: { type: 'string', minLength: 10 },
              },
            },
          },
        },
      },
    ],
  },
  create,
}

export default { meta: { name: 'redaksi' }, rules: { vocabulary: rule } }
