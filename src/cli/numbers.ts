import { RedaksiError } from '../base/errors.ts'
import { getText, type Words } from './command.ts'
import type { CliErrorCode } from './contract.ts'

/** An option that takes a whole number from 0; undefined when it was not given. */
export function getCount(words: Words, name: string): number | undefined {
  const text = getText(words, name)
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new RedaksiError<CliErrorCode>('cli.not-a-number', { name, text })
  return Number(text)
}
