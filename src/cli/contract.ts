/** What can be wrong with the words of a command; those exit with 2; and what a command itself may lack. */
export const CLI_USAGE_CODES = [
  'cli.usage',
  'cli.unknown-command',
  'cli.unknown-option',
  'cli.not-a-number',
  'cli.not-a-year',
  'cli.not-a-status',
  'cli.not-an-order',
  'cli.not-a-month',
  'cli.not-a-choice',
  'cli.not-a-format',
  'cli.not-initials',
  'cli.stdout-and-json',
] as const

export const CLI_ERROR_CODES = [
  ...CLI_USAGE_CODES,
  'cli.secret-missing',
  'cli.endpoint-failed',
  'cli.open-choose',
] as const

export type CliErrorCode = (typeof CLI_ERROR_CODES)[number]
