import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventTypes, strict1 } from '@rectify/engine';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { routes } from '../src/routes/rights.ts';
import { closureOrdered, givenClosed, givenMine, givenServer, type TestServer } from './given.ts';

const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.unknown()),
  responses: z.record(z.string(), z.unknown()),
});

const openApi = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** With working days that are known in every year. */
const anotherProcedure = { ...strict1, calendar: { base: 'weekdays', years: [] } };

let server: TestServer;
let document: z.infer<typeof openApi>;

beforeAll(async () => {
  server = await givenServer();
  document = openApi.parse((await server.get('/v1/openapi.json')).body);
});

afterAll(async () => server[Symbol.asyncDispose]());

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect({ valid, version: validator.version }).toEqual({ valid: true, version: '3.1' });
  });

  test('describes every route there is, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
    );
    const existing = Object.entries(routes).map(
      ([name, { method, path }]) => `${name}: ${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.toSorted()).toEqual(existing.toSorted());
  });

  test('has the data of every event type', () => {
    const missing = eventTypes.filter((type) => !Object.hasOwn(document.components.schemas, `${type}Data`));
    expect(missing).toEqual([]);
  });

  test('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(0);
    const dangling = references.filter(
      (name) => name === undefined || !Object.hasOwn(document.components.schemas, name),
    );
    expect(dangling).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('#/$defs/');
  });

  test('says of each route that needs a token what happens without one', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const silent = operations.filter(
      ({ security, responses }) => security.length > 0 && !Object.hasOwn(responses, '401'),
    );
    expect(silent).toEqual([]);
  });
});

describe('answers are as the document says', () => {
  test.each(['/v1/mines', '/v1/mine-counts', '/v1/closures', '/v1/closures/statistics?groupBy=region', '/v1/system'])(
    'of %s',
    async (path) => {
      await conforms(path.split('?')[0] ?? path, 'get', await server.get(path, { as: await withMine() }));
    },
  );

  test.each(['/v1/procedures', '/v1/procedures/{id}', '/v1/procedures/{id}/{version}'])('of %s', async (path) => {
    const asked = path.replace('{id}', 'rectification').replace('{version}', '1');
    await conforms(path, 'get', await server.get(asked, { as: await withMine() }));
  });

  test.each(['/v1/procedures/check', '/v1/procedures/preview'])('of a draft sent to %s', async (path) => {
    await withMine();
    const as = await server.signIn({ role: 'supervisor' });
    await conforms(path, 'post', await server.post(path, { procedure: anotherProcedure }, { as }));
  });

  test('of a procedure that was published, and of one that was refused', async () => {
    const as = await server.signIn({ role: 'admin' });
    for (const procedure of [anotherProcedure, { ...anotherProcedure, zone: 'Asia/Atlantis' }])
      await conforms('/v1/procedures', 'post', await server.post('/v1/procedures', { procedure }, { as }));
  });

  test.each(['/v1/mines/{mineId}', '/v1/mines/{mineId}/events', '/v1/mines/{mineId}/next'])('of %s', async (path) => {
    const as = await withMine();
    await conforms(path, 'get', await server.get(path.replace('{mineId}', 'XJ-1'), { as }));
  });

  test('of an event that was sent, and of a request', async () => {
    const as = await withMine();
    await givenMine(server, 'XJ-2');
    const path = '/v1/mines/{mineId}/events';
    await conforms(path, 'post', await server.post('/v1/mines/XJ-2/events', closureOrdered, { as }));
    const note = { type: 'NoteAdded', data: { text: 'Seen.', visibility: 'owner' } };
    await conforms(path, 'post', await server.post('/v1/mines/XJ-2/events', note, { as }));
  });

  test('of what counts of a history, and of previews of what is possible and what is not', async () => {
    const as = await withMine();
    const events = '/v1/mines/{mineId}/events';
    const history = await server.get('/v1/mines/XJ-1/events?view=effective', { as });
    await conforms(events, 'get', history);
    const { items } = z
      .object({ items: z.array(z.object({ type: z.string(), eventId: z.string() })) })
      .parse(history.body);
    const started = { type: 'InspectionStarted', data: { inspectionId: 'I1' } };
    await server.post('/v1/mines/XJ-1/events', started, { as });
    const eventId = items.find(({ type }) => type === 'ClosureOrdered')?.eventId;
    for (const correction of [
      { eventId, patch: { number: '1' } },
      { eventId, void: true },
    ]) {
      const data = { corrections: [correction], reason: 'As the file says' };
      const preview = await server.post('/v1/mines/XJ-1/preview', { type: 'FactCorrected', data }, { as });
      expect(preview.status).toBe(200);
      await conforms('/v1/mines/{mineId}/preview', 'post', preview);
    }
  });

  test('of a refusal', async () => {
    const as = await withMine();
    await conforms(
      '/v1/mines/{mineId}/events',
      'post',
      await server.post('/v1/mines/XJ-1/events', closureOrdered, { as }),
    );
  });
});

async function withMine(): Promise<string> {
  const as = await server.signIn({ role: 'inspector' });
  if ((await server.get('/v1/mines/XJ-1', { as })).status === 404) {
    await givenMine(server, 'XJ-1');
    await givenClosed(server, 'XJ-1');
  }
  return as;
}

const content = z.looseObject({
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })),
});

/** Checks an answer against the schema that the document has for its status. */
async function conforms(
  path: string,
  method: string,
  answer: { status: number; headers: Headers; body: unknown },
): Promise<void> {
  const described = content.parse(document.paths[path]?.[method]?.responses[answer.status]);
  const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = described.content[mediaType]?.schema;
  expect(schema).toBeDefined();
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile({
    ...schema,
    components: document.components,
  });
  check(answer.body);
  expect(check.errors ?? []).toEqual([]);
}
