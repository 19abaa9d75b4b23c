import { describe, expect, it } from 'vitest'
import { findSyncService, type PlaceFacts } from '../../../src/newsroom/drafts/synced-folder.ts'

/** A place by its path; `names` are what lies in its folders besides, by their paths. */
function aPlace(
  platform: PlaceFacts['platform'],
  folder: string,
  { names = {}, known = [] }: { names?: Record<string, readonly string[]>; known?: PlaceFacts['known'] } = {},
): PlaceFacts {
  const separator = platform === 'win32' ? '\\' : '/'
  const [root = '', ...parts] = folder.split(separator)
  const top = `${root}${separator}`
  const folders = parts.map((name, i) => {
    const path = `${top}${parts.slice(0, i + 1).join(separator)}`
    return { name, names: names[path] ?? [] }
  })
  return { platform, folder, known, folders: [{ name: top, names: names[top] ?? [] }, ...folders] }
}

describe('findSyncService', () => {
  it.each([
    ['linux', '/home/sari/Dropbox/berita', 'dropbox'],
    ['linux', '/home/sari/Nextcloud/Kantor/berita', 'nextcloud'],
    ['linux', '/home/sari/ownCloud2/berita', 'nextcloud'],
    ['linux', '/home/sari/OneDrive/berita', 'onedrive'],
    ['linux', '/home/sari/Google Drive/berita', 'google-drive'],
    ['darwin', '/Users/sari/Library/Mobile Documents/com~apple~CloudDocs/berita', 'icloud'],
    ['darwin', '/Users/sari/Library/CloudStorage/OneDrive-KantorKota/berita', 'onedrive'],
    ['darwin', '/Users/sari/Library/CloudStorage/GoogleDrive-sari@contoh.example/My Drive/b', 'google-drive'],
    ['darwin', '/Users/sari/Library/CloudStorage/Dropbox/berita', 'dropbox'],
    ['darwin', '/Users/sari/Dropbox (Kantor)/berita', 'dropbox'],
    ['win32', 'C:\\Users\\sari\\OneDrive - KPU Kota Tirtasari\\berita', 'onedrive'],
    ['win32', 'C:\\Users\\sari\\iCloudDrive\\berita', 'icloud'],
    ['win32', 'G:\\My Drive\\berita', 'google-drive'],
    ['win32', 'G:\\Drive Saya\\berita', 'google-drive'],
    ['win32', 'C:\\Users\\sari\\Dropbox\\berita', 'dropbox'],
  ] as const)('knows it on %s by the path %s', (platform, folder, service) => {
    expect(findSyncService(aPlace(platform, folder))).toBe(service)
  })

  it.each([
    ['linux', '/home/sari/.local/share/redaksi/library'],
    ['linux', '/home/sari/Tentang OneDrive/berita'],
    ['linux', '/home/sari/Mobile Documents/berita'],
    ['linux', '/home/sari/My Drive/berita'],
    ['darwin', '/Users/sari/Library/Application Support/redaksi/library'],
    ['darwin', '/Users/sari/Library/CloudStorage/LayananLain-sari/berita'],
    ['win32', 'C:\\Users\\sari\\AppData\\Local\\redaksi\\library'],
    ['win32', 'C:\\Users\\sari\\My Drive\\berita'],
  ] as const)('is calm on %s about %s', (platform, folder) => {
    expect(findSyncService(aPlace(platform, folder))).toBeNull()
  })

  it.each([
    ['.dropbox', 'dropbox'],
    ['.tmp.drivedownload', 'google-drive'],
    ['.sync_0a1b2c3d4e5f.db', 'nextcloud'],
    ['.nextcloudsync.log', 'nextcloud'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'onedrive'],
  ])('knows a renamed folder by its mark %s', (marker, service) => {
    const names = { '/home/sari/Kerja': ['Surat', marker] }
    expect(findSyncService(aPlace('linux', '/home/sari/Kerja/2026/berita', { names }))).toBe(service)
  })

  it('believes what the machine itself says of its folders, whatever the case and the slashes', () => {
    const known = [{ service: 'onedrive', folder: 'D:\\Awan\\' } as const]
    expect(findSyncService(aPlace('win32', 'd:\\awan\\berita', { known }))).toBe('onedrive')
    expect(findSyncService(aPlace('win32', 'D:\\Awan Kelabu\\berita', { known }))).toBeNull()
  })
})
