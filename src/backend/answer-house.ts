import type { AppContract, Handlers } from '../bridge/index.ts'
import {
  addStaff,
  addTemplates,
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
    const house = await newsroom.changeHouse(make)
    tell(house)
    return house
  }
  return {
    read: () => newsroom.house,
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
    lastUsed: () => library.readLastUsed(),
    noteUse: (use) => library.noteUse(use),
  }
}

function nameTemplate({ id, name }: Template): Pick<Template, 'id' | 'name'> {
  return { id, name }
}
