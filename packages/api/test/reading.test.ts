import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Answer, givenClosed, givenMine, givenServer, mine, note, type TestServer } from './given.ts';

let server: TestServer;
let inspector: string;
let analyst: string;

beforeAll(async () => {
  server = await givenServer();
  inspector = await server.signIn({ role: 'inspector' });
  analyst = await server.signIn({ role: 'analyst' });
});

afterAll(async () => server[Symbol.asyncDispose]());

const items = z.object({ items: z.array(z.looseObject({ mineId: z.string() })) });

function mineIdsIn({ body }: Answer): string[] {
  return items.parse(body).items.map(({ mineId }) => mineId);
}

describe('what was acknowledged is read', () => {
  test('at once of the mine itself, its history and what may be sent next', async () => {
    for (let round = 0; round < 20; round++) {
      const mineId = `NOW-${round}`;
      await givenMine(server, mineId);
      const sent = await server.post(`/v1/mines/${mineId}/events`, note, { as: inspector });
      expect(sent.body.mine).toMatchObject({ mineId, revision: 1 });
      const [one, history, next] = await Promise.all([
        server.get(`/v1/mines/${mineId}`, { as: analyst }),
        server.get(`/v1/mines/${mineId}/events`, { as: analyst }),
        server.get(`/v1/mines/${mineId}/next`, { as: inspector }),
      ]);
      expect([one.body.revision, history.body.total, next.status]).toEqual([1, 2, 200]);
    }
  });

  test('in a list that names the position of the write', async () => {
    for (let round = 0; round < 20; round++) {
      const sent = await server.post('/v1/mines', mine(`LISTED-${round}`), { as: inspector });
      const position = sent.headers.get('rectify-position') ?? '';
      const list = await server.get(`/v1/mines?q=LISTED-${round}`, {
        as: analyst,
        headers: { 'Rectify-After': position },
      });
      expect(mineIdsIn(list)).toContain(`LISTED-${round}`);
      expect(BigInt(list.headers.get('rectify-position') ?? '0')).toBeGreaterThanOrEqual(BigInt(position));
    }
  });
});

test('a registration without an id gets one, the same for the same key', async () => {
  const { mineId: _, ...nameless } = mine('unused');
  const asking = { as: inspector, headers: { 'Idempotency-Key': 'register once' } };
  const first = await server.post('/v1/mines', nameless, asking);
  const again = await server.post('/v1/mines', nameless, asking);
  const { mineId } = z.object({ mineId: z.string() }).parse(first.body.mine);
  expect(first.headers.get('location')).toBe(`/v1/mines/${mineId}`);
  expect(again.body).toMatchObject({ duplicate: true, mine: { mineId } });
});

test('history is paged in both directions without a gap', async () => {
  await givenMine(server, 'PAGED');
  for (let count = 0; count < 6; count++) await server.post('/v1/mines/PAGED/events', note, { as: inspector });
  for (const order of ['asc', 'desc']) {
    const revisions: number[] = [];
    let cursor = '';
    do {
      const { body } = await server.get(`/v1/mines/PAGED/events?order=${order}&limit=3&cursor=${cursor}`, {
        as: inspector,
      });
      const page = z
        .object({ items: z.array(z.object({ revision: z.number() })), next: z.string().default('') })
        .parse(body);
      revisions.push(...page.items.map(({ revision }) => revision));
      cursor = page.next;
    } while (cursor !== '');
    expect(revisions).toEqual(order === 'asc' ? [0, 1, 2, 3, 4, 5, 6] : [6, 5, 4, 3, 2, 1, 0]);
  }
});

test('as of an instant before it was closed, a mine was operating', async () => {
  const registered = { ...mine('EARLIER'), occurredAt: '2018-11-01T00:00:00+08:00' };
  await server.post('/v1/mines', registered, { as: inspector });
  await givenClosed(server, 'EARLIER');
  const position = z.string().parse((await server.get('/v1/mines/EARLIER', { as: analyst })).body.position);
  const asking = { as: analyst, headers: { 'Rectify-After': position } };
  const instant = encodeURIComponent('2018-11-11T00:00:00+08:00');
  expect((await server.get('/v1/mines/EARLIER', asking)).body.status).toBe('closed');
  expect((await server.get(`/v1/mines/EARLIER?asOf=${instant}`, asking)).body).toMatchObject({
    status: 'operating',
    closure: null,
  });
  expect((await server.get(`/v1/mines?asOf=${instant}`, asking)).body).toMatchObject({
    total: 1,
    items: [{ mineId: 'EARLIER' }],
  });
  expect((await server.get('/v1/mines/EARLIER?asOf=2018-10-01T00:00:00Z', asking)).status).toBe(404);
});

