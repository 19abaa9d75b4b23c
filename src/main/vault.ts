import type { Dialog, SafeStorage } from 'electron'
import type { SecretVault } from '../newsroom/publish/node/index.ts'
import type { Translate } from '../base/translate.ts'

export interface VaultOptions {
  readonly safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly translate: Translate
  readonly platform: NodeJS.Platform
}

/**
 * The operating system's own vault. A Linux desktop without one gives `basic_text`, which locks with a password that
 * everybody knows: that is refused, unless the person accepts that a secret then lies in a file that only they can
 * read, and in the clear. The answer holds for as long as the application runs.
 */
export function createVault({ safeStorage, dialog, translate, platform }: VaultOptions): SecretVault {
  let accepted: Promise<boolean> | null = null
  const isSound = async (): Promise<boolean> =>
    (platform !== 'linux' || !WEAK.includes(safeStorage.getSelectedStorageBackend())) &&
    (await safeStorage.isAsyncEncryptionAvailable())
  return {
    async choose() {
      if (await isSound()) return 'sealed'
      accepted ??= askForPlain(dialog, translate)
      return (await accepted) ? 'plain' : 'refused'
    },
    seal: async (secret) => (await safeStorage.encryptStringAsync(secret)).toString('base64'),
    unseal: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
  }
}

/** What locks nothing, or may not. */
const WEAK: readonly string[] = ['basic_text', 'unknown']

async function askForPlain(dialog: VaultOptions['dialog'], translate: Translate): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: translate('main.vault.none'),
    detail: translate('main.vault.detail'),
    buttons: [translate('main.vault.refuse'), translate('main.vault.accept')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
