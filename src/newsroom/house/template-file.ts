import { z } from 'zod'
import { RedaksiError } from '../../base/errors.ts'
import type { HouseErrorCode } from './contract.ts'
import { templateSchema } from './schemas.ts'
import type { Template } from './template.ts'

/** The file in which offices exchange templates. */
const fileSchema = z.strictObject({ redaksi: z.literal('templates'), templates: z.array(templateSchema) })

/** Reads a file of templates. Fails with `house.template-file` {at, reason}. */
export function parseTemplateFile(text: string): readonly Template[] {
  try {
    return fileSchema.parse(JSON.parse(text)).templates
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    const reason = issue?.message ?? (cause instanceof Error ? cause.message : String(cause))
    const at = issue === undefined || issue.path.length === 0 ? '/' : issue.path.join('.')
    throw new RedaksiError<HouseErrorCode>('house.template-file', { at, reason }, cause)
  }
}
