/** The words after `--cli`, with which the application is the `redaksi` command; null when it is to open its window. */
export function readCommandWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli')
  return at === -1 ? null : argv.slice(at + 1)
}
