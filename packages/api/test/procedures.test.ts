import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultProcedure, type Procedure, strict1 } from '@rectify/engine';
import { workingDays } from '../src/routes/working-days.ts';
import { givenClosed, givenMine, givenServer, type TestServer } from './given.ts';

let server: TestServer;
let admin: string;
let supervisor: string;

beforeAll(async () => {
  server = await givenServer();
  admin = await server.signIn({ role: 'admin' });
  supervisor = await server.signIn({ role: 'supervisor', actor: 'supervisor-2' });
  await givenMine(server, 'XJ-1');
  await givenClosed(server, 'XJ-1');
});

afterAll(async () => server[Symbol.asyncDispose]());

/** The strict procedure, whose working days are known in every year. */
const strict = (version: number, changes: Partial<Procedure> = {}): Procedure => ({
  ...strict1,
  calendar: { base: 'weekdays', years: [] },
  version,
  ...changes,
});
const publish = (body: unknown, headers: Record<string, string> = {}) =>
  server.post('/v1/procedures', body, { as: admin, headers });

describe('publishing', () => {
  test('puts a version in force for the cycles that begin, and leaves those that are open where they are', async () => {
    const published = await publish({ procedure: strict(1) });
    expect(published).toMatchObject({
      status: 201,
      body: { procedure: { name: 'strict@1', inForceIn: ['CN-GZ', 'CN-XJ'], openCycles: 0 }, duplicate: false },
    });
    expect(published.headers.get('location')).toBe('/v1/procedures/strict/1');
    const after = { 'Rectify-After': published.headers.get('rectify-position') ?? '' };
    const { body } = await server.get('/v1/procedures', { as: supervisor, headers: after });
    expect(body).toMatchObject({
      items: [
        { name: 'rectification@1', isDefault: true, inForceIn: [], openCycles: 1 },
        { name: 'strict@1', isDefault: false, inForceIn: ['CN-GZ', 'CN-XJ'], openCycles: 0 },
      ],
      unpublished: [],
    });
    expect((await server.get('/v1/mines/XJ-1', { as: supervisor })).body.procedure).toBe('rectification@1');
  });

  test('has one effect under one key, and never changes a version', async () => {
    const key = { 'Idempotency-Key': 'publishing-2' };
    const inForceFrom = '2090-01-01T00:00:00+08:00';
    expect((await publish({ procedure: strict(2), inForceFrom }, key)).body.duplicate).toBe(false);
    const again = await publish({ procedure: strict(2), inForceFrom }, key);
    expect([again.status, again.body.duplicate]).toEqual([201, true]);
    expect(again.body.procedure).toMatchObject({ inForceFrom, inForceIn: [] });
    expect(await publish({ procedure: strict(3) }, key)).toMatchObject({ status: 422, body: { type: 'key-reused' } });
    expect(await publish({ procedure: strict(2) })).toMatchObject({ status: 409, body: { type: 'procedure-exists' } });
  });

  test('is refused with everything that is wrong, each with a pointer into the body and a code', async () => {
    const wrong = strict(3, { zone: 'Asia/Atlantis', regions: ['CN-XJ', 'CN-XJ'] });
    expect(await publish({ procedure: wrong, note: '', by: 'me' })).toMatchObject({
      status: 422,
      body: {
        type: 'invalid',
        errors: [
          { pointer: '/note' },
          { pointer: '/by' },
          { pointer: '/procedure/zone', code: 'unknown-time-zone' },
          { pointer: '/procedure/regions/1', code: 'region-twice' },
        ],
      },
    });
    expect((await publish([])).status).toBe(422);
  });
});

describe('reading', () => {
  test('answers the rule set by its name or by id and version, and the versions of an id', async () => {
    const [byName, byVersion, byId] = await Promise.all(
      ['rectification@1', 'rectification/1', 'strict'].map((path) =>
        server.get(`/v1/procedures/${path}`, { as: supervisor }),
      ),
    );
    expect(byName?.body).toEqual(defaultProcedure);
    expect(byVersion?.body).toEqual(defaultProcedure);
    expect(byId?.body.items).toMatchObject([{ name: 'strict@1' }, { name: 'strict@2' }]);
  });

  test.each(['strict@9', 'strict/9', 'strict/nine', 'unheard-of'])('says of %s that it is not there', async (path) => {
    const answer = await server.get(`/v1/procedures/${path}`, { as: supervisor });
    expect(answer).toMatchObject({ status: 404, body: { type: 'unknown-procedure' } });
  });
});

