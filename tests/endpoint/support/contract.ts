import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

/** The endpoint's description, and the check that an answer is one that it foresees. */

export const OPENAPI_PATH = join(import.meta.dirname, '../../../src/endpoint/openapi.yaml')

type Json = Readonly<Record<string, unknown>>

/** An answer as seen by a client. */
export interface Answer {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What HTTP and the connection add by themselves. */
const TRANSPORT = ['content-type', 'content-length', 'date', 'connection', 'keep-alive', 'transfer-encoding']
const METHODS = ['get', 'head', 'put', 'post', 'delete', 'patch', 'options']

export interface Contract {
  /** Every documented answer, as `GET /v1/whoami 200`. */
  readonly documented: readonly string[]
  /** Every documented operation, as `GET /v1/whoami`. */
  readonly operations: readonly string[]
  /** What `check` has seen, in the same form. */
  readonly seen: Set<string>
  /** Throws when an answer is not documented, or not as documented. */
  check(answer: Answer): void
}

const root = asRecord(parse(readFileSync(OPENAPI_PATH, 'utf8')))
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(root, 'openapi')
const validators = new Map<unknown, ValidateFunction>()

/** Reads the description. Each contract keeps its own account of what was seen. */
export function loadContract(): Contract {
  const seen = new Set<string>()
  const paths = Object.entries(asRecord(root['paths'])).map(([template, item]) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    item: asRecord(item),
  }))
  const operations = paths.flatMap(({ template, item }) =>
    METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${template}`),
  )
  const documented = operations.flatMap((operation) => {
    const [method = '', template = ''] = operation.split(' ')
    return Object.keys(getResponses(template, method.toLowerCase())).map((status) => `${operation} ${status}`)
  })
  return { documented, operations, seen, check }

  function check(answer: Answer): void {
    const { method, url, status } = answer
    const path = paths.find(({ pattern }) => pattern.test(url.split('?', 1)[0] ?? ''))
    const operation = path?.item[method.toLowerCase()]
    if (path === undefined || operation === undefined) {
      checkNobodys(answer, path === undefined ? null : path.template)
      return
    }
    const response = getResponses(path.template, method.toLowerCase())[status]
    if (response === undefined)
      throw new Error(`undocumented: ${method} ${path.template} ${status}\n${answer.body}`)
    checkHeaders(answer, asRecord(response['headers'] ?? {}))
    checkBody(answer, asRecord(response['content'] ?? {}))
    seen.add(`${method} ${path.template} ${status}`)
  }

  /** What no operation answers: 404, or 405 with what the address takes. */
  function checkNobodys(answer: Answer, template: string | null): void {
    const { headers, status, url } = answer
    const allowed = operations
      .filter((each) => each.endsWith(` ${template}`))
      .map((each) => each.split(' ')[0])
    if (
      template === null
        ? status !== 404
        : status !== 405 || headers['allow'] !== allowed.toSorted().join(', ')
    )
      throw new Error(
        `neither 404 nor 405 as it should be: ${answer.method} ${url} ${status} ${headers['allow']}`,
      )
    const isPage = template === null && !url.startsWith('/v1/')
    const response = resolve({ $ref: `#/components/responses/${isPage ? 'MissingPage' : 'NotFound'}` })
    const allow = template === null ? {} : { Allow: { required: true, schema: { type: 'string' } } }
    checkHeaders(answer, { ...asRecord(response['headers']), ...allow })
    checkBody(answer, asRecord(response['content']))
  }

  function checkHeaders({ method, url, headers }: Answer, own: Json): void {
    const expected = { ...own, ...asRecord(asRecord(root['x-every-answer'])['headers']) }
    const names = new Map(
      Object.entries(expected).map(([name, header]) => [name.toLowerCase(), resolve(asRecord(header))]),
    )
    const surplus = Object.keys(headers).filter((name) => !names.has(name) && !TRANSPORT.includes(name))
    if (surplus.length > 0) throw new Error(`undocumented header: ${method} ${url} ${surplus.join(', ')}`)
    for (const [name, header] of names) {
      const value = headers[name]
      if (value !== undefined) validate(header['schema'], value, `${method} ${url} header ${name}`)
      else if (header['required'] === true) throw new Error(`missing header: ${method} ${url} ${name}`)
    }
  }

  function checkBody({ method, url, headers, body }: Answer, content: Json): void {
    const type = headers['content-type']?.split(';')[0]
    if (method === 'HEAD' || Object.keys(content).length === 0) {
      if (body !== '') throw new Error(`a body where there is none: ${method} ${url}`)
      return
    }
    const media = type === undefined ? undefined : content[type]
    if (media === undefined) throw new Error(`undocumented media type: ${method} ${url} ${type}`)
    const { schema } = asRecord(media)
    if (schema !== undefined) validate(schema, JSON.parse(body), `${method} ${url} body`)
  }

  function validate(schema: unknown, value: unknown, what: string): void {
    const validator = validators.get(schema) ?? ajv.compile(absolute(schema))
    validators.set(schema, validator)
    if (!validator(value))
      throw new Error(
        `${what}: ${ajv.errorsText(validator.errors)} in ${JSON.stringify(value).slice(0, 300)}`,
      )
  }

  function getResponses(template: string, method: string): Record<string, Json> {
    const operation = asRecord(paths.find((each) => each.template === template)?.item[method])
    const responses = Object.entries(asRecord(operation['responses']))
    return Object.fromEntries(responses.map(([status, response]) => [status, resolve(asRecord(response))]))
  }

  function resolve(object: Json): Json {
    const { $ref } = object
    if (typeof $ref !== 'string') return object
    const found = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => asRecord(at)[key], root)
    return resolve(asRecord(found))
  }
}

/** References inside a schema point into the whole description. */
function absolute(schema: unknown): Json {
  return asRecord(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')))
}

function asRecord(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error(`not an object: ${JSON.stringify(value)}`)
  return value as Json
}
