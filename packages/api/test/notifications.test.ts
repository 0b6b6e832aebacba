import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keptFiles } from '../src/kept-files.ts';
import { settingsFolder } from '../src/notifications/settings.ts';
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
const chosen = { email: 'owner@example.com', news: true, deadlines: false };

test('what somebody chose is kept for them alone, and nobody is made to believe that mail is sent', async () => {
  const [owner, other] = await Promise.all(
    ['op-1', 'op-2'].map((actor) => server.signIn({ role: 'owner', actor, mines: ['XJ-1'] })),
  );
  const unchosen = { settings: { email: null, news: true, deadlines: true }, mailIsSent: false };
  expect((await server.get(path, { as: owner })).body).toEqual(unchosen);
  expect(await server.post(path, chosen, { as: owner })).toMatchObject({ status: 200, body: { settings: chosen } });
  expect((await server.get(path, { as: owner })).body).toEqual({ settings: chosen, mailIsSent: false });
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
  const settings = settingsFolder(folder);
  settings.keep('../../etc/passwd', chosen, 'draft-1');
  settings.keep('../../etc/passwd', { ...chosen, email: null }, 'draft-2');
  expect(settings.read('../../etc/passwd')).toEqual({ ...chosen, email: null });
  expect(keptFiles(folder).map(({ path: kept }) => kept)).toEqual([
    expect.stringMatching(/^people\/[0-9a-f]{64}\.json$/),
  ]);
});
