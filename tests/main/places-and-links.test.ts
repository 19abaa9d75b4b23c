import { describe, expect, it } from 'vitest'
import { findDeepLink, parseDeepLink } from '../../src/main/deep-link.ts'
import { isOwnAddress, isOwnBlob, isOwnResource } from '../../src/main/own-address.ts'
import { fitPlace } from '../../src/main/window-place.ts'
import { readCommandWords } from '../../src/main/words.ts'

const ID = '0198c0de-1111-7222-8333-444455556666'

describe('parseDeepLink', () => {
  it('reads the draft of a link', () => {
    expect([`redaksi://draft/${ID}`, `redaksi://draft/${ID}/`].map(parseDeepLink)).toEqual([ID, ID])
  })

  it.each([
    `redaksi://draft/${ID}?next=1`,
    `redaksi://draft/${ID}#x`,
    `redaksi://draft/${ID.toUpperCase()}`,
    `redaksi://draft/../${ID}`,
    `redaksi://hapus/${ID}`,
    `https://draft/${ID}`,
    ` redaksi://draft/${ID}`,
    `redaksi://draft/${ID}\nredaksi://draft/${ID}`,
    'redaksi://draft/',
    '',
  ])('takes nothing else (%j)', (link) => {
    expect(parseDeepLink(link)).toBeNull()
  })

  it('is found among the words of a start', () => {
    expect([
      findDeepLink(['redaksi', '--x', `redaksi://draft/${ID}`]),
      findDeepLink(['redaksi', '.']),
    ]).toEqual([ID, null])
  })
})

describe('readCommandWords', () => {
  it('is what stands after --cli, whatever stands before', () => {
    expect([
      readCommandWords(['redaksi', '--cli', 'list', '--json']),
      readCommandWords(['electron', '.', '--cli']),
      readCommandWords(['redaksi', 'list']),
    ]).toEqual([['list', '--json'], [], null])
  })
})

describe('the page’s own addresses', () => {
  const others = [
    'app://redaksi',
    'app://redaksi.example/',
    'app://lain/',
    'App://redaksi/',
    'https://redaksi/',
    'file:///redaksi/',
    'blob:https://contoh.example/1',
    'javascript:alert(1)',
    'view-source:app://redaksi/',
    'filesystem:app://redaksi/',
  ]

  it('are those of its scheme and host, and what it made itself', () => {
    expect(['app://redaksi/', `app://redaksi/#${ID}`, 'app://redaksi/?locale=en'].every(isOwnAddress)).toBe(
      true,
    )
    expect([isOwnBlob('blob:app://redaksi/1'), isOwnResource('data:image/png;base64,AA')]).toEqual([
      true,
      true,
    ])
  })

  it.each(others)('are not %s', (address) => {
    expect([isOwnAddress(address), isOwnBlob(address), isOwnResource(address)]).toEqual([false, false, false])
  })
})

describe('fitPlace', () => {
  const screen = { x: 0, y: 0, width: 1366, height: 740 }
  const place = { x: 100, y: 50, width: 1000, height: 600, isMaximized: false }

  it('leaves a window where it was', () => {
    expect(fitPlace(place, [screen])).toEqual({ x: 100, y: 50, width: 1000, height: 600 })
  })

  it('lets the system choose at first, within the screen', () => {
    expect([fitPlace(undefined, [screen]), fitPlace(undefined, [])]).toEqual([
      { width: 1280, height: 740 },
      { width: 1280, height: 800 },
    ])
  })

  it.each([
    ['a screen that is gone', { ...place, x: 2_000 }],
    ['above the screen', { ...place, y: -40 }],
    ['nearly below the screen', { ...place, y: 720 }],
    ['nearly left of the screen', { ...place, x: -960 }],
  ])('brings back a window from %s', (_, lost) => {
    expect(fitPlace(lost, [screen])).toEqual({ width: 1000, height: 600 })
  })

  it('finds a window on the second screen', () => {
    const second = { x: 1366, y: 0, width: 1920, height: 1040 }
    expect(fitPlace({ ...place, x: 1500, width: 1800 }, [screen, second])).toEqual({
      x: 1500,
      y: 50,
      width: 1800,
      height: 600,
    })
  })

  it('makes no window smaller than can be used', () => {
    expect(fitPlace({ ...place, width: 10, height: 10 }, [screen])).toMatchObject({ width: 800, height: 600 })
  })
})
