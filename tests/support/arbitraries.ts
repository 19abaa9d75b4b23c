import fc, { type Arbitrary } from 'fast-check'
import { mergeRuns } from '../../src/newsroom/formats/index.ts'
import {
  isCreditLineValid,
  isDatelineValid,
  makeSlug,
  parseStory,
  type Attachment,
  type Block,
  type CreditLine,
  type CreditNames,
  type Dateline,
  type PhotoCredit,
  type Run,
  type Story,
} from '../../src/newsroom/story/index.ts'
import { aHouse } from './builders.ts'

const house = aHouse()
const INITIAL_LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const ID_LETTERS = [...'0123456789abcdefghijklmnopqrstuvwxyz']

/** Words and marks as news is written in, single blanks between them, none at the ends. */
export function arbitraryProse(): Arbitrary<string> {
  const word = fc.constantFrom(
    ...'Warga KPU Tirtasari memilih, “hak” pilih. Jumat (14/11) Rp1.500.000 nilai-nilai é à ujar: 09.00 WIB; 3.5 dan/atau ke-2 50% A&B #1 H. M. Nur'.split(
      ' ',
    ),
  )
  return fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
}

/** Any text that XML can hold: blanks of every kind, markup of every format, marks and pairs. */
export function arbitraryText(): Arbitrary<string> {
  const piece = fc.oneof(
    arbitraryProse(),
    fc.constantFrom(
      ...[' ', '  ', '\t', '\n', '\n\n', '\r', '\r\n', '\u00a0', '\u2028', '\u0085', '\ufeff', '\u200b'],
      ...[
        '<',
        '>',
        '&',
        '"',
        "'",
        '&amp;',
        '&#60;',
        '<b>',
        '</p>',
        '<!--',
        ']]>',
        '<script>alert(1)</script>',
      ],
      ...['*', '**', '_', '`', '~', '#', '# ', '- ', '1. ', '> ', '[', '](', '!', '\\', '|', '---', '==='],
      ...['😀', 'é', 'e\u0301', '\u202e', '\u0600', '\u{1F1EE}\u{1F1E9}', '\u{10FFFD}'],
    ),
    arbitraryCharacters().map((text) =>
      text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''),
    ),
  )
  return fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
}

/** A few characters from anywhere in Unicode, halves of pairs among them. (`fc.string` of unit `binary` is slow.) */
export function arbitraryCharacters(): Arbitrary<string> {
  const plane = fc.constantFrom(0x7f, 0xff, 0xffff, 0x10ffff)
  const code = plane.chain((max) => fc.nat(max))
  return fc.array(code, { maxLength: 4 }).map((codes) => String.fromCodePoint(...codes))
}

/** Text as no one should write it: control characters and half surrogate pairs among the rest. */
export function arbitraryWildText(): Arbitrary<string> {
  const odd = fc.constantFrom(
    '\0',
    '\u0001',
    '\u000b',
    '\f',
    '\u001b',
    '\u007f',
    '\ud800',
    '\udc00',
    '\ufffe',
  )
  return fc.array(fc.oneof(arbitraryText(), odd), { maxLength: 5 }).map((pieces) => pieces.join(''))
}

/** Runs in their merged form, with links that are clean. */
function arbitraryRuns(text: Arbitrary<string>): Arbitrary<readonly Run[]> {
  const link = fc.constantFrom(
    'https://kota-tirtasari.kpu.go.id/berita?a=1&b=(2)#c',
    "http://[2001:db8::1]:8080/a_b*c~d'e",
    'mailto:humas@kota-tirtasari.kpu.go.id?subject=Tanya',
  )
  const run = fc.record(
    { text, bold: fc.constant(true as const), italic: fc.constant(true as const), link },
    { requiredKeys: ['text'] },
  )
  return fc.array(run, { maxLength: 4 }).map(mergeRuns)
}

export interface StoryArbitraryOptions {
  /** What a story's texts are made of. */
  readonly text: Arbitrary<string>
  /** Whether blocks without text occur. */
  readonly emptyBlocks?: boolean
}

