import { parseStory, type Story } from '../../../src/newsroom/story/index.ts'

/** A story as a row of counters, one a process: its tags. A write that is lost shows as a count that is too low. */
export function countIn({ tags }: Story, name: string): number {
  const tag = tags.find((each) => each.startsWith(`${name} `))
  return Number(tag?.slice(name.length + 1) ?? 0)
}

/** The story with another count. */
export function writeCount(story: Story, name: string, count: number): Story {
  const others = story.tags.filter((each) => !each.startsWith(`${name} `))
  return parseStory({ ...story, tags: [...others, `${name} ${count}`].sort() })
}
