import { isRedaksiError } from '../base/errors.ts'
import type { AppContract, Handlers } from '../bridge/index.ts'
import {
  addStaff,
  addTemplates,
  changeHouseParts,
  parseHouseFile,
  parseTemplateFile,
  putCategories,
  putTemplate,
  removeTemplate,
  type House,
  type Template,
} from '../newsroom/house/index.ts'
import type { Newsroom } from './newsroom.ts'

/** Answers for the house profile. `tell` hears of each change once it is on the disk. */
export function createHouseHandlers(
  newsroom: Newsroom,
  tell: (house: House) => void,
): Handlers<AppContract>['house'] {
  const { library } = newsroom
  const change = async (make: (house: House) => House): Promise<House> => {
    const before = newsroom.house
    try {
      return await newsroom.changeHouse(make)
    } finally {
      // Refused or not: the file may have been changed by hand, and was read anew.
      if (newsroom.house !== before) tell(newsroom.house)
    }
  }
  return {
    read: () => readHouse(newsroom, tell),
    templates: () => newsroom.house.templates.map(nameTemplate),
    putTemplate: ({ template, at }) => change((house) => putTemplate(house, template, at)),
    removeTemplate: ({ id }) => change((house) => removeTemplate(house, id)),
    async importTemplates({ text }) {
      const templates = parseTemplateFile(text)
      let added: readonly Template[] = []
      const house = await change((before) => {
        const result = addTemplates(before, templates)
        added = result.added
        return result.house
      })
      return { house, added: added.map(nameTemplate) }
    },
    putCategories: ({ categories }) => change((house) => putCategories(house, categories)),
    addStaff: ({ member }) => change((house) => addStaff(house, member)),
    change: (asked) => change((house) => changeHouseParts(house, asked)),
    readFile: ({ text }) => parseHouseFile(text),
    lastUsed: () => library.readLastUsed(),
    noteUse: (use) => library.noteUse(use),
  }
}

/** The house as its file has it now; where that cannot be read, as it was last, and whoever changes it is told why not. */
async function readHouse(newsroom: Newsroom, tell: (house: House) => void): Promise<House> {
  const before = newsroom.house
  try {
    const house = await newsroom.readHouse()
    if (house !== before) tell(house)
    return house
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    newsroom.surroundings.onWarning(error)
    return before
  }
}

function nameTemplate({ id, name }: Template): Pick<Template, 'id' | 'name'> {
  return { id, name }
}
