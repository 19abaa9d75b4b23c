/** What can be wrong with the words of a command; all of them exit with 2, but for a secret that is not there. */
export const CLI_USAGE_CODES = [
  'cli.usage',
  'cli.unknown-command',
  'cli.unknown-option',
  'cli.not-a-number',
  'cli.not-a-year',
  'cli.not-a-status',
  'cli.not-a-format',
  'cli.not-initials',
  'cli.stdout-and-json',
] as const

export const CLI_ERROR_CODES = [...CLI_USAGE_CODES, 'cli.secret-missing'] as const

export type CliErrorCode = (typeof CLI_ERROR_CODES)[number]
