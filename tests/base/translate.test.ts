import { describe, expect, it } from 'vitest'
import { fillTexts } from '../../src/base/translate.ts'

const translate = fillTexts({ 'uji.salam': 'Halo {{name}}, ada {{count}} draf.', 'uji.polos': 'Selesai.' })

describe('fillTexts', () => {
  it('fills in the facts that a text names, as they are', () => {
    expect([
      translate('uji.salam', { name: '<b>$& {{count}}</b>', count: 0 }),
      translate('uji.salam', { name: null }),
      translate('uji.polos', { name: 'x' }),
    ]).toEqual(['Halo <b>$& {{count}}</b>, ada 0 draf.', 'Halo , ada  draf.', 'Selesai.'])
  })

  it('says a key without a text as it is, whatever it is called', () => {
    expect(['uji.tiada', 'constructor', '__proto__'].map((key) => translate(key))).toEqual([
      'uji.tiada',
      'constructor',
      '__proto__',
    ])
  })
})
