import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Person } from '@rectify/engine';
import { keptFiles } from '../src/kept-files.ts';
import { peopleIn } from '../src/notifications/people.ts';
import { givenServer, type TestServer } from './given.ts';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'rectify-settings-'));
beforeAll(async () => {
  server = await givenServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const path = '/v1/notification-settings';
const chosen = { email: 'owner@example.com', news: true, deadlines: false, language: 'zh-CN' as const };

test('what somebody chose is kept for them alone, and nobody is made to believe that mail is sent', async () => {
  const [owner, other] = await Promise.all(
    ['op-1', 'op-2'].map((actor) => server.signIn({ role: 'owner', actor, mines: ['XJ-1'] })),
  );
  const unchosen = {
    settings: { email: null, news: true, deadlines: true, language: 'en' },
    mailIsSent: false,
    refused: null,
  };
  expect((await server.get(path, { as: owner })).body).toEqual(unchosen);
  expect(await server.post(path, chosen, { as: owner })).toMatchObject({ status: 200, body: { settings: chosen } });
  expect((await server.get(path, { as: owner })).body).toEqual({ settings: chosen, mailIsSent: false, refused: null });
  expect((await server.get(path, { as: other })).body).toEqual(unchosen);
});

test('an address that is none is refused, naming the field', async () => {
  const owner = await server.signIn({ role: 'owner', actor: 'op-3', mines: ['XJ-1'] });
  expect(await server.post(path, { ...chosen, email: 'at home' }, { as: owner })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/email' }] },
  });
});

test('a backup holds what people chose, whatever their ids are', () => {
  const someone: Person = { id: '../../etc/passwd', role: 'owner', office: 'owner', regions: 'all', mines: ['XJ-1'] };
  const people = peopleIn(folder, () => crypto.randomUUID());
  people.keep(someone, chosen);
  people.keep(someone, { ...chosen, email: null });
  expect(people.settingsOf(someone.id)).toEqual({ ...chosen, email: null });
  expect(peopleIn(folder, () => crypto.randomUUID()).settingsOf(someone.id)).toEqual({ ...chosen, email: null });
  expect(keptFiles(folder).map(({ path: kept }) => kept)).toEqual([
    expect.stringMatching(/^people\/[0-9a-f]{64}\.json$/),
  ]);
});
