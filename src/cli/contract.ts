/** What can be wrong with the words of a command; all of them exit with 2. */
export const CLI_ERROR_CODES = [
  'cli.usage',
  'cli.unknown-command',
  'cli.unknown-option',
  'cli.option-missing',
  'cli.not-a-number',
  'cli.stdout-and-json',
] as const

export type CliErrorCode = (typeof CLI_ERROR_CODES)[number]