describe('checking', () => {
  const check = (procedure: unknown) => server.post('/v1/procedures/check', { procedure }, { as: supervisor });

  test('says everything wrong with a draft, and whether its version exists', async () => {
    expect((await check(strict(7))).body).toEqual({ name: 'strict@7', exists: false, faults: [] });
    expect((await check(strict(1))).body).toEqual({ name: 'strict@1', exists: true, faults: [] });
    const [tax] = defaultProcedure.checks;
    expect((await check({ ...strict(7), checks: [{ ...tax, office: 'customs' }] })).body).toMatchObject({
      faults: [
        { pointer: '/checks/0/office', code: 'unknown-office' },
        { pointer: '/checks/0', code: 'check-nobody-can-record' },
      ],
    });
    expect((await check('nothing of the kind')).body).toMatchObject({ name: null, faults: [{ pointer: '' }] });
  });
});

describe('previewing', () => {
  const preview = (body: unknown) => server.post('/v1/procedures/preview', body, { as: supervisor });

  test('names the cases that moving them would change, for a draft and by name', async () => {
    for (const procedure of [strict(8), 'strict@1']) {
      const { status, body } = await preview({ procedure });
      expect({ status, ...body }).toMatchObject({
        status: 200,
        counts: { openCycles: 1, changes: 1, newlyUnmet: { FIRE_SAFETY: 1 } },
        items: [{ mineId: 'XJ-1', procedure: 'rectification@1', checks: { newlyUnmet: ['FIRE_SAFETY'] } }],
      });
    }
  });

  test('refuses a draft with faults, a name that there is not, and what it does not take', async () => {
    expect(await preview({ procedure: { ...strict(8), zone: 'x' } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/procedure/zone', code: 'unknown-time-zone' }] },
    });
    expect((await preview({ procedure: 'strict@99' })).body.type).toBe('unknown-procedure');
    expect((await preview({ procedure: 'strict@1', limit: 0 })).status).toBe(422);
    expect((await preview({ procedure: 'strict@1', cursor: 'x' })).status).toBe(400);
  });
});

describe('withdrawing', () => {
  const withdraw = (path: string, body: unknown = { reason: 'it was a mistake' }) =>
    server.post(`/v1/procedures/${path}/withdrawal`, body, { as: admin });

  test('lets no further cycle begin under a version', async () => {
    expect(await withdraw('strict/1')).toMatchObject({
      status: 201,
      body: { procedure: { name: 'strict@1', inForceIn: [], withdrawnBecause: 'it was a mistake' } },
    });
    expect((await server.get('/v1/procedures', { as: admin })).body.items).toMatchObject([
      { name: 'rectification@1', inForceIn: ['CN-GZ', 'CN-XJ'] },
      { name: 'strict@1', inForceIn: [] },
      { name: 'strict@2' },
    ]);
  });

  test('is refused for the default, for what is withdrawn already or unknown, and without a reason', async () => {
    expect(await withdraw('strict/1')).toMatchObject({ status: 409, body: { type: 'procedure-cannot-be-withdrawn' } });
    expect((await withdraw('rectification/1')).status).toBe(409);
    expect((await withdraw('strict/9')).body.type).toBe('unknown-procedure');
    expect(await withdraw('strict/2', {})).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
    expect((await withdraw('strict/2', [])).status).toBe(422);
  });
});

test('tells the working days of a month: holidays are none, worked weekends are, and of a year without calendar nothing is said', async () => {
  const month = (asked: string) =>
    server.get(`/v1/procedures/rectification/1/working-days?month=${asked}`, { as: supervisor });
  const october = workingDays.parse((await month('2018-10')).body).days;
  expect(october).toHaveLength(31);
  expect(october.filter(({ working }) => !working).map(({ day }) => Number(day.slice(8)))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 13, 14, 20, 21, 27, 28,
  ]);
  const september = workingDays.parse((await month('2018-09')).body).days;
  expect(september.find(({ day }) => day === '2018-09-30')).toEqual({ day: '2018-09-30', working: true });
  const unknown = workingDays.parse((await month('2199-02')).body).days;
  expect(unknown).toHaveLength(28);
  expect(unknown.every(({ working }) => working === null)).toBe(true);
  expect((await month('2018-13')).status).toBe(400);
});
