import type { Act } from '../desk.ts'

/** Says who writes at this machine, by initials of the staff, or that nobody does. */
export function setPerson(initials: string | null): Act {
  return async ({ client, person, say, translate, run }) => {
    await client.app.setPerson({ initials })
    say({ words: translate('settings.person.kept'), undo: () => run(setPerson(person)) })
  }
}
