/**
 * Follows the fields of a Word file: `begin`, an instruction, `separate`, what is shown, `end`. An instruction is never
 * text; that of a link is its address.
 */
export interface FieldReader {
  addInstruction(text: string): void
  /** The address that what follows leads to, null when it leads nowhere any more, undefined when nothing changes. */
  step(kind: string | null): string | null | undefined
}

const LINK = /^\s*HYPERLINK\s+"([^"]*)"/i

/** Fields stand within fields; the innermost link counts. */
export function createFieldReader(): FieldReader {
  const fields: { instruction: string; address: string | null }[] = []
  const getAddress = () => fields.findLast(({ address }) => address !== null)?.address ?? null
  return {
    addInstruction(text) {
      const field = fields.at(-1)
      if (field !== undefined) field.instruction += text
    },
    step(kind) {
      if (kind === 'begin') fields.push({ instruction: '', address: null })
      const field = fields.at(-1)
      if (field === undefined || kind === 'begin') return undefined
      if (kind === 'separate') field.address = LINK.exec(field.instruction)?.[1] ?? null
      if (kind === 'end') fields.pop()
      return field.address === null ? undefined : getAddress()
    },
  }
}
