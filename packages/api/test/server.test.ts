import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEngine, openStore, StoreLocked } from '@rectify/engine';
import { z } from 'zod';
import { CannotListen, findServer, readConfig, startServer } from '../src/index.ts';
import { givenClosed, givenMine, givenServer, note, temporaryFolder } from './given.ts';
import { follow } from './listening-client.ts';

let data: string;

beforeEach(() => {
  data = temporaryFolder();
});

afterEach(() => rmSync(data, { recursive: true, force: true }));

const sqlite = () => `sqlite:${join(data, 'events.db')}`;

describe('a server and its data folder', () => {
  test('says where it is while it runs, and commands beside it find it', async () => {
    const server = await givenServer({ data });
    const found = await findServer(data);
    expect(found).toMatchObject({ address: server.address, pid: process.pid });
    expect((await server.get('/health/live')).body).toEqual({ status: 'live', instance: found?.instance });
    await server.close();
    expect(existsSync(join(data, 'server.json'))).toBe(false);
    expect(await findServer(data)).toBeUndefined();
  });

  test('what a server left behind when it was killed counts as none', async () => {
    const instance = crypto.randomUUID();
    writeFileSync(join(data, 'server.json'), JSON.stringify({ address: 'http://127.0.0.1:9', pid: 1, instance }));
    expect(await findServer(data)).toBeUndefined();
  });

  test('another program at the address that was left behind is not mistaken for it', async () => {
    await using other = await givenServer();
    const server = { address: other.address, pid: 1, instance: crypto.randomUUID() };
    writeFileSync(join(data, 'server.json'), JSON.stringify(server));
    expect(await findServer(data)).toBeUndefined();
  });

  test('is its own alone: a second server is refused, and the first goes on', async () => {
    const server = await givenServer({ data });
    await expect(givenServer({ data })).rejects.toThrow(StoreLocked);
    expect((await server.get('/health/ready')).status).toBe(200);
    await server.close();
    await (await givenServer({ data })).close();
  });

  test('is told in one sentence that the port is in use, and lets go of the folder', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = z.object({ port: z.number() }).parse(busy.address());
    const config = readConfig({ PORT: String(port), RECTIFY_DATA: data, RECTIFY_STORE: sqlite() });
    const starting = startServer({ config, onFatal: () => {} });
    await expect(starting).rejects.toThrow(CannotListen);
    await expect(starting).rejects.toThrow(
      `Port ${port} is in use by another program. Stop that one, or choose another port`,
    );
    busy.close();
    await (await givenServer({ data, store: sqlite() })).close();
  });

  test('keeps everything over a restart, tokens and pseudonyms included', async () => {
    const first = await givenServer({ data, store: sqlite() });
    const as = await first.signIn({ role: 'analyst' });
    await givenMine(first, 'XJ-1');
    await givenClosed(first, 'XJ-1');
    const before = await first.get('/v1/mines/XJ-1/events', { as });
    await first.close();
    const second = await givenServer({ data, store: sqlite() });
    const after = await second.get('/v1/mines/XJ-1/events', { as });
    expect(after.text).toBe(before.text);
    const list = await second.get('/v1/mines?status=closed', { as, headers: { 'Rectify-After': '4' } });
    expect(list.body.total).toBe(1);
    await second.close();
  });

  test('tells what demonstration its store holds', async () => {
    const scenario = { scenario: 'november-2018', endsAt: '2018-12-31T23:59:59+08:00' };
    await using server = await givenServer({ prepare: async () => scenario });
    expect((await server.get('/v1/system')).body).toMatchObject({
      demonstration: true,
      scenario: 'november-2018',
      scenarioEndsAt: '2018-12-31T23:59:59+08:00',
      auth: 'dev',
      zone: 'Asia/Shanghai',
    });
    await using empty = await givenServer();
    expect((await empty.get('/v1/system')).body).toMatchObject({
      demonstration: false,
      scenario: null,
      scenarioEndsAt: null,
    });
  });
});

