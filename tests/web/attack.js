/**
 * What a page that belongs to somebody else tries against Redaksi at `target`, with the person's own browser and its
 * cookies. Each attempt ends in what it got hold of; `nothing` is the right answer.
 * @param {string} target
 */
globalThis.attack = async (target) => ({
  json: await send(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  text: await send(target, { method: 'POST', mode: 'no-cors', body: '{}' }),
  form: await send(target, { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ a: 'b' }) }),
  bytes: await send(target, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }),
  read: await send(target, { method: 'GET' }),
  submit: await submit(target),
  script: await load('script', { src: `${target}/assets/index-AbCd_12-.js` }),
  style: await load('link', { rel: 'stylesheet', href: `${target}/assets/plain.css` }),
  image: await load('img', { src: `${target}/` }),
  socket: await listen(target),
  frame: await embed(target),
})

const PATIENCE = 1_500

/** @param {(resolve: (got: string) => void) => void} attempt */
function settle(attempt) {
  const late = new Promise((resolve) => setTimeout(() => resolve('nothing'), PATIENCE))
  return Promise.race([new Promise(attempt), late])
}

async function send(target, request) {
  try {
    const response = await fetch(`${target}/bridge/carry.echo`, { credentials: 'include', ...request })
    return response.type === 'opaque' ? 'nothing' : `status ${response.status}`
  } catch {
    return 'nothing'
  }
}

/** A form whose one field looks like JSON when it is sent as plain text. */
function submit(target) {
  const action = `${target}/bridge/carry.echo`
  const form = Object.assign(document.createElement('form'), {
    method: 'POST',
    action,
    enctype: 'text/plain',
    target: 'frame',
  })
  form.append(Object.assign(document.createElement('input'), { name: '{"text":"', value: '"}' }))
  document.body.append(form)
  form.submit()
  return settle((resolve) =>
    setTimeout(() => resolve(readFrame(document.querySelector('iframe'))), PATIENCE / 2),
  )
}

function load(name, properties) {
  return settle((resolve) => {
    const element = Object.assign(document.createElement(name), properties)
    element.addEventListener('load', () => resolve('loaded'))
    element.addEventListener('error', () => resolve('nothing'))
    document.head.append(element)
  })
}

function listen(target) {
  return settle((resolve) => {
    const socket = new WebSocket(`${target.replace('http', 'ws')}/events`)
    socket.addEventListener('open', () => resolve('open'))
    socket.addEventListener('close', () => resolve('nothing'))
  })
}

function embed(target) {
  const frame = Object.assign(document.createElement('iframe'), { src: `${target}/` })
  document.body.append(frame)
  return settle((resolve) => setTimeout(() => resolve(readFrame(frame)), PATIENCE / 2))
}

function readFrame(frame) {
  return frame.contentDocument === null || frame.contentDocument.body.textContent === '' ? 'nothing' : 'read'
}
