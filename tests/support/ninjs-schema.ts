import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import addFormats from 'ajv-formats'
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js'

/** Says what is wrong with a document, as places and rules; nothing when it is valid. */
export type Validate = (document: unknown) => readonly string[]

/** Our own reading of ninjs 3.1, closed as the standard is. */
export function createSubsetValidator(): Validate {
  return createValidator(
    createAjv(true),
    readSchema(resolve(import.meta.dirname, 'schemas/ninjs-3.1-subset.schema.json')),
  )
}

/**
 * Where the IPTC's own schema is: what `NINJS_SCHEMA` names, else a file beside the project. Null when there is none:
 * the IPTC gives it under a licence of its own, and it is no part of this project.
 */
export function findOfficialSchema(): string | null {
  const named = process.env['NINJS_SCHEMA']
  const path = resolve(named ?? resolve(import.meta.dirname, '../../../shared/schemas/ninjs-schema_3.1.json'))
  if (named !== undefined && !existsSync(path))
    throw new Error(`NINJS_SCHEMA names a file that is not there: ${path}`)
  return existsSync(path) ? path : null
}

/** The IPTC's own schema. The one schema it refers to, for GeoJSON, comes with the package `geojson-schema`. */
export function createOfficialValidator(path: string): Validate {
  const ajv = createAjv(false)
  const geo = readSchema(createRequire(import.meta.url).resolve('geojson-schema/GeoJSON.json'))
  const { $schema: _, $id: __, ...rules } = geo
  ajv.addSchema(rules, 'https://geojson.org/schema/GeoJSON.json')
  return createValidator(ajv, readSchema(path))
}

function createAjv(strict: boolean): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict, strictRequired: false })
  addFormats.default(ajv)
  return ajv
}

function createValidator(ajv: Ajv2020, schema: SchemaObject): Validate {
  const validate = ajv.compile(schema)
  return (document) => {
    validate(document)
    return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.keyword}`)
  }
}

function readSchema(path: string): SchemaObject {
  const schema: SchemaObject = JSON.parse(readFileSync(path, 'utf8'))
  return schema
}
