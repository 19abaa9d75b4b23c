import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ProblemCode } from '../contract.ts'
import { createProblem, PROBLEM_TYPE } from './problems.ts'

const BROKEN: Readonly<Record<string, ProblemCode | undefined>> = {
  HPE_HEADER_OVERFLOW: 'endpoint.headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'endpoint.request-timeout',
}

/** What is not HTTP never reaches a route: it is answered on the bare connection, if that still takes an answer. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const problem = createProblem(BROKEN[error.code ?? ''] ?? 'endpoint.request-invalid', {}, 'id')
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
