/** What the desktop host turns down: `main.sender-refused`, a message that does not come from a page of ours. */
export const MAIN_ERROR_CODES = ['main.sender-refused'] as const

export type MainErrorCode = (typeof MAIN_ERROR_CODES)[number]
