import type { FastifyInstance } from 'fastify'

interface RouteMethods {
  readonly path: RegExp
  readonly methods: Set<string>
}

/** Which methods an address takes; none when nothing is there. */
export interface AllowedMethods {
  find(url: string): readonly string[]
}

/** Notes each route that is added from now on, so that a wrong method can be told from a wrong address (405 and 404). */
export function collectMethods(app: FastifyInstance): AllowedMethods {
  const routes = new Map<string, RouteMethods>()
  app.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { path: toPattern(url), methods: new Set() }
    routes.set(url, route)
    for (const each of [method].flat()) route.methods.add(each.toUpperCase())
  })
  return {
    find(url) {
      const path = url.split('?', 1)[0] ?? ''
      return [...routes.values()]
        .filter((route) => route.path.test(path))
        .flatMap((route) => [...route.methods].sort())
    },
  }
}

/** Our routes have fixed segments and `:names` alone. */
function toPattern(url: string): RegExp {
  const segments = url
    .split('/')
    .map((each) => (each.startsWith(':') ? '[^/]+' : each.replaceAll('.', '\\.')))
  return new RegExp(`^${segments.join('/')}$`)
}
