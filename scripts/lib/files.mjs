import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/**
 * The files below some paths of a folder, as paths from that folder with `/`, sorted. A path may be a file; one that
 * does not exist holds nothing. Folders named in `skip` are not entered.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {readonly string[]} [skip]
 * @returns {string[]}
 */
export function listFiles(root, paths, skip = []) {
  return paths
    .flatMap((path) => {
      const stats = statSync(join(root, path), { throwIfNoEntry: false })
      if (stats === undefined) return []
      if (!stats.isDirectory()) return [path]
      const names = readdirSync(join(root, path)).filter((name) => !skip.includes(name))
      return listFiles(
        root,
        names.map((name) => posix.join(path, name)),
        skip,
      )
    })
    .sort()
}

/**
 * One hash over the names and contents of files.
 * @param {string} root
 * @param {readonly string[]} files
 */
export function hashFiles(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
