import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningServer, readConfig, startServer } from '@rectify/api';
import { type EventStore, type OpenStoreOptions, openStore, type RecordedEvent } from '@rectify/engine';
import type { Browser } from 'playwright-core';
import { type People, peopleAt } from '../course.ts';
import { repository, signedInAt, temporaryFolder } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { visit } from './visitor.ts';

const data = temporaryFolder();
let now = '2018-11-05T10:00:00+08:00';
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(data, { recursive: true, force: true });
});

/** Starts a Rectify on the one data folder, which may be so old that its lists stop at a type of event. */
function started(port: number, unknownType?: string): Promise<RunningServer> {
  const config = readConfig({
    PORT: String(port),
    RECTIFY_DATA: data,
    RECTIFY_STORE: `sqlite:${join(data, 'events.db')}`,
    RECTIFY_LOG: 'silent',
    RECTIFY_RATE_LIMIT: '0',
    RECTIFY_DEADLINES: '0',
  });
  const page = join(repository, 'packages', 'web', 'dist');
  const open = (url: string, options: OpenStoreOptions) => openedNotKnowing(unknownType, url, options);
  return startServer({ config, page, open, clock: () => now, onFatal: fail });
}

async function openedNotKnowing(type: string | undefined, url: string, options: OpenStoreOptions): Promise<EventStore> {
  const store = await openStore(url, options);
  const seen = (batch: RecordedEvent[]) =>
    batch.map((event) => (event.type === type ? { ...event, type: 'Exploded' } : event));
  return {
    ...store,
    async *subscribe(...from) {
      for await (const batch of store.subscribe(...from)) yield seen(batch);
    },
  };
}

function fail(error: Error): never {
  throw error;
}

const register = (people: People, mineId: string) =>
  people.inspector.post('/v1/mines', {
    mineId,
    name: `Mine ${mineId}`,
    region: 'CN-XJ',
    operator: { id: 'example-computing', name: 'Example Computing Co.' },
    capacity: { amount: 20, unit: 'MW' },
  });

test('lists that stand still stay readable and say since when, in both languages, until they have caught up', async () => {
  const older = await started(0, 'NoteAdded');
  const people = await peopleAt({ as: (persona) => signedInAt(older.address, persona) });
  await register(people, 'XJ-1');
  await using visitor = await visit(browser, older, '/mines', { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('row', { name: /XJ-1/ }).waitFor();

  await people.inspector.post('/v1/mines/XJ-1/events', {
    type: 'NoteAdded',
    data: { text: 'Seen on site.', visibility: 'internal' },
  });
  now = '2018-11-05T11:00:00+08:00';
  await register(people, 'XJ-2');
  await page.reload();
  await page.getByText('Lists are behind since 5 Nov 2018, 10:00.').waitFor();
  await page.getByRole('row', { name: /XJ-1/ }).waitFor();
  expect(await page.getByRole('row', { name: /XJ-2/ }).count()).toBe(0);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByText('列表自2018年11月5日 10:00起未更新。').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await older.close();

  const newer = await started(Number(new URL(older.address).port));
  await page.getByText('Lists are behind').waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: /XJ-2/ }).waitFor();

  await using administrator = await visit(browser, newer, '/', { as: 'admin' });
  const server = administrator.page;
  await server.getByText('The server is ready: it records and reads.').waitFor();
  await server.getByRole('button', { name: 'Build them anew' }).click();
  await server.getByText('Built anew, from 3 events.').waitFor();
  expect(administrator.complaints).toEqual([]);
  await newer.close();
});
