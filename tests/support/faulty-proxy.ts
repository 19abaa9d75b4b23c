import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** An answer of the proxy's own, in place of the server's. */
export interface MadeUpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What befalls one request. `before`, `mid` and `after` reset the connection with none, half or all of the request
 * passed on. In `drop-answer`, `cut-answer` and `hang` the server has answered, so it has committed; `replace` says
 * whether the request is passed on at all.
 */
export type Fault =
  | { readonly kind: 'pass' }
  | { readonly kind: 'reset'; readonly when: 'before' | 'mid' | 'after' }
  | { readonly kind: 'drop-answer' }
  | { readonly kind: 'cut-answer' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'replace'; readonly passOn: boolean; readonly answer: MadeUpAnswer }
  | { readonly kind: 'delay'; readonly milliseconds: number }

export interface SeenRequest {
  readonly method: string
  readonly path: string
  /** Counts from 0. */
  readonly index: number
}

export interface FaultyProxy {
  readonly url: string
  /** Every request seen so far. */
  readonly requests: readonly SeenRequest[]
  connections(): number
  /** Closes the door: the next connections are refused. */
  refuse(): Promise<void>
  /** Opens it again, on the same port. */
  accept(): Promise<void>
  close(): Promise<void>
}

interface Exchange {
  readonly seen: SeenRequest
  readonly client: Socket
  /** The request, as it goes to the server: one exchange a connection. */
  readonly bytes: Buffer
  readonly headBytes: number
  readonly serverPort: number
}

/** A TCP proxy on 127.0.0.1 that does to each request what `decide` says. */
export async function createFaultyProxy(
  serverPort: number,
  decide: (request: SeenRequest) => Fault,
): Promise<FaultyProxy> {
  const requests: SeenRequest[] = []
  const clients = new Set<Socket>()
  let connections = 0
  const server = createServer((client) => {
    connections += 1
    clients.add(client)
    client.on('error', () => undefined).once('close', () => clients.delete(client))
    void readRequest(client).then(async (request) => {
      if (request === null) return void client.destroy()
      const seen = { ...request.line, index: requests.length }
      requests.push(seen)
      await play(decide(seen), {
        seen,
        client,
        serverPort,
        bytes: request.bytes,
        headBytes: request.headBytes,
      })
    })
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const refuse = async (): Promise<void> => {
    for (const client of clients) client.destroy()
    if (!server.listening) return
    server.close()
    await once(server, 'close')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    refuse,
    accept: () => listen(port),
    close: refuse,
  }
}

async function play(fault: Fault, exchange: Exchange): Promise<void> {
  const { client, bytes, headBytes } = exchange
  switch (fault.kind) {
    case 'pass':
      return void client.end(await askServer(exchange, bytes))
    case 'delay':
      await wait(fault.milliseconds)
      return void client.end(await askServer(exchange, bytes))
    case 'reset':
      if (fault.when === 'mid')
        await sendPart(exchange, bytes.subarray(0, Math.ceil((headBytes + bytes.length) / 2)))
      if (fault.when === 'after') await sendPart(exchange, bytes)
      return void client.resetAndDestroy()
    case 'drop-answer':
      await askServer(exchange, bytes)
      return void client.resetAndDestroy()
    case 'cut-answer': {
      const answer = await askServer(exchange, bytes)
      return void client.end(answer.subarray(0, answer.length - 5))
    }
    case 'hang':
      return void (await askServer(exchange, bytes))
    case 'replace':
      if (fault.passOn) await askServer(exchange, bytes)
      return void client.end(formatAnswer(fault.answer))
  }
}

/** Sends the request on and gives the server's whole answer back, however long it is. */
async function askServer(exchange: Exchange, bytes: Buffer): Promise<Buffer> {
  const server = connect(exchange.serverPort, '127.0.0.1')
  const chunks: Buffer[] = []
  server.on('error', () => undefined).on('data', (chunk) => chunks.push(chunk))
  server.write(bytes)
  await once(server, 'close')
  return Buffer.concat(chunks)
}

/** Sends a part on and breaks off, once the server has had the time to read it. */
async function sendPart(exchange: Exchange, bytes: Buffer): Promise<void> {
  const server = connect(exchange.serverPort, '127.0.0.1')
  server.on('error', () => undefined)
  server.write(bytes)
  await wait(20)
  server.destroy()
}

interface ReadRequest {
  readonly line: { readonly method: string; readonly path: string }
  readonly bytes: Buffer
  readonly headBytes: number
}

/** Reads one request with a stated length; null when the client leaves first. */
async function readRequest(client: Socket): Promise<ReadRequest | null> {
  let bytes = Buffer.alloc(0)
  for await (const chunk of client.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes = Buffer.concat([bytes, chunk])
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) continue
    const head = bytes.subarray(0, end).toString('latin1')
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0)
    if (bytes.length < end + 4 + length) continue
    const [method = '', path = ''] = head.split(' ', 2)
    const alone = Buffer.from(
      `${head.replace(/\r\nconnection: [^\r]*/i, '')}\r\nconnection: close\r\n\r\n`,
      'latin1',
    )
    return {
      line: { method, path },
      bytes: Buffer.concat([alone, bytes.subarray(end + 4)]),
      headBytes: alone.length,
    }
  }
  return null
}

function formatAnswer({ status, headers, body }: MadeUpAnswer): string {
  const all = { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Made Up\r\n${lines.join('')}\r\n${body}`
}
