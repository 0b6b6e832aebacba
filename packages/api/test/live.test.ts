import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { callerOf, mintToken, signingKey } from '../src/index.ts';
import { closureOrdered, givenClosed, givenMine, givenServer, type TestServer } from './given.ts';
import { follow } from './listening-client.ts';

let server: TestServer;
let inspector: string;
let owner: string;

beforeAll(async () => {
  server = await givenServer();
  inspector = await server.signIn({ role: 'inspector' });
  owner = await server.signIn({ role: 'owner', mines: ['XJ-1'] });
  await givenMine(server, 'XJ-1');
  await givenMine(server, 'GZ-1', 'CN-GZ');
});

afterAll(async () => server[Symbol.asyncDispose]());

async function sendNote(mineId: string, text: string, visibility = 'owner'): Promise<void> {
  const sent = { type: 'NoteAdded', data: { text, visibility } };
  expect((await server.post(`/v1/mines/${mineId}/events`, sent, { as: inspector })).status).toBe(201);
}

const textIn = z.object({ data: z.object({ text: z.string() }) });

function textOf(message: { readonly data: string } | undefined): string {
  return textIn.parse(JSON.parse(message?.data ?? '{}')).data.text;
}

describe('who follows hears', () => {
  test('each event as it happens, named by its type, as its history has it', async () => {
    await using client = await follow(server, { as: inspector });
    await client.started();
    await sendNote('XJ-1', 'One.');
    const heard = await client.next();
    expect(heard?.event).toBe('NoteAdded');
    const history = await server.get('/v1/mines/XJ-1/events?order=desc&limit=1', { as: inspector });
    expect([JSON.parse(heard?.data ?? '')]).toEqual(history.body.items);
  });

  test('what a list then shows already', async () => {
    await givenMine(server, 'XJ-LISTED');
    await using client = await follow(server, { as: inspector, query: '?mine=XJ-LISTED' });
    await client.started();
    await givenClosed(server, 'XJ-LISTED');
    for (let heard = await client.next(); heard?.event !== 'ClosureOrdered'; heard = await client.next()) {
      expect(heard).toBeDefined();
    }
    const { body } = await server.get('/v1/mines?status=closed&q=XJ-LISTED', { as: inspector });
    expect(body.total).toBe(1);
  });

  test('only of the mines asked for', async () => {
    await using client = await follow(server, { as: inspector, query: '?mine=GZ-1' });
    await client.started();
    await sendNote('XJ-1', 'Not this one.');
    await sendNote('GZ-1', 'This one.');
    expect(textOf(await client.next())).toBe('This one.');
  });

  test('only of the regions asked for', async () => {
    await using client = await follow(server, { as: inspector, query: '?region=CN-GZ,CN-SC' });
    await client.started();
    await sendNote('XJ-1', 'Not here.');
    await sendNote('GZ-1', 'Here.');
    expect(textOf(await client.next())).toBe('Here.');
  });
});

describe('an owner hears', () => {
  test('of their own mines alone, and not what is internal', async () => {
    await using client = await follow(server, { as: owner });
    await client.started();
    await sendNote('GZ-1', 'Another owner’s.');
    await sendNote('XJ-1', 'Internal.', 'internal');
    await server.post('/v1/mines/XJ-1/events', closureOrdered, { as: inspector });
    await sendNote('XJ-1', 'For the owner.');
    const heard = await client.next();
    expect(textOf(heard)).toBe('For the owner.');
    expect(heard?.data).not.toContain('inspector-1');
  });

  test('nothing of a correction to what was internal', async () => {
    await sendNote('XJ-1', 'A secret.', 'internal');
    const history = await server.get('/v1/mines/XJ-1/events?order=desc&limit=1', { as: inspector });
    const [{ eventId }] = z.tuple([z.object({ eventId: z.string() })]).parse(history.body.items);
    await using client = await follow(server, { as: owner });
    await client.started();
    const correction = { corrections: [{ eventId, patch: { text: 'Another secret.' } }], reason: 'A slip of the pen' };
    const requested = await server.post(
      '/v1/mines/XJ-1/events',
      { type: 'FactCorrected', data: correction },
      { as: inspector },
    );
    const { approvalId } = z.object({ approvalId: z.string() }).parse(requested.body.approval);
    const supervisor = await server.signIn({ role: 'supervisor' });
    const granted = { type: 'ApprovalGranted', data: { approvalId } };
    expect((await server.post('/v1/mines/XJ-1/events', granted, { as: supervisor })).status).toBe(201);
    await sendNote('XJ-1', 'Afterwards.');
    expect(textOf(await client.next())).toBe('Afterwards.');
  });

  test('that another’s mine is not found', async () => {
    await using client = await follow(server, { as: owner, query: '?mine=GZ-1' });
    expect(client.status).toBe(404);
  });
});

