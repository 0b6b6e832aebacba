import { rmSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import type { EventStore } from '@rectify/engine';
import {
  givenClosed,
  givenMine,
  givenServer,
  note,
  storesForgotten,
  type TestServer,
  temporaryFolder,
} from './given.ts';
import { givenMailServer, type MailServer } from './mail-server.ts';

const settings = '/v1/notification-settings';
const wanted = { email: 'owner@example.com', news: true, deadlines: false, language: 'en' };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A data folder with a store on disk, so that a server can be started on it again. */
function onDisk() {
  const data = temporaryFolder();
  folders.push(data);
  return { data, store: `sqlite:${data}/events.db` };
}

function mailing({ url }: Pick<MailServer, 'url'>, wait = 0) {
  return {
    RECTIFY_MAIL: url,
    RECTIFY_MAIL_FROM: 'rectify@example.org',
    RECTIFY_MAIL_WAIT: String(wait),
    RECTIFY_URL: 'https://rectify.example.org/',
  };
}

/** An owner who chose what they want. */
async function givenOwner(server: TestServer, actor: string, mines: string[], chosen: object = {}): Promise<string> {
  const as = await server.signIn({ role: 'owner', actor, mines });
  await server.post(settings, { ...wanted, ...chosen }, { as });
  return as;
}

async function send(server: TestServer, mineId: string, event: object, as: string): Promise<void> {
  const { status, text } = await server.post(`/v1/mines/${mineId}/events`, event, { as });
  if (status >= 300) throw new Error(text);
}

/** How e-mails go, as the server's health tells. */
async function mailsOf(server: TestServer): Promise<Record<string, number>> {
  return (await server.get('/health/ready')).body.mails as Record<string, number>;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

test('an owner is told what others recorded of their own mines, in one mail, and of nothing that they may not see', async () => {
  await using mail = await givenMailServer();
  await using server = await givenServer({ variables: mailing(mail, 1) });
  for (const mineId of ['XJ-1', 'XJ-2']) await givenMine(server, mineId);
  const owner = await givenOwner(server, 'owner-1', ['XJ-1']);
  const inspector = await server.signIn({ role: 'inspector' });
  await givenClosed(server, 'XJ-1');
  await givenClosed(server, 'XJ-2');
  await send(server, 'XJ-1', note, inspector);
  await send(server, 'XJ-1', { type: 'NoteAdded', data: { text: 'Internal.', visibility: 'internal' } }, inspector);
  await send(server, 'XJ-1', { type: 'OwnerStatementFiled', data: { text: 'Our side.' } }, owner);
  const [told] = await mail.has(1);
  expect(told).toMatchObject({ to: 'owner@example.com', subject: 'New about Demonstration Mine XJ-1' });
  expect(told?.body.split('\n').map((line) => line.replace(/^- .*?\d\d:\d\d: /, '- '))).toEqual([
    'This was recorded of your mines. Times are Beijing time (UTC+8).',
    '',
    'Demonstration Mine XJ-1 (XJ-1)',
    '- The mine was closed by order of local authorities.',
    '- A note was put on the file.',
    'https://rectify.example.org/my/XJ-1',
    '',
    'You get this mail because you asked for it. To change that, or to stop it: https://rectify.example.org/notifications',
    '',
  ]);
  await until(async () => (await mailsOf(server)).waiting === 0);
  expect(await mailsOf(server)).toEqual({ sent: 1, failed: 0, refused: 0, waiting: 0 });
  expect((await server.get('/metrics')).text).toContain('\nrectify_mails_sent_total 1\n');
});

test('a mail is in the language of who gets it', async () => {
  await using mail = await givenMailServer();
  await using server = await givenServer({ variables: mailing(mail) });
  for (const mineId of ['XJ-1', 'XJ-2']) await givenMine(server, mineId);
  await givenOwner(server, 'owner-1', ['XJ-1', 'XJ-2'], { language: 'zh-CN' });
  await givenClosed(server, 'XJ-1');
  const [told] = await mail.has(1);
  expect(told?.subject).toBe('Demonstration Mine XJ-1有新进展');
  expect(told?.body).toContain('：地方主管部门责令矿场停产。');
  expect(told?.body).toContain('更改或停止接收：https://rectify.example.org/notifications');
});

test('an official is told of the cases that they have', async () => {
  await using mail = await givenMailServer();
  await using server = await givenServer({ variables: mailing(mail) });
  const mine = await server.signIn({ role: 'inspector', actor: 'i-7' });
  await server.post(settings, { ...wanted, email: 'i-7@example.com' }, { as: mine });
  for (const mineId of ['XJ-1', 'XJ-2']) await givenMine(server, mineId);
  const supervisor = await server.signIn({ role: 'supervisor' });
  await send(server, 'XJ-2', { type: 'CaseAssigned', data: { assignee: 'i-7' } }, supervisor);
  const [told] = await mail.has(1);
  expect(told).toMatchObject({ to: 'i-7@example.com', subject: 'New about Demonstration Mine XJ-2' });
  expect(told?.body).toContain('https://rectify.example.org/mines/XJ-2\n');
});

test('nothing from before the first start is mailed, nothing twice after another, nor after lists were built anew', async () => {
  await using mail = await givenMailServer();
  const place = onDisk();
  const before = await givenServer(place);
  await givenMine(before, 'XJ-1');
  await givenOwner(before, 'owner-1', ['XJ-1']);
  await givenClosed(before, 'XJ-1');
  await before.close();

  for (const text of ['First.', 'Second.']) {
    const server = await givenServer({ ...place, variables: mailing(mail) });
    const admin = await server.signIn({ role: 'admin' });
    await server.post('/v1/rebuild', {}, { as: admin });
    const supervisor = await server.signIn({ role: 'supervisor' });
    await until(async () => (await server.get('/v1/rebuild', { as: admin })).body.state !== 'running');
    const direction = { directionId: text, alternatives: ['relocate'], dueOn: '2099-01-02' };
    await send(
      server,
      'XJ-1',
      text === 'First.' ? note : { type: 'PowerDirectionIssued', data: direction },
      supervisor,
    );
    await mail.has(text === 'First.' ? 1 : 2);
    await until(async () => (await mailsOf(server)).waiting === 0);
    await server.close();
  }
  const linesOf = ({ body }: { body: string }) => body.split('\n').filter((line) => line.startsWith('- '));
  expect(mail.received.map(linesOf)).toEqual([
    [expect.stringContaining('A note was put on the file.')],
    [expect.stringContaining('The mine is to move the mine elsewhere by 2 Jan 2099.')],
  ]);
  expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(2);
});

test('an address that the mail server refuses is told to its owner and not tried again, until they keep one anew', async () => {
  await using mail = await givenMailServer();
  await using server = await givenServer({ variables: mailing(mail) });
  await givenMine(server, 'XJ-1');
  const mistaken = await givenOwner(server, 'owner-1', ['XJ-1'], { email: 'nobody@example.com' });
  await givenOwner(server, 'owner-2', ['XJ-1']);
  const inspector = await server.signIn({ role: 'inspector' });
  await send(server, 'XJ-1', note, inspector);
  const refused = async () => (await server.get(settings, { as: mistaken })).body.refused;
  await until(async () => (await refused()) !== null);
  expect(await refused()).toMatchObject({
    address: 'nobody@example.com',
    said: '550 nobody@example.com is not known here',
  });
  await mail.has(1);
  await send(server, 'XJ-1', note, inspector);
  await mail.has(2);
  expect(mail.tries()).toBe(3);
  expect(
    (await server.post(settings, { ...wanted, email: 'new@example.com' }, { as: mistaken })).body.refused,
  ).toBeNull();
  await send(server, 'XJ-1', note, inspector);
  const received = await mail.has(4);
  expect(received.slice(2).map(({ to }) => to)).toEqual(
    expect.arrayContaining(['new@example.com', 'owner@example.com']),
  );
});

test('a mail that may not have been taken is sent again later as the same mail, and holds up nobody else’s', async () => {
  await using mail = await givenMailServer();
  let later = 0;
  const clock = () => new Date(Date.now() + later).toISOString();
  await using server = await givenServer({ variables: mailing(mail), clock });
  await givenMine(server, 'XJ-1');
  await givenOwner(server, 'owner-1', ['XJ-1'], { email: 'later@example.com' });
  await givenOwner(server, 'owner-2', ['XJ-1']);
  const inspector = await server.signIn({ role: 'inspector' });
  await send(server, 'XJ-1', note, inspector);
  await mail.has(2);
  await until(async () => (await mailsOf(server)).failed === 1);
  await send(server, 'XJ-1', note, inspector);
  await mail.has(3);
  later = 31_000;
  await mail.has(4);
  const to = (address: string) => mail.received.filter((one) => one.to === address);
  const [first, again] = to('later@example.com');
  expect(again).toEqual(first);
  expect(to('owner@example.com').map(({ messageId }) => messageId)).toEqual([
    expect.not.stringMatching(first?.messageId ?? ''),
    expect.not.stringMatching(first?.messageId ?? ''),
  ]);
});

test('a mail server that cannot be reached is tried again, and holds up nothing else', async () => {
  const { url, port, ...gone } = await givenMailServer();
  await gone[Symbol.asyncDispose]();
  let later = 0;
  const clock = () => new Date(Date.now() + later).toISOString();
  await using server = await givenServer({ variables: mailing({ url }), clock });
  await givenMine(server, 'XJ-1');
  await givenOwner(server, 'owner-1', ['XJ-1']);
  await send(server, 'XJ-1', note, await server.signIn({ role: 'inspector' }));
  await until(async () => (await mailsOf(server)).failed === 1);
  expect((await server.get('/health/ready')).body.status).toBe('ready');
  await using mail = await givenMailServer(port);
  later = 31_000;
  expect(await mail.has(1)).toMatchObject([{ to: 'owner@example.com' }]);
});

test('deadlines are told of in the morning, when one is soon and when it is late', async () => {
  await using mail = await givenMailServer();
  let now = '2018-11-17T09:00:00+08:00';
  const prepare = async (store: EventStore) => {
    await storesForgotten(store, 'XJ-1');
    return undefined;
  };
  await using server = await givenServer({ variables: mailing(mail), clock: () => now, prepare });
  await givenOwner(server, 'owner-1', ['XJ-1'], { news: false, deadlines: true });
  await mail.has(1);
  now = '2018-11-20T09:00:00+08:00';
  const [soon, late] = await mail.has(2);
  expect(soon?.body).toContain('- The inspection is due on 19 Nov, in 2 days.\n');
  expect(late?.subject).toBe('Due soon or late: Demonstration Mine XJ-1');
  expect(late?.body).toContain('This is due soon or late, on 20 Nov 2018.');
  expect(late?.body).toContain('- The inspection was due on 19 Nov; it is 1 day late.\n');
});
