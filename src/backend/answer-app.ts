import { RedaksiError } from '../base/errors.ts'
import type { AppContract, AppInfo, Handlers } from '../bridge/index.ts'
import type { HouseErrorCode } from '../newsroom/house/index.ts'
import type { Newsroom } from './newsroom.ts'

/** Answers for the program itself. `tell` hears of what it says of itself whenever that has changed. */
export function createAppHandlers(
  newsroom: Newsroom,
  host: Pick<AppInfo, 'host' | 'release' | 'locale'>,
  tell: (info: AppInfo) => void,
): Handlers<AppContract>['app'] {
  const { library, machine } = newsroom
  const describe = (): AppInfo => ({
    name: 'Redaksi',
    ...host,
    pid: process.pid,
    library: library.folder,
    isReadOnly: library.mode === 'read',
    person: machine.person,
    firstStep: machine.firstStep,
  })
  const told = (): AppInfo => {
    const info = describe()
    tell(info)
    return info
  }
  return {
    info: describe,
    async setPerson({ initials }) {
      if (initials !== null && !newsroom.house.staff.some((member) => member.initials === initials))
        throw new RedaksiError<HouseErrorCode>('house.staff-unknown', { initials })
      await machine.setPerson(initials)
      return told()
    },
    async setFirstStep({ step }) {
      await machine.setFirstStep(step)
      return told()
    },
  }
}
