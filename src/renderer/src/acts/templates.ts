import { formatTemplateFile, type Template } from '../../../newsroom/house/index.ts'
import type { Act } from '../desk.ts'
import { saveFile } from '../save-file.ts'

/** Starts a story from a template of the house, or an empty one. */
export function startFrom(template: string | null): Act {
  return async ({ client, places }) => {
    const { id } = await client.drafts.create(template === null ? {} : { template })
    places.select(id)
  }
}

/** Keeps a template, and offers to go back to what was in its place. */
export function keepTemplate(template: Template): Act {
  return async ({ client, house, say, translate, run }) => {
    const before = house.templates.find(({ id }) => id === template.id)
    await client.house.putTemplate({ template })
    const undo: Act = async () => {
      if (before === undefined) await client.house.removeTemplate({ id: template.id })
      else await client.house.putTemplate({ template: before })
    }
    say({ words: translate('templates.kept-said', { name: template.name }), undo: () => run(undo) })
  }
}

/** Takes a template out of the house, and offers to put it back where it was. Stories started from it stay as they are. */
export function removeTemplate(template: Template): Act {
  return async ({ client, house, say, translate, run }) => {
    const at = house.templates.findIndex(({ id }) => id === template.id)
    await client.house.removeTemplate({ id: template.id })
    const undo: Act = async () => void (await client.house.putTemplate({ template, at }))
    say({ words: translate('templates.removed-said', { name: template.name }), undo: () => run(undo) })
  }
}

/** Adds the templates of a file, and offers to take them out again. */
export function importTemplates(text: string): Act {
  return async ({ client, say, translate, run }) => {
    const { added } = await client.house.importTemplates({ text })
    if (added.length === 0) return say({ words: translate('templates.nothing-imported') })
    const undo: Act = async () => {
      for (const { id } of added) await client.house.removeTemplate({ id })
    }
    say({ words: translate('templates.imported-said', { count: added.length }), undo: () => run(undo) })
  }
}

/** Gives templates out as a file for another office. */
export function exportTemplates(templates: readonly Template[]): Act {
  return ({ say, translate }) => {
    const [only, another] = templates
    const file = `${only !== undefined && another === undefined ? only.id : translate('templates.file')}.json`
    saveFile(formatTemplateFile(templates), file, 'application/json')
    say({ words: translate('app.exported-said', { file }) })
  }
}
