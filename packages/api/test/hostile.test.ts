import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventTypes } from '@rectify/engine';
import fc from 'fast-check';
import { givenMine, givenServer, note, type TestServer } from './given.ts';

let server: TestServer;
let inspector: string;

beforeAll(async () => {
  server = await givenServer();
  inspector = await server.signIn({ role: 'inspector' });
  await givenMine(server, 'XJ-1');
});

afterAll(async () => server[Symbol.asyncDispose]());

/** Sends bytes as they are and answers the status line, empty when the connection was cut instead. */
async function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  socket.end(request);
  const answer = await readAll(socket).catch(() => '');
  return answer.split('\r\n')[0] ?? '';
}

async function storedNothing(attempt: () => Promise<{ status: number; text: string }>): Promise<void> {
  const before = await server.get('/v1/mines/XJ-1', { as: inspector });
  const answer = await attempt();
  const after = await server.get('/v1/mines/XJ-1', { as: inspector });
  expect({ status: answer.status >= 400 && answer.status < 500, text: answer.text }).toMatchObject({ status: true });
  expect(after.body.revision).toBe(before.body.revision);
}

describe('a hostile body is refused and stores nothing', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  test.each([
    ['__proto__ as a key', '{"type":"NoteAdded","data":{"text":"x","visibility":"owner","__proto__":{"admin":true}}}'],
    ['an escaped __proto__', '{"type":"NoteAdded","data":{"text":"x","visibility":"owner","__proto\\u005f_":1}}'],
    [
      'constructor as a key',
      '{"type":"NoteAdded","data":{"text":"x","visibility":"owner","constructor":{"prototype":1}}}',
    ],
    ['constructor as the type', '{"type":"constructor","data":{}}'],
    ['__proto__ as the type', '{"type":"__proto__","data":{}}'],
    ['JSON a hundred thousand levels deep', `{"type":"NoteAdded","data":${deep}}`],
    ['control characters', JSON.stringify({ ...note, data: { ...note.data, text: 'a\u0000b' } })],
    ['an array', '[]'],
    ['a string', '"NoteAdded"'],
    ['null', 'null'],
    ['a number too large to be one', '{"type":"NoteAdded","data":1e999}'],
    ['two JSON texts', '{} {}'],
  ])('%s', async (_what, body) => {
    await storedNothing(() => server.post('/v1/mines/XJ-1/events', body, { as: inspector }));
  });

  test('a correction that would patch __proto__', async () => {
    const corrections = '[{"eventId":"2349ffe1-8c50-4fbd-875f-d3b7117098b2","patch":{"__proto__":{"x":1}}}]';
    const body = `{"type":"FactCorrected","data":{"reason":"x","corrections":${corrections}}}`;
    await storedNothing(() => server.post('/v1/mines/XJ-1/events', body, { as: inspector }));
  });
});

describe('a hostile request is answered, not crashed on', () => {
  test.each([
    [
      'a body shorter than announced',
      `POST /v1/dev/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{}`,
    ],
    ['a header with a NUL', 'GET /v1/mines HTTP/1.1\r\nHost: x\r\nIf-Match: "\0"\r\n\r\n'],
    ['headers without end', `GET /v1/mines HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['two lengths', 'POST /v1/mines HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    ['no host', 'GET /v1/mines HTTP/1.1\r\n\r\n'],
    ['no HTTP', 'hello\r\n\r\n'],
    ['a path out of the folder', 'GET /docs/..%2f..%2fpackage.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['a path up and out', 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ])('%s', async (_what, request) => {
    expect(await raw(request)).not.toMatch(/ (?:2|5)\d\d /);
    expect((await server.get('/health/ready')).status).toBe(200);
  });
});

describe('generated requests', () => {
  const runs = { numRuns: 150, seed: 20181105 };

  test('of any event type with any data are never answered with a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...eventTypes), fc.jsonValue({ maxDepth: 4 }), async (type, data) => {
        const answer = await server.post('/v1/mines/XJ-1/events', { type, data }, { as: inspector });
        expect(answer.status).toBeLessThan(500);
      }),
      runs,
    );
  });

  test('of any bytes are never answered with a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const headers = { Authorization: `Bearer ${inspector}`, 'Content-Type': 'application/json' };
        const answer = await server.ask('/v1/mines/XJ-1/batch', { method: 'POST', headers, body: Buffer.from(bytes) });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }),
      runs,
    );
  });

  test('of any query are never answered with a failure of ours', async () => {
    const name = fc.constantFrom(
      'status',
      'q',
      'sort',
      'limit',
      'cursor',
      'asOf',
      'knownAt',
      'cycle',
      'overdue',
      'region',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/v1/mines',
          '/v1/closures',
          '/v1/closures/statistics',
          '/v1/mine-counts',
          '/v1/mines/XJ-1/events',
        ),
        fc.array(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 4 }),
        async (path, query) => {
          const answer = await server.get(`${path}?${new URLSearchParams(query)}`, { as: inspector });
          expect(answer.status).toBeLessThan(500);
        },
      ),
      runs,
    );
  });
});
