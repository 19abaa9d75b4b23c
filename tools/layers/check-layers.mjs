import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { listFiles } from '../../scripts/lib/files.mjs'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'

/**
 * What was found in a tree. `unseen` are modules of src/ that the check did not look at: with a TypeScript that it
 * cannot use it sees none at all and finds nothing wrong, so that what it saw is part of its answer.
 * @typedef {{ rule: string, comment: string, from: string, to: string }} Violation
 * @typedef {{ violations: readonly Violation[], seen: number, unseen: readonly string[] }} LayerReport
 */

/**
 * Holds the imports of a tree's src/ against the rules of `.dependency-cruiser.cjs`.
 * @param {string} root
 * @returns {Promise<LayerReport>}
 */
export async function checkLayers(root) {
  const options = await extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.cjs'))
  const { output } = await cruise(
    ['src'],
    { ...options, baseDir: root },
    {},
    { tsConfig: extractTsConfig(join(ROOT, 'tsconfig.core.json')) },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with a text')
  const comments = new Map(options.ruleSet?.forbidden?.map((rule) => [rule.name, rule.comment]))
  const seen = new Set(output.modules.map((module) => module.source))
  const held = listFiles(root, ['src']).filter((file) => /\.tsx?$/.test(file))
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      comment: comments.get(rule.name) ?? '',
      from,
      to,
    })),
    seen: held.filter((file) => seen.has(file)).length,
    unseen: held.filter((file) => !seen.has(file)),
  }
}