/** A valid story in the house form of `aHouse`: everything that its model allows, its forms printable and readable. */
export function arbitraryStory(options: StoryArbitraryOptions): Arbitrary<Story> {
  const { text } = options
  return fc
    .record({
      schema: fc.constant(1 as const),
      headline: text,
      event: fc.option(arbitraryEvent()),
      dateline: fc.option(arbitraryDateline()),
      blocks: arbitraryBlocks(options),
      credit: fc.option(arbitraryCredit()),
      slug: fc.oneof(text.map(makeSlug), fc.constant('')),
      excerpt: fc.oneof(fc.constant(''), text),
      tags: fc.array(text, { maxLength: 3 }),
      categories: arbitraryCategories(),
      attachments: arbitraryAttachments(text),
    })
    .map(({ categories, attachments, ...rest }) =>
      parseStory({
        ...rest,
        ...(categories.length === 0 ? {} : { categories }),
        ...(attachments.length === 0 ? {} : { attachments }),
      }),
    )
}

function arbitraryAttachments(label: Arbitrary<string>): Arbitrary<readonly Attachment[]> {
  const file = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  return fc.uniqueArray(fc.record({ file, label }), { selector: (each) => each.file, maxLength: 2 })
}

/** Names that differ by more than case: those that do not are one category. */
function arbitraryCategories(): Arbitrary<readonly string[]> {
  const name = fc.constantFrom(
    'Kegiatan',
    'Tahapan Pemilu',
    '<b>Siaran</b> & "pers"',
    "Kajian: 'rutin' #1",
    'É\u00a0raya',
  )
  return fc.uniqueArray(name, { maxLength: 3 })
}

function arbitraryEvent(): Arbitrary<NonNullable<Story['event']>> {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  return fc.record({
    date: day.map((each) => each.toISOString().slice(0, 10)),
    year: fc.constantFrom('stated' as const, 'assumed' as const),
  })
}

function arbitraryDateline(): Arbitrary<Dateline> {
  return fc
    .record({
      place: fc.constantFrom(
        'Tirtasari',
        'Kota Baru',
        'Banda Aceh, Aceh',
        'Ngawi <&> "Raya"',
        'É\u00a0Utara',
      ),
      site: fc.constantFrom('kota-tirtasari.kpu.go.id', 'kpu.go.id', 'a1.desa.id'),
    })
    .filter((dateline) => isDatelineValid(dateline, house.dateline.pattern))
}

function arbitraryCredit(): Arbitrary<CreditLine> {
  const organisation = fc.constantFrom('KPU Kota Tirtasari', 'Humas & Data', '<b>KPU</b>', 'KPU (RI)')
  const photo: Arbitrary<PhotoCredit> = fc.oneof(
    fc.record({ kind: fc.constant('people' as const), by: arbitraryNames(), organisation }),
    fc.record({ kind: fc.constant('archive' as const), organisation }),
  )
  return fc
    .record({
      writers: arbitraryNames(),
      editors: fc.array(arbitraryInitials(), { minLength: 1, maxLength: 2 }),
      photo: fc.option(photo),
      join: fc.constantFrom('none' as const, 'space' as const, 'line' as const, 'block' as const),
    })
    .filter((credit) => isCreditLineValid(credit, house.credit))
}

function arbitraryNames(): Arbitrary<CreditNames> {
  const one = arbitraryInitials().map((each): CreditNames => ({ initials: [each], parting: 'comma' }))
  const several = fc.record({
    initials: fc.array(arbitraryInitials(), { minLength: 2, maxLength: 3 }),
    parting: fc.constantFrom('comma' as const, 'slash' as const),
  })
  return fc.oneof(one, several)
}

function arbitraryInitials(): Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('dan', 'ed'),
    fc.string({ unit: fc.constantFrom(...INITIAL_LETTERS), minLength: 2, maxLength: 5 }),
  )
}

function arbitraryBlocks(options: StoryArbitraryOptions): Arbitrary<readonly Block[]> {
  const runs = arbitraryRuns(options.text).filter((each) => options.emptyBlocks !== false || each.length > 0)
  const id = fc
    .string({ unit: fc.constantFrom(...ID_LETTERS), minLength: 12, maxLength: 12 })
    .map((word) => `b${word}` as Block['id'])
  const photo = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  const block: Arbitrary<Block> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ id, kind: fc.constant('paragraph' as const), runs }) },
    fc.record({ id, kind: fc.constantFrom('heading' as const, 'quote' as const), runs }),
    {
      weight: 2,
      arbitrary: fc.record({ id, kind: fc.constant('list' as const), ordered: fc.boolean(), runs }),
    },
    fc.record({ id, kind: fc.constant('photo' as const), photo, alt: options.text, runs }),
  )
  return fc.uniqueArray(block, { selector: (each) => each.id, maxLength: 6 })
}
