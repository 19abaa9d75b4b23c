/** What can go wrong when a story is read from another form. Nothing of the file is taken then. */
export const FORMATS_ERROR_CODES = [
  'formats.too-large',
  'formats.too-deep',
  'formats.not-ninjs',
  'formats.not-docx',
  /** It is encrypted, or Word's form of before 2007. */
  'formats.locked',
  'formats.has-macros',
  /** Reading it took longer, or more memory, than any honest file does. */
  'formats.too-costly',
] as const

export type FormatsErrorCode = (typeof FORMATS_ERROR_CODES)[number]

/**
 * What a story that was read lost on the way, beside what the story itself lacks (`StoryReport`):
 * pictures and other media; links that `cleanLink` refuses, kept as text; tables, their cells kept as paragraphs.
 */
export type FormatReport = 'picture-dropped' | 'link-dropped' | 'table-flattened'
