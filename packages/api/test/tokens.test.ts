import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { callerOf, mintToken, signingKey } from '../src/index.ts';
import { givenServer, type TestServer, temporaryFolder } from './given.ts';

let server: TestServer;
let key: Uint8Array;

beforeAll(async () => {
  server = await givenServer();
  key = signingKey(server.data);
});

afterAll(async () => server[Symbol.asyncDispose]());

const analyst = callerOf({ role: 'analyst' });

async function statusWith(token: string): Promise<number> {
  return (await server.get('/v1/mines', { as: token })).status;
}

/** A token that is right, but for what is changed. */
function token({
  alg = 'HS256',
  ...changes
}: {
  readonly alg?: string;
  readonly [claim: string]: unknown;
} = {}): SignJWT {
  const { id, ...rest } = analyst;
  const exp = Math.floor(Date.now() / 1000) + 3600;
  return new SignJWT({ ...rest, sub: id, iss: 'rectify-dev', aud: 'rectify', exp, ...changes }).setProtectedHeader({
    alg,
  });
}

describe('a token is accepted', () => {
  test('when it was signed with the key in the data folder', async () => {
    expect(await statusWith(await mintToken(key, analyst, { now: new Date().toISOString() }))).toBe(200);
  });

  test('from the dev sign-in, which answers who that is', async () => {
    const answer = await server.post('/v1/dev/session', { role: 'owner', actor: 'example-computing', mines: ['XJ-1'] });
    expect(answer.status).toBe(201);
    expect(answer.body.person).toEqual({
      id: 'example-computing',
      name: 'example-computing',
      role: 'owner',
      office: 'owner',
      regions: 'all',
      mines: ['XJ-1'],
    });
    expect(await statusWith(String(answer.body.token))).toBe(200);
  });
});

describe('a token is refused', () => {
  test('when it is not signed at all', async () => {
    const { id, ...rest } = analyst;
    const unsecured = new UnsecuredJWT(rest)
      .setSubject(id)
      .setIssuer('rectify-dev')
      .setAudience('rectify')
      .setExpirationTime('1h');
    expect(await statusWith(unsecured.encode())).toBe(401);
  });

  test('when it is signed with another key', async () => {
    expect(await statusWith(await token().sign(new Uint8Array(32)))).toBe(401);
  });

  test.each(['HS384', 'HS512'])('when it is signed with our key, but by %s', async (alg) => {
    expect(await statusWith(await token({ alg }).sign(key))).toBe(401);
  });

  test('when it brings a key pair of its own', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expect(await statusWith(await token({ alg: 'ES256' }).sign(privateKey))).toBe(401);
  });

  test('when it has expired', async () => {
    expect(await statusWith(await mintToken(key, analyst, { now: '2018-11-05T00:00:00Z' }))).toBe(401);
  });

  test('when it is for another audience', async () => {
    expect(await statusWith(await token({ aud: 'someone-else' }).sign(key))).toBe(401);
  });

  test('when it is of another issuer', async () => {
    expect(await statusWith(await token({ iss: 'someone-else' }).sign(key))).toBe(401);
  });

  test.each(['sub', 'role', 'office', 'regions', 'mines', 'name'])('when it does not say %s', async (claim) => {
    expect(await statusWith(await token({ [claim]: undefined }).sign(key))).toBe(401);
  });

  test.each([{ role: 'king' }, { regions: 'none' }, { mines: 'all' }, { regions: ['Xinjiang'] }])(
    'when it says %p',
    async (claims) => {
      expect(await statusWith(await token(claims).sign(key))).toBe(401);
    },
  );

  test('when it never expires', async () => {
    expect(await statusWith(await token({ exp: undefined }).sign(key))).toBe(401);
  });

  test.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer a b', 'Bearer a.b.c', 'bearer '])(
    'when the header is %p',
    async (header) => {
      const answer = await server.ask('/v1/mines', { headers: { Authorization: header } });
      expect(answer.status).toBe(401);
    },
  );

  test('and the answer says nothing about a right one', async () => {
    const answer = await server.get('/v1/mines', { as: await token().sign(new Uint8Array(32)) });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="rectify", error="invalid_token"');
    expect(answer.body.detail).toBe('The token is not valid here.');
  });
});

describe('the signing key', () => {
  test('is made once, for its owner alone', () => {
    const folder = temporaryFolder();
    const first = signingKey(folder);
    expect(signingKey(folder)).toEqual(first);
    expect(statSync(join(folder, 'keys', 'dev-tokens.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'keys', 'dev-tokens.key'), 'utf8')).toBe(
      `${Buffer.from(first).toString('base64url')}\n`,
    );
  });

  test('of another data folder signs nothing that is accepted here', async () => {
    const other = signingKey(temporaryFolder());
    expect(await statusWith(await mintToken(other, analyst, { now: new Date().toISOString() }))).toBe(401);
  });
});

test.each([{}, { role: 'king' }, { role: 'owner', mines: 'XJ-1' }, { role: 'owner', sub: 'me' }, []])(
  'the dev sign-in refuses %p',
  async (persona) => {
    expect((await server.post('/v1/dev/session', persona)).status).toBe(422);
  },
);

test('the personas offered are accepted as they are, owners of mines found by name among them', async () => {
  const inspector = await server.signIn({ role: 'inspector' });
  await server.post(
    '/v1/mines',
    {
      mineId: 'XJ-FOUND',
      name: 'Blue Valley',
      region: 'CN-XJ',
      operator: { id: 'op-7', name: 'Example Seven' },
      capacity: { amount: 1, unit: 'MW' },
    },
    { as: inspector },
  );
  await server.get('/v1/mines', { as: inspector, headers: { 'Rectify-After': '1' } });
  const { body } = await server.get('/v1/dev/personas?q=blue');
  const items = Array.isArray(body.items) ? body.items : [];
  expect(items.at(-1)).toMatchObject({ role: 'owner', actor: 'op-7', mines: ['XJ-FOUND'] });
  for (const { mine: _, ...persona } of items) {
    expect((await server.post('/v1/dev/session', persona)).status).toBe(201);
  }
});
