import { describe, expect, it } from 'vitest'
import { fillWordsForm, readWordsForm } from '../../../src/newsroom/house/index.ts'

describe('the form of the house’s words', () => {
  it('gives back what it was filled with', () => {
    const terms = {
      free: ['KPU', 'KPU RI'],
      prefer: { Pilkada: ['pilkada', 'pemilukada'], daring: ['online'] },
    }
    expect(readWordsForm(fillWordsForm(terms))).toEqual({ terms, problems: [] })
  })

  it('leaves out empty rows and blanks', () => {
    const prefer = [
      { form: ' ', instead: ';' },
      { form: 'daring ', instead: ' online ;online' },
    ]
    expect(readWordsForm({ prefer, free: ' KPU,, KPU ' }).terms).toEqual({
      free: ['KPU'],
      prefer: { daring: ['online'] },
    })
  })

  it('refuses half a row, a word of two rows, and one that replaces itself', () => {
    const prefer = [
      { form: '', instead: 'online' },
      { form: 'luring', instead: '' },
      { form: 'daring', instead: 'online; daring' },
      { form: 'daring', instead: 'jaringan' },
      { form: 'gawai', instead: 'jaringan' },
    ]
    const { problems } = readWordsForm({ prefer, free: '' })
    expect(problems.map(({ at, reason }) => `${at} ${reason}`)).toEqual([
      'terms.0.form empty',
      'terms.1.instead empty',
      'terms.2.instead replaced-twice',
      'terms.3.form replaced-twice',
      'terms.4.instead replaced-twice',
    ])
  })
})
