import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createEndpointProcess } from './support/endpoint-process.ts'
import { expect, openDesk, test } from './support/host.ts'

/** What goes wrong around a person who writes: each has its words and its way out. */

const SAMPLE = 'Arsip Pemilu Ditata Ulang'

test('a story that is published without a connection waits, says so, and leaves by itself when there is one', async ({
  host,
  page,
}) => {
  test.slow()
  const endpoint = createEndpointProcess(dirname(host.library))
  const url = await endpoint.start()
  await host.kill()
  await host.ask('target', 'remove', 'lokal')
  await host.ask(
    'target',
    'add',
    'situs',
    '--type',
    'redaksi',
    '--url',
    url,
    '--secret-file',
    endpoint.tokenFile,
  )
  await endpoint.stop()
  await host.start()
  const desk = await openDesk(page, host)
  const { status } = desk
  await desk.open(SAMPLE)
  await desk.approve()
  await desk.publish()
  await expect(status.getByText('Luring, 1 menunggu')).toBeVisible({ timeout: 30_000 })
  await desk.write(' Ditulis sambil menunggu.')
  await desk.waitUntilSaved()
  await endpoint.start()
  await expect(page.getByRole('link', { name: 'Buka' })).toBeVisible({ timeout: 90_000 })
  await expect(status.getByText('Daring', { exact: true })).toBeVisible()
  await endpoint.stop()
})

test('a damaged story is told, restored with one press, and its damaged file kept', async ({
  host,
  desk,
}) => {
  await desk.startDraft('Rapat Pleno Tirtasari')
  await desk.write('KPU Kota Tirtasari menggelar rapat pleno, Kamis (13/11).')
  await desk.waitUntilSaved()
  // The save before the last one is the newest good state.
  await desk.write(' Rapat dibuka pukul 9.')
  await desk.waitUntilSaved()
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list', '--query', '"Rapat Pleno"')
  expect(drafts).toHaveLength(1)
  await host.kill()
  writeFileSync(
    join(host.library, 'drafts', drafts[0]?.id ?? '', 'draft.json'),
    '{"schema":1,"headline":"Rap',
  )
  await host.start()
  const again = await openDesk(desk.page, host)
  // A page that is still open has the text; one that is opened anew reads the file.
  await again.page.reload()
  const told = again.page.getByRole('main').getByRole('alert')
  await expect(told).toContainText('rusak')
  await again.page.getByRole('button', { name: 'Pulihkan artikel ini' }).click()
  await expect(again.headline).toHaveValue('Rapat Pleno Tirtasari')
  await expect(again.status).toContainText('Dipulihkan')
  await expect(again.body).toContainText('menggelar rapat pleno')
  expect(readdirSync(join(host.library, 'quarantine'))).toHaveLength(1)
  await again.write(' Ditulis lagi.')
  await again.waitUntilSaved()
})
