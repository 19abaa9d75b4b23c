/** A foreseen failure of setup: its message says what to do and is printed alone, without a stack. */
export class SetupError extends Error {}