describe('who was cut goes on', () => {
  test('after the last id received, missing and repeating nothing', async () => {
    const first = await follow(server, { as: inspector, query: '?mine=XJ-1' });
    await first.started();
    await sendNote('XJ-1', 'Heard.');
    const heard = await first.next();
    await first[Symbol.asyncDispose]();
    const missed = Array.from({ length: 20 }, (_, index) => `Missed ${index}.`);
    for (const text of missed) await sendNote('XJ-1', text);
    await using second = await follow(server, { as: inspector, query: '?mine=XJ-1', lastEventId: heard?.id ?? '' });
    await sendNote('XJ-1', 'Live again.');
    const texts: string[] = [];
    while (texts.length <= missed.length) texts.push(textOf(await second.next()));
    expect(texts).toEqual([...missed, 'Live again.']);
  });

  test('from where they began, though they had heard nothing yet', async () => {
    const first = await follow(server, { as: inspector, query: '?mine=XJ-1' });
    await first.started();
    await first[Symbol.asyncDispose]();
    await sendNote('XJ-1', 'Meanwhile.');
    await using second = await follow(server, { as: inspector, query: '?mine=XJ-1', lastEventId: first.lastId() });
    expect(textOf(await second.next())).toBe('Meanwhile.');
  });

  test('while others write, each event once', async () => {
    await givenMine(server, 'XJ-BUSY');
    await using whole = await follow(server, { as: inspector, query: '?mine=XJ-BUSY' });
    await whole.started();
    const texts = Array.from({ length: 60 }, (_, index) => `Busy ${index}.`);
    const writing = Promise.all(texts.map((text) => sendNote('XJ-BUSY', text)));
    const heard: string[] = [];
    let lastEventId = whole.lastId();
    while (heard.length < texts.length) {
      await using client = await follow(server, { as: inspector, query: '?mine=XJ-BUSY', lastEventId });
      for (let some = 0; some < 7 && heard.length < texts.length; some++) heard.push(textOf(await client.next()));
      lastEventId = client.lastId();
    }
    await writing;
    expect(heard.toSorted()).toEqual(texts.toSorted());
  });
});

describe('an id is refused', () => {
  test('of another store', async () => {
    await using other = await givenServer();
    const as = await other.signIn({ role: 'inspector' });
    const client = await follow(other, { as });
    await client.started();
    const foreign = await follow(server, { as: inspector, lastEventId: client.lastId() });
    expect(foreign.status).toBe(410);
    await client[Symbol.asyncDispose]();
  });

  test('that lies ahead of the store, as after a restore', async () => {
    await using client = await follow(server, { as: inspector });
    await client.started();
    const [storeId] = client.lastId().split(':');
    expect((await follow(server, { as: inspector, lastEventId: `${storeId}:999999` })).status).toBe(410);
  });

  test.each(['7', 'x', ':', ''])('that this stream never gave: %p', async (lastEventId) => {
    const answer = await server.get('/v1/live', { as: inspector, headers: { 'Last-Event-ID': lastEventId } });
    expect(answer.status).toBe(400);
  });
});

test('a stream ends when the sign-in does', async () => {
  const now = new Date(Date.now() - 10_000).toISOString();
  const token = await mintToken(signingKey(server.data), callerOf({ role: 'inspector' }), { now, lifetime: 12 });
  await using client = await follow(server, { as: token });
  expect(await client.next()).toBeUndefined();
});

test('a client that does not read is cut, and others go on hearing', async () => {
  await givenMine(server, 'XJ-LOUD');
  const { hostname, port } = new URL(server.address);
  const deaf = connect(Number(port), hostname);
  const cut = once(deaf, 'close');
  deaf.on('error', () => {});
  deaf.write(`GET /v1/live?mine=XJ-LOUD HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${inspector}\r\n\r\n`);
  await once(deaf, 'readable');
  await using attentive = await follow(server, { as: inspector, query: '?mine=XJ-LOUD' });
  await attentive.started();
  const loud = 'x'.repeat(9_000);
  const most = 4_000;
  let sent = 0;
  while ((await listeners()) > 1 && sent < most) {
    await Promise.all(Array.from({ length: 50 }, () => sendNote('XJ-LOUD', loud)));
    sent += 50;
    for (let heard = 0; heard < 50; heard++) expect(textOf(await attentive.next())).toBe(loud);
  }
  expect(sent).toBeLessThan(most);
  deaf.resume();
  await cut;
});

async function listeners(): Promise<number> {
  const { text } = await server.get('/metrics');
  return Number(/^rectify_live_listeners (\d+)$/m.exec(text)?.[1]);
}
