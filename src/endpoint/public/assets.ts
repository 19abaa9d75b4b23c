import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolveResource } from '../../base/node/resources.ts'

/** A file that pages load. Its name changes with its bytes, so that it may be kept for ever. */
export interface Asset {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** What the pages load: one style sheet, one typeface, one icon. */
export interface Assets {
  readonly style: Asset
  readonly font: Asset
  readonly icon: Asset
}

/** Loads the pages' files from `resources/endpoint`. */
export function loadAssets(): Assets {
  const font = readAsset('serif-publik.woff2', 'font/woff2')
  const icon = readAsset('icon.svg', 'image/svg+xml')
  const sheet = readFileSync(resolveResource('endpoint/endpoint.css'), 'utf8')
  const style = nameAsset(
    'endpoint.css',
    'text/css; charset=utf-8',
    Buffer.from(sheet.replace('serif-publik.woff2', font.name)),
  )
  return { style, font, icon }
}

function readAsset(name: string, type: string): Asset {
  return nameAsset(name, type, readFileSync(resolveResource(`endpoint/${name}`)))
}

function nameAsset(name: string, type: string, bytes: Buffer): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { name: name.replace('.', `-${hash}.`), type, bytes }
}