describe('many events sent at once', () => {
  const ndjson = { 'Content-Type': 'application/x-ndjson' };

  test('are answered a line each, in their order, each with its own outcome', async () => {
    await givenMine(server, 'MANY');
    const lines = [
      JSON.stringify({ mineId: 'MANY', ...note, commandId: 'one' }),
      '{"mineId":',
      JSON.stringify({ mineId: 'NO-SUCH', ...note, commandId: 'two' }),
      JSON.stringify({ mineId: 'MANY', type: 'InspectionPassed', data: { inspectionId: 'I1' }, commandId: 'three' }),
      JSON.stringify({ mineId: 'MANY', ...note, commandId: 'one' }),
      JSON.stringify({ mineId: 'MANY', ...note }),
    ];
    const answer = await server.post('/v1/events', `${lines.join('\n')}\n\n`, { as: inspector, headers: ndjson });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const outcomes = answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(outcomes.map(({ line, status, duplicate, problem }) => [line, status, duplicate ?? problem.type])).toEqual([
      [1, 201, false],
      [2, 400, 'malformed'],
      [3, 404, 'not-found'],
      [4, 409, 'illegal-transition'],
      [5, 201, true],
      [6, 422, 'invalid'],
    ]);
  });

  test('to one mine are stored in the order of the lines', async () => {
    await givenMine(server, 'ORDERED');
    const texts = Array.from({ length: 200 }, (_, index) => `Note ${index}.`);
    const lines = texts.map((text) =>
      JSON.stringify({ mineId: 'ORDERED', type: 'NoteAdded', data: { text, visibility: 'owner' }, commandId: text }),
    );
    await server.post('/v1/events', lines.join('\n'), { as: inspector, headers: ndjson });
    const { body } = await server.get('/v1/mines/ORDERED/events?limit=500', { as: inspector });
    const history = z.object({ items: z.array(z.object({ data: z.looseObject({}) })) }).parse(body).items;
    expect(history.slice(1).map(({ data }) => data.text)).toEqual(texts);
  });

  test('are not taken when they are too many', async () => {
    const answer = await server.post('/v1/events', '{}\n'.repeat(10_001), { as: inspector, headers: ndjson });
    expect([answer.status, answer.body.type]).toEqual([413, 'too-large']);
  });
});

test('a procedure is read by its name, and an unknown one is not found', async () => {
  const { body } = await server.get('/v1/procedures/rectification@1', { as: analyst });
  expect(body).toMatchObject({ id: 'rectification', version: 1, zone: 'Asia/Shanghai' });
  expect((await server.get('/v1/procedures/rectification@99', { as: analyst })).status).toBe(404);
});

test('the read side is built anew while it is read, and says the same afterwards', async () => {
  const as = await server.signIn({ role: 'admin' });
  const before = await server.get('/v1/mines?limit=500', { as: analyst });
  expect((await server.get('/v1/rebuild', { as })).body).toMatchObject({ state: 'none' });
  const begun = await server.ask('/v1/rebuild', { method: 'POST', headers: { Authorization: `Bearer ${as}` } });
  expect([begun.status, begun.body]).toMatchObject([202, { state: 'running', events: 0, share: 0, detail: null }]);
  let rebuild = begun;
  while (rebuild.body.state === 'running') rebuild = await server.get('/v1/rebuild', { as });
  expect(rebuild.body).toMatchObject({ state: 'done', events: expect.any(Number), share: 1, detail: null });
  expect(rebuild.body.events).toBeGreaterThan(0);
  const after = await server.get('/v1/mines?limit=500', { as: analyst });
  expect(mineIdsIn(after)).toEqual(mineIdsIn(before));
});

describe('why an event is refused', () => {
  const next = z.object({
    refused: z.array(z.looseObject({ type: z.string(), path: z.array(z.looseObject({})).nullish() })),
  });
  const refusedIn = ({ body }: Answer) => next.parse(body).refused;

  test('is answered with the way there when asked for, and of a shut mine unasked with that to reopening', async () => {
    const mineId = 'FAR-1';
    await givenMine(server, mineId);
    await givenClosed(server, mineId);
    const asked = await server.get(`/v1/mines/${mineId}/next?whyNot=RequirementReturned`, { as: inspector });
    expect(refusedIn(asked).filter((event) => 'pathSearch' in event)).toEqual([
      {
        type: 'RequirementReturned',
        reasons: expect.any(Array),
        path: [
          { type: 'EvidenceSubmitted', role: 'owner', for: 'LICENCES' },
          { type: 'RequirementReturned', role: 'licensing', for: 'LICENCES' },
        ],
        pathSearch: 'found',
      },
    ]);
    const unasked = await server.get(`/v1/mines/${mineId}/next`, { as: inspector });
    expect(refusedIn(unasked).find(({ type }) => type === 'ReopeningAuthorised')?.path).toHaveLength(10);
  });

  test('is not told where it does not concern the caller, and not asked of what is no event', async () => {
    const mineId = 'FAR-2';
    await givenMine(server, mineId);
    await givenClosed(server, mineId);
    const owner = await server.signIn({ role: 'owner', mines: [mineId] });
    const assigning = await server.get(`/v1/mines/${mineId}/next?whyNot=CaseAssigned`, { as: owner });
    expect(assigning.status).toBe(200);
    expect(JSON.stringify(assigning.body)).not.toContain('CaseAssigned');
    const nothing = await server.get(`/v1/mines/${mineId}/next?whyNot=Nothing`, { as: inspector });
    expect(nothing).toMatchObject({
      status: 400,
      body: { detail: 'The query is wrong. whyNot: must be an event type.' },
    });
  });
});
