import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** A certificate nobody vouches for, for `127.0.0.1`, made anew each time (X.509 v3, RFC 5280; DER by hand). */
export function createSelfSignedCertificate(): { readonly certificate: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = formatBody(publicKey)
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, ECDSA_WITH_SHA256, element(0x03, Buffer.from([0]), signature))
  return {
    certificate: formatPem(certificate),
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

const element = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: readonly Buffer[]): Buffer => element(0x30, ...parts)
const identifier = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'))
const time = (text: string): Buffer => element(0x18, Buffer.from(text))

const ECDSA_WITH_SHA256 = sequence(identifier('2a8648ce3d040302'))
const COMMON_NAME = identifier('550403')
const SUBJECT_ALTERNATIVE_NAME = identifier('551d11')

function formatBody(publicKey: KeyObject): Buffer {
  const name = sequence(element(0x31, sequence(COMMON_NAME, element(0x0c, Buffer.from('redaksi test')))))
  const address = sequence(element(0x87, Buffer.from([127, 0, 0, 1])))
  return sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    sequence(time('20200101000000Z'), time('20991231000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(sequence(SUBJECT_ALTERNATIVE_NAME, element(0x04, address)))),
  )
}

function formatPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
