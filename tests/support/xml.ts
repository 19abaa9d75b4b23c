import { SaxesParser } from 'saxes'

/** Parses XML with its namespaces and throws at the first thing that is not well formed. */
export function parseXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
