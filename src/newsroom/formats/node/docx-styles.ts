import { AlignmentType, LevelFormat, LineRuleType, type IPropertiesOptions } from 'docx'

/** The names of the styles that a Word file has, by the parts that wear them. Word's own where it has one. */
export const DOCX_STYLES = {
  headline: 'Heading1',
  heading: 'Heading2',
  paragraph: 'Normal',
  quote: 'Quote',
  list: 'ListParagraph',
  caption: 'Caption',
  credit: 'Credit',
} as const

/** The numberings of the two kinds of lists. */
export const DOCX_LISTS = { bullets: 'bullets', numbers: 'numbers' } as const

const SERIF = 'Georgia'
const INK = '1A1A1A'
const QUIET = '5A5A5A'
/** Twentieths of a point, as Word counts. */
const INDENT = 567

/** How a story looks in Word: a serif at 11.5 points, roomy, as the page shows it. Nothing says "not italic": that would beat a style. */
export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: SERIF, size: 23, color: INK },
      paragraph: { spacing: { after: 160, line: 312, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font: SERIF, size: 40, bold: true, color: INK },
      paragraph: { spacing: { after: 240, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading2: {
      run: { font: SERIF, size: 27, bold: true, color: INK },
      paragraph: {
        spacing: { before: 240, after: 120, line: 264, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    hyperlink: { run: { color: '1F4E9E', underline: {} } },
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: DOCX_STYLES.quote,
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: { indent: { left: INDENT, right: INDENT } },
    },
    {
      id: DOCX_STYLES.caption,
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19, color: QUIET },
    },
    {
      id: DOCX_STYLES.credit,
      name: 'Credit',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: QUIET },
    },
  ],
}

const HANGING = { style: { paragraph: { indent: { left: INDENT, hanging: INDENT / 2 } } } }

export const NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: DOCX_LISTS.bullets,
      levels: [
        { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, ...HANGING },
      ],
    },
    {
      reference: DOCX_LISTS.numbers,
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, ...HANGING },
      ],
    },
  ],
}
