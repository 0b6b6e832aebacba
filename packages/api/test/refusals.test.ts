import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { problemAnswer } from '../src/index.ts';
import {
  type Answer,
  closureOrdered,
  givenClosed,
  givenMine,
  givenServer,
  mine,
  note,
  type TestServer,
} from './given.ts';

let server: TestServer;
let inspector: string;
let supervisor: string;

beforeAll(async () => {
  server = await givenServer();
  inspector = await server.signIn({ role: 'inspector' });
  supervisor = await server.signIn({ role: 'supervisor' });
  await givenMine(server, 'XJ-1');
  await givenMine(server, 'XJ-SHUT');
  await givenClosed(server, 'XJ-SHUT');
});

afterAll(async () => server[Symbol.asyncDispose]());

async function revisionOf(mineId: string): Promise<unknown> {
  return (await server.get(`/v1/mines/${mineId}`, { as: supervisor })).body.revision;
}

/** The problem that an answer holds, once its status and slug are as expected. */
function problemIn(answer: Answer, status: number, type: string) {
  expect({ status: answer.status, type: answer.body.type }).toEqual({ status, type });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body.instance).toBe(`urn:uuid:${answer.headers.get('request-id')}`);
  return problemAnswer.parse(answer.body);
}

describe('a refusal is problem details that say what to do, and stores nothing', () => {
  const events = '/v1/mines/XJ-1/events';

  test('without a token: who are you?', async () => {
    const answer = await server.get('/v1/mines');
    problemIn(answer, 401, 'unauthenticated');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="rectify"');
  });

  test('a body that is no JSON', async () => {
    problemIn(await server.post(events, '{"type":', { as: inspector }), 400, 'malformed');
  });

  test('no body at all', async () => {
    const init = { method: 'POST', headers: { Authorization: `Bearer ${inspector}` } };
    problemIn(await server.ask(events, init), 400, 'malformed');
  });

  test('a body that is not UTF-8', async () => {
    const headers = { Authorization: `Bearer ${inspector}`, 'Content-Type': 'application/json' };
    problemIn(
      await server.ask(events, { method: 'POST', headers, body: Buffer.from([0x22, 0xff, 0x22]) }),
      400,
      'malformed',
    );
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])(
    'a body of type %p',
    async (type) => {
      const headers = { Authorization: `Bearer ${inspector}`, 'Content-Type': type };
      const answer = await server.ask(events, { method: 'POST', headers, body: Buffer.from(JSON.stringify(note)) });
      problemIn(answer, 415, 'unsupported-media-type');
    },
  );

  test('a compressed body', async () => {
    const answer = await server.post(events, note, { as: inspector, headers: { 'Content-Encoding': 'gzip' } });
    problemIn(answer, 415, 'unsupported-media-type');
  });

  test('a body of more than a mebibyte', async () => {
    const large = { ...note, data: { ...note.data, text: 'x'.repeat(1024 * 1024) } };
    problemIn(await server.post(events, large, { as: inspector }), 413, 'too-large');
  });

  test('data that does not fit its schema, with a pointer to everything that is wrong', async () => {
    const answer = await server.post(events, { type: 'NoteAdded', data: { text: '', colour: 1 } }, { as: inspector });
    const { errors } = problemIn(answer, 422, 'invalid');
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['/data/colour', '/data/text', '/data/visibility']);
  });

  test('an envelope with a field that nobody knows', async () => {
    const answer = await server.post(events, { ...note, actor: 'me' }, { as: inspector });
    expect(problemIn(answer, 422, 'invalid').errors).toEqual([{ pointer: '/actor', detail: 'is not a known field' }]);
  });

  test('a registration that lacks what it must say, with pointers into its body', async () => {
    const { name: _, ...nameless } = mine('XJ-9');
    const answer = await server.post('/v1/mines', { ...nameless, region: 'Xinjiang' }, { as: inspector });
    const { errors } = problemIn(answer, 422, 'invalid');
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['/name', '/region']);
  });

  test('an event type that does not exist', async () => {
    problemIn(
      await server.post(events, { type: 'MineBlessed', data: {} }, { as: inspector }),
      422,
      'unknown-event-type',
    );
  });

  test('a time in the future', async () => {
    const answer = await server.post(events, { ...note, occurredAt: '2999-01-01T00:00:00Z' }, { as: inspector });
    expect(problemIn(answer, 422, 'invalid').errors?.[0]?.pointer).toBe('/occurredAt');
  });

  test('text that holds an identity number', async () => {
    const text = 'His number is 11010519491231002X, as he says.';
    const answer = await server.post(events, { ...note, data: { ...note.data, text } }, { as: inspector });
    expect(problemIn(answer, 422, 'invalid').errors?.[0]?.pointer).toBe('/data/text');
  });

  test('a step that the statechart does not have, with what is possible instead', async () => {
    const answer = await server.post(
      '/v1/mines/XJ-SHUT/events',
      { type: 'InspectionPassed', data: { inspectionId: 'I1' } },
      { as: inspector },
    );
    const { next, reasons } = problemIn(answer, 409, 'illegal-transition');
    expect(next).toContain('InspectionStarted');
    expect(reasons?.[0]).toMatchObject({ code: 'no-such-step', who: 'nobody' });
  });

  test('unmet conditions, every one of them at once', async () => {
    const path = '/v1/mines/XJ-SHUT/events';
    await server.post(
      path,
      { type: 'InspectionStarted', data: { inspectionId: 'I1', inspectorsPresent: 2 } },
      { as: inspector },
    );
    const answer = await server.post(
      path,
      { type: 'InspectionPassed', data: { inspectionId: 'I1' } },
      { as: inspector },
    );
    const { reasons } = problemIn(answer, 409, 'condition-not-met');
    expect(reasons?.map(({ about }) => about)).toEqual(
      expect.arrayContaining(['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS']),
    );
  });

  test('a mine id that is taken', async () => {
    problemIn(await server.post('/v1/mines', mine('XJ-1'), { as: inspector }), 409, 'conflict');
  });

  test('a revision that is no longer the last', async () => {
    const answer = await server.post('/v1/mines/XJ-SHUT/events', note, {
      as: inspector,
      headers: { 'If-Match': '"0"' },
    });
    problemIn(answer, 412, 'stale');
  });

  test.each(['3', 'W/"3"', '*', '"x"', '"-1"', '"3", "4"'])('an If-Match of %s', async (header) => {
    problemIn(await server.post(events, note, { as: inspector, headers: { 'If-Match': header } }), 400, 'malformed');
  });

  test.each([' ', 'x'.repeat(201), 'a\tb'])('an Idempotency-Key of %p', async (key) => {
    const answer = await server.post(events, note, { as: inspector, headers: { 'Idempotency-Key': key } });
    problemIn(answer, 400, 'malformed');
  });

  test('an Idempotency-Key that was used for something else', async () => {
    const headers = { 'Idempotency-Key': 'once' };
    await server.post('/v1/mines/XJ-SHUT/events', note, { as: inspector, headers });
    const other = { ...note, data: { ...note.data, text: 'Something else.' } };
    problemIn(await server.post('/v1/mines/XJ-SHUT/events', other, { as: inspector, headers }), 422, 'key-reused');
  });

  test('the first event of a batch that fails, with pointers into the batch', async () => {
    const events = [note, { type: 'NoteAdded', data: { text: 'x', visibility: 'all' } }];
    const answer = await server.post('/v1/mines/XJ-1/batch', { events }, { as: inspector });
    const { index, errors } = problemIn(answer, 422, 'invalid');
    expect({ index, pointer: errors?.[0]?.pointer }).toEqual({ index: 1, pointer: '/events/1/data/visibility' });
  });

  test.each(['/v1/mines/NO-SUCH', '/v1/mines/%00', '/v1/mines/..%2f..', `/v1/mines/${'x'.repeat(65)}`, '/v1/nothing'])(
    '%s',
    async (path) => {
      problemIn(await server.get(path, { as: inspector }), 404, 'not-found');
    },
  );

  test('a path that is not percent-encoded UTF-8', async () => {
    problemIn(await server.get('/v1/mines/%E0%A4%A', { as: inspector }), 400, 'malformed');
  });

  test('a method that an address does not take', async () => {
    const answer = await server.ask('/v1/mines', {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${inspector}` },
    });
    problemIn(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toBe('POST, GET, HEAD');
  });

  test('query parameters that are wrong or unknown, all named at once', async () => {
    const { detail } = problemIn(await server.get('/v1/mines?limit=0&colour=red', { as: inspector }), 400, 'malformed');
    expect(detail).toMatch(/limit.*colour/);
  });

  test.each(['/v1/mines', '/v1/closures', '/v1/mines/XJ-1/events'])('a cursor that %s never gave out', async (path) => {
    problemIn(await server.get(`${path}?cursor=abc`, { as: inspector }), 400, 'malformed');
  });

  test('a cursor of another store', async () => {
    await using other = await givenServer();
    await givenMine(other, 'XJ-1');
    await givenMine(other, 'XJ-2');
    const as = await other.signIn({ role: 'inspector' });
    const page = await other.get('/v1/mines?limit=1', { as, headers: { 'Rectify-After': '2' } });
    const next = z.string().parse(page.body.next);
    problemIn(await server.get(`/v1/mines?limit=1&cursor=${next}`, { as: inspector }), 410, 'other-store');
  });

  test('a position that this store has not come to, with when to ask again', async () => {
    const answer = await server.get('/v1/mines', { as: inspector, headers: { 'Rectify-After': '999999' } });
    problemIn(answer, 503, 'not-yet-known');
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  test('something that is no position', async () => {
    const answer = await server.get('/v1/mines', { as: inspector, headers: { 'Rectify-After': 'yesterday' } });
    problemIn(answer, 400, 'malformed');
  });

  test('more requests than a minute has room for', async () => {
    await using busy = await givenServer({ rateLimit: 2 });
    await busy.get('/health/live');
    await busy.get('/health/live');
    const answer = await busy.get('/health/live');
    problemIn(answer, 429, 'too-many-requests');
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  test('after all of it the mine is where it was', async () => {
    expect(await revisionOf('XJ-1')).toBe(0);
  });
});

test('the same event under the same key has one effect and the same answer', async () => {
  await givenMine(server, 'XJ-KEY');
  const asking = { as: inspector, headers: { 'Idempotency-Key': 'a key' } };
  const first = await server.post('/v1/mines/XJ-KEY/events', note, asking);
  const second = await server.post('/v1/mines/XJ-KEY/events', note, asking);
  expect([first.status, first.body.duplicate]).toEqual([201, false]);
  expect([second.status, second.body.duplicate]).toEqual([201, true]);
  expect(second.body.event).toEqual(first.body.event);
  expect(await revisionOf('XJ-KEY')).toBe(1);
});

test('a request sent twice under one key tells what became of it meanwhile', async () => {
  await givenMine(server, 'XJ-ASKED');
  const asking = { as: inspector, headers: { 'Idempotency-Key': 'close it' } };
  const requested = await server.post('/v1/mines/XJ-ASKED/events', closureOrdered, asking);
  expect(requested.body.approval).toMatchObject({ answer: 'pending' });
  const { approvalId } = z.object({ approvalId: z.string() }).parse(requested.body.approval);
  const granted = await server.post(
    '/v1/mines/XJ-ASKED/events',
    { type: 'ApprovalGranted', data: { approvalId } },
    { as: supervisor },
  );
  expect(granted.body.events).toMatchObject([{ type: 'ApprovalGranted' }, { type: 'ClosureOrdered' }]);
  const again = await server.post('/v1/mines/XJ-ASKED/events', closureOrdered, asking);
  expect(again.status).toBe(202);
  expect(again.body).toMatchObject({ duplicate: true, approval: { answer: 'granted' } });
});
