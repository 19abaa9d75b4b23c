import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { isRedaksiError } from '../base/errors.ts'
import { resolveResource } from '../base/node/resources.ts'
import { fillTexts, type Translate } from '../base/translate.ts'

/** The languages of the interface. Indonesian is the first. */
export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const texts = z.record(z.string(), z.string())

/** The language that a setting names; Indonesian for anything that is not one of ours. */
export function chooseLocale(setting: string | undefined): Locale {
  return LOCALES.find((locale) => locale === setting) ?? 'id'
}

/** Loads a language: every file of `resources/locales/<locale>`, whose keys are error codes and names of messages. */
export function createTranslate(locale: Locale): Translate {
  return fillTexts(readTexts(locale))
}

/** What a person reads of an error: the text of its code, or for a bug its own words. */
export function describeError(error: unknown, translate: Translate): string {
  if (isRedaksiError(error)) return translate(error.code, error.details)
  const words = error instanceof Error ? error.message : String(error)
  return translate('cli.bug', { words })
}

function readTexts(locale: Locale): Readonly<Record<string, string>> {
  const folder = resolveResource(`locales/${locale}`)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const parts = files.map((name) =>
    texts.parse(JSON.parse(readFileSync(new URL(`${folder.href}/${name}`), 'utf8'))),
  )
  return Object.assign({}, ...parts) as Record<string, string>
}