test('a server answers when its read side holds the whole log, and not before', async () => {
  const store = await openStore('memory:', { newStoreId: randomUUID });
  const engine = createEngine({ store, clock: () => '2018-11-01T00:00:00Z', newId: randomUUID });
  const person = { id: 'inspector-1', role: 'inspector', office: 'tax', regions: 'all', mines: [] } as const;
  const about = { name: 'A', region: 'CN-XJ', operator: { id: 'o', name: 'O' }, capacity: { amount: 1, unit: 'MW' } };
  for (let number = 0; number < 600; number += 1)
    await engine.register({ person, commandId: `${number}`, data: { ...about, mineId: `XJ-${number}` } });
  await using server = await givenServer({ open: async () => store });
  const as = await server.signIn({ role: 'analyst' });
  expect((await server.get('/v1/mines?limit=1', { as })).body).toMatchObject({ total: 600, position: '600' });
});

describe('closing a server', () => {
  test('lets requests under way finish, and ends live streams', async () => {
    const server = await givenServer({ data, store: sqlite() });
    await givenMine(server, 'XJ-1');
    const as = await server.signIn({ role: 'inspector' });
    const client = await follow(server, { as });
    await client.started();
    const sending = Array.from({ length: 20 }, () =>
      server.post('/v1/mines/XJ-1/events', note, { as }).catch(() => undefined),
    );
    const answered = await sending[0];
    const closing = server.close();
    const statuses = (await Promise.all(sending)).map((answer) => answer?.status);
    expect(answered?.status).toBe(201);
    while (await client.next());
    await closing;
    const again = await givenServer({ data, store: sqlite() });
    const { body } = await again.get('/v1/mines/XJ-1/events', { as });
    expect(body.total).toBe(1 + statuses.filter((status) => status === 201).length);
    await again.close();
  });

  test('does not wait for connections on which nothing was asked', async () => {
    const server = await givenServer();
    const { hostname, port } = new URL(server.address);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    const cut = once(silent, 'close');
    silent.resume();
    await server.get('/health/live');
    await server.close();
    await cut;
  });

  test('twice is the same as once', async () => {
    const server = await givenServer();
    await Promise.all([server.close(), server.close()]);
    await server.close();
  });
});

describe('the page', () => {
  test('is served with its assets for ever, and answers every address of its own', async () => {
    const page = join(data, '.built', 'dist');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>Rectify</title>');
    writeFileSync(join(page, 'assets', 'index-1a2b3c.js'), 'export {};');
    await using server = await givenServer({ page });
    const html = { headers: { Accept: 'text/html' } };
    for (const path of ['/', '/mines/XJ-0001', '/my']) {
      const answer = await server.get(path, html);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(answer.text).toContain('<title>Rectify</title>');
    }
    const asset = await server.get('/assets/index-1a2b3c.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/assets/missing.js', '/v1/nothing', '/docs/nothing']) {
      expect((await server.get(path, html)).body.type).toBe('not-found');
    }
  });

  test('that is not built yet says how to build it', async () => {
    await using server = await givenServer({ page: join(data, 'nowhere') });
    const answer = await server.get('/', { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(answer.body.detail).toContain('npm start');
  });

  test('comes compressed to whoever takes that, as lists do; the live stream comes as it is', async () => {
    await using server = await givenServer();
    const inspector = await server.signIn({ role: 'inspector' });
    const encodingOf = async (path: string) => {
      const stop = new AbortController();
      const headers = { Authorization: `Bearer ${inspector}`, 'Accept-Encoding': 'gzip' };
      const answer = await fetch(`${server.address}${path}`, { headers, signal: stop.signal });
      stop.abort();
      return answer.headers.get('Content-Encoding');
    };
    expect(await encodingOf('/v1/openapi.json')).toBe('gzip');
    expect(await encodingOf('/v1/live')).toBe(null);
  });

  test('and the reference load nothing from elsewhere', async () => {
    await using server = await givenServer();
    const docs = await server.get('/docs');
    const loaded = [...docs.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(loaded.every((path) => path.startsWith('/'))).toBe(true);
    for (const path of loaded) expect((await server.get(path)).status).toBe(200);
    expect(docs.headers.get('content-security-policy')).toContain("script-src 'self';");
  });
});
