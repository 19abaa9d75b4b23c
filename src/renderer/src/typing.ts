const KEY = 'redaksi.signs'

/** Whether the house's signs are put in the place of those that are typed. It is this browser's own setting. */
export function isTypingSigns(): boolean {
  return localStorage.getItem(KEY) !== 'as-typed'
}

/** Remembers whether they are. */
export function chooseTypingSigns(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'as-typed')
}
