import { describe, expect, it } from 'vitest'
import { findChromium, planChromium } from '../../scripts/lib/browser.mjs'

const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...files: readonly string[]) => ({
  platform,
  env,
  exists: (path: string) => files.includes(path.replaceAll('\\', '/')),
})

describe('findChromium', () => {
  it('finds the browser in the usual places of each system', () => {
    expect([
      findChromium(machine('linux', {}, '/usr/bin/chromium')),
      findChromium(machine('linux', { PATH: '/opt/bin' }, '/opt/bin/google-chrome')),
      findChromium(machine('darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium')),
      findChromium(
        machine('win32', { PROGRAMFILES: 'C:/P' }, 'C:/P/Google/Chrome/Application/chrome.exe'),
      )?.replaceAll('\\', '/'),
      findChromium(machine('linux', { PATH: '/usr/bin' })),
    ]).toEqual([
      '/usr/bin/chromium',
      '/opt/bin/google-chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:/P/Google/Chrome/Application/chrome.exe',
      null,
    ])
  })

  it('prefers the one that CHROMIUM_PATH names, and stops when that is not there', () => {
    const env = { CHROMIUM_PATH: '/my/chromium' }
    expect(findChromium(machine('linux', env, '/my/chromium', '/usr/bin/chromium'))).toBe('/my/chromium')
    expect(() => findChromium(machine('linux', env, '/usr/bin/chromium'))).toThrow('/my/chromium')
  })
})

describe('planChromium', () => {
  it('installs on Debian and Ubuntu as root, and else names one command', () => {
    expect([
      planChromium('linux', 'ID=debian\n', true),
      planChromium('linux', 'NAME="Pop"\nID=pop\nID_LIKE="ubuntu debian"\n', true),
      planChromium('linux', 'ID=debian\n', false),
      planChromium('linux', 'ID="fedora"\n', true),
      planChromium('darwin', '', false),
      planChromium('win32', '', false),
      planChromium('linux', '', true),
    ]).toEqual([
      { run: true },
      { run: true },
      { run: false, say: 'sudo apt-get install -y chromium' },
      { run: false, say: 'sudo dnf install -y chromium' },
      { run: false, say: 'brew install --cask chromium' },
      { run: false, say: 'winget install --exact --id Google.Chrome' },
      { run: false, say: 'CHROMIUM_PATH=/path/to/chromium npm test' },
    ])
  })
})
