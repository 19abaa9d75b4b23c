/** What can go wrong when a story is read from another form. Nothing of the file is taken then. */
export const FORMATS_ERROR_CODES = ['formats.too-large', 'formats.too-deep', 'formats.not-ninjs'] as const

export type FormatsErrorCode = (typeof FORMATS_ERROR_CODES)[number]

/**
 * What a story that was read lost on the way, beside what the story itself lacks (`StoryReport`):
 * pictures and other media; links that `cleanLink` refuses, kept as text; tables, their cells kept as paragraphs.
 */
export type FormatReport = 'picture-dropped' | 'link-dropped' | 'table-flattened'
