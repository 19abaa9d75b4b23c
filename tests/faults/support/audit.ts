import { z } from 'zod'
import type { Desk, Office } from './office.ts'
import type { Site, SiteRow } from './site.ts'

const ledgerSchema = z.object({
  articles: z.array(
    z.object({
      draft: z.string(),
      records: z.array(
        z.object({ kind: z.string(), revision: z.int(), version: z.string(), sha256: z.string() }),
      ),
    }),
  ),
})
const outboxSchema = z.object({ entries: z.array(z.unknown()) })
const doctorSchema = z.object({ ok: z.boolean(), mended: z.array(z.object({ code: z.string() })) })
const syncSchema = z.object({ sent: z.int(), done: z.int() })

/**
 * Holds the office's records against the endpoint's own history: every story there once, nothing twice, the ledger equal
 * to it, the outbox empty, the doctor content, and a further sync sends nothing. Returns what is not so.
 */
export async function audit(office: Office, desk: Desk, site: Site): Promise<readonly string[]> {
  const faults: string[] = []
  const rows = site.readRows()
  const { articles } = ledgerSchema.parse(await desk.ask('ledger'))
  for (const draft of office.drafts) {
    const there = rows.filter((row) => row.uuid === draft)
    const records = articles.find((article) => article.draft === draft)?.records ?? []
    if (there.length !== 1) faults.push(`${draft} was written ${there.length} times`)
    if (records.length !== 1) faults.push(`${draft} has ${records.length} records in the ledger`)
    faults.push(...(await compare(site, there.at(-1), records.at(-1))))
  }
  if (rows.length !== office.drafts.length) faults.push(`the endpoint holds ${rows.length} writes`)
  const { entries } = outboxSchema.parse(await desk.ask('outbox'))
  if (entries.length > 0) faults.push(`${entries.length} entries are left`)
  // A sender that was killed leaves a temporary file at most.
  const { mended } = doctorSchema.parse(await desk.ask('doctor', '--fix'))
  const strange = mended.filter(({ code }) => code !== 'drafts.temporary')
  if (strange.length > 0) faults.push(`the doctor had to mend ${strange.map(({ code }) => code).join()}`)
  if (!doctorSchema.parse(await desk.ask('doctor')).ok) faults.push('the doctor is not content')
  const before = site.countWrites()
  const again = syncSchema.parse(await desk.ask('sync', '--once'))
  if (again.sent + again.done > 0 || site.countWrites() !== before)
    faults.push('a further sync sent something')
  return faults
}

async function compare(
  site: Site,
  row: SiteRow | undefined,
  record: { revision: number; version: string; sha256: string } | undefined,
): Promise<readonly string[]> {
  if (row === undefined || record === undefined) return []
  const answer = await fetch(`${site.endpointUrl}/v1/articles/${row.uuid}`, {
    headers: { authorization: `Bearer ${site.token}` },
  })
  const shown = z.object({ version: z.string() }).parse(await answer.json())
  const told = [record.version, record.sha256, String(record.revision), 'public']
  const stands = [answer.headers.get('etag'), row.sha256, shown.version, answer.headers.get('redaksi-state')]
  return JSON.stringify(told) === JSON.stringify(stands)
    ? []
    : [`${row.uuid}: ledger ${told.join()}, site ${stands.join()}`]
}
