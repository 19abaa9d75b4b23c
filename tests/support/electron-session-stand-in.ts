import { EventEmitter } from 'node:events'

type Decide<Answer> = (answer: Answer) => void

/** What a host has told a session to do; a test asks it as the browser would. */
export interface SessionRules {
  request:
    | ((
        contents: null,
        permission: string,
        decide: Decide<boolean>,
        details: { requestingUrl: string },
      ) => void)
    | null
  check: ((contents: null, permission: string, origin: string) => boolean) | null
  device: (() => boolean) | null
  display: ((request: object, decide: Decide<object | null>) => void) | null
  before: ((details: { url: string }, decide: Decide<{ cancel?: boolean }>) => void) | null
}

/** A session, and the rules that it was given. */
export function createSessionStandIn() {
  const rules: SessionRules = { request: null, check: null, device: null, display: null, before: null }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: SessionRules['request']) => void (rules.request = handler),
    setPermissionCheckHandler: (handler: SessionRules['check']) => void (rules.check = handler),
    setDevicePermissionHandler: (handler: SessionRules['device']) => void (rules.device = handler),
    setDisplayMediaRequestHandler: (handler: SessionRules['display']) => void (rules.display = handler),
    webRequest: { onBeforeRequest: (handler: SessionRules['before']) => void (rules.before = handler) },
  })
  return { session, rules }
}
