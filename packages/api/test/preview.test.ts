import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { previewAnswer } from '@rectify/projections';
import { z } from 'zod';
import { closureOrdered, givenClosed, givenMine, givenServer, mine, note, type TestServer } from './given.ts';

let server: TestServer;
let inspector: string;
let supervisor: string;

beforeAll(async () => {
  server = await givenServer();
  inspector = await server.signIn({ role: 'inspector' });
  supervisor = await server.signIn({ role: 'supervisor' });
});

afterAll(async () => server[Symbol.asyncDispose]());

const history = z.object({ items: z.array(z.object({ type: z.string(), eventId: z.string() })) });

async function idOf(mineId: string, type: string): Promise<string> {
  const { body } = await server.get(`/v1/mines/${mineId}/events?order=desc`, { as: inspector });
  return history.parse(body).items.find((event) => event.type === type)?.eventId ?? '';
}

const preview = (mineId: string, event: object | string, as = inspector) =>
  server.post(`/v1/mines/${mineId}/preview`, event, { as });

const correcting = (...corrections: object[]) => ({
  type: 'FactCorrected',
  data: { corrections, reason: 'The file says otherwise' },
});

describe('a preview', () => {
  test('shows before and after, and stores nothing', async () => {
    await givenMine(server, 'SHOWN');
    const { revision } = (await server.get('/v1/mines/SHOWN', { as: inspector })).body;
    const answer = await preview('SHOWN', closureOrdered);
    expect(answer.status).toBe(200);
    expect(previewAnswer.parse(answer.body)).toMatchObject({
      type: 'ClosureOrdered',
      needsApproval: true,
      possible: true,
      before: { status: 'operating', mayOperate: true },
      after: { status: 'closed', mayOperate: false, waitingOn: 'authority' },
      closures: [{ before: null, after: { cycle: 1, ongoing: true } }],
      changes: [{ type: 'ClosureOrdered', kind: 'added', before: null }],
    });
    expect((await server.get('/v1/mines/SHOWN', { as: inspector })).body).toMatchObject({
      revision,
      status: 'operating',
    });
  });

  test('of a correction lists what would no longer be possible and why, and what to void with it', async () => {
    await givenMine(server, 'VOIDED');
    await givenClosed(server, 'VOIDED');
    await server.post(
      '/v1/mines/VOIDED/events',
      { type: 'InspectionStarted', data: { inspectionId: 'I1' } },
      { as: inspector },
    );
    const order = { eventId: await idOf('VOIDED', 'ClosureOrdered'), void: true };
    const started = await idOf('VOIDED', 'InspectionStarted');
    const { dependents, ...refused } = previewAnswer.parse((await preview('VOIDED', correcting(order))).body);
    expect(refused).toMatchObject({
      possible: false,
      after: null,
      reasons: [{ code: 'would-become-impossible', about: started }],
      impossible: [{ event: { type: 'InspectionStarted', eventId: started }, reasons: [{ code: 'no-such-step' }] }],
    });
    expect(dependents).toEqual([{ eventId: started, void: true }]);
    const adopted = correcting(order, ...(dependents ?? []));
    expect(previewAnswer.parse((await preview('VOIDED', adopted)).body)).toMatchObject({
      possible: true,
      before: { status: 'closed' },
      after: { status: 'operating', cycle: 0, deadlines: [] },
      closures: [{ eventId: order.eventId, after: null }],
    });
    expect((await server.post('/v1/mines/VOIDED/events', correcting(order), { as: inspector })).status).toBe(409);
    expect((await server.post('/v1/mines/VOIDED/events', adopted, { as: inspector })).status).toBe(202);
  });

  test('tells of an event that is not possible why', async () => {
    await givenMine(server, 'RUNNING');
    const answer = await preview('RUNNING', { type: 'InspectionStarted', data: { inspectionId: 'I1' } });
    expect(previewAnswer.parse(answer.body)).toMatchObject({
      possible: false,
      reasons: [{ code: 'no-such-step' }],
      impossible: [],
      dependents: null,
    });
  });

  test('is refused as sending is for what was sent and for who sends it', async () => {
    await givenMine(server, 'REFUSED');
    const owner = await server.signIn({ role: 'owner', mines: ['REFUSED'] });
    const analyst = await server.signIn({ role: 'analyst' });
    const elsewhere = await server.signIn({ role: 'inspector', regions: ['CN-GZ'] });
    expect((await preview('REFUSED', note, owner)).status).toBe(403);
    expect((await preview('REFUSED', note, analyst)).status).toBe(403);
    expect((await preview('REFUSED', note, elsewhere)).status).toBe(403);
    expect((await preview('REFUSED', { type: 'ReopeningAuthorised', data: {} })).status).toBe(403);
    expect((await preview('NO-SUCH', note)).status).toBe(404);
    expect((await preview('REFUSED', { type: 'NoSuchEvent', data: {} })).body).toMatchObject({
      status: 422,
      type: 'unknown-event-type',
    });
    const wrong = await preview('REFUSED', { type: 'NoteAdded', data: { text: '' } }, supervisor);
    expect(wrong.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/data/text' }, { pointer: '/data/visibility' }],
    });
    const unknown = { eventId: '00000000-0000-4000-8000-000000000000', void: true };
    expect((await preview('REFUSED', correcting(unknown))).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/data/corrections/0/eventId' }],
    });
    expect((await preview('REFUSED', '{"type":')).status).toBe(400);
  });
});

test('the effective history holds what counts, in the order in which it happened', async () => {
  const registered = { occurredAt: '2018-11-01T00:00:00+08:00' };
  await server.post('/v1/mines', { ...mine('EFFECTIVE'), ...registered }, { as: inspector });
  await server.post(
    '/v1/mines/EFFECTIVE/events',
    { ...note, occurredAt: '2018-11-09T00:00:00+08:00' },
    { as: inspector },
  );
  const noteId = await idOf('EFFECTIVE', 'NoteAdded');
  const statement = { type: 'NoteAdded', data: { text: 'Earlier.', visibility: 'owner' } };
  await server.post(
    '/v1/mines/EFFECTIVE/events',
    { ...statement, occurredAt: '2018-11-03T00:00:00+08:00' },
    { as: inspector },
  );
  const read = async (query: string, as = inspector) => {
    const { status, body } = await server.get(`/v1/mines/EFFECTIVE/events?${query}`, { as });
    return { status, texts: JSON.stringify(body).match(/"(Seen|Earlier)\."/g) };
  };
  expect(await read('')).toEqual({ status: 200, texts: ['"Seen."', '"Earlier."'] });
  expect(await read('view=effective')).toEqual({ status: 200, texts: ['"Earlier."', '"Seen."'] });
  expect(await read('view=effective&order=desc&limit=1')).toEqual({ status: 200, texts: ['"Seen."'] });
  expect((await read('view=other')).status).toBe(400);
  const requested = await server.post('/v1/mines/EFFECTIVE/events', correcting({ eventId: noteId, void: true }), {
    as: inspector,
  });
  const { approvalId } = z.object({ approvalId: z.string() }).parse(requested.body.approval);
  await server.post(
    '/v1/mines/EFFECTIVE/events',
    { type: 'ApprovalGranted', data: { approvalId } },
    { as: supervisor },
  );
  expect((await read('view=effective')).texts).toEqual(['"Earlier."']);
  expect((await read('view=recorded')).texts).toEqual(['"Seen."', '"Earlier."']);
  const owner = await server.signIn({ role: 'owner', mines: ['EFFECTIVE'] });
  expect((await read('view=effective', owner)).texts).toEqual(['"Earlier."']);
});
