import { rmSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { keptFiles } from '../src/kept-files.ts';
import { givenServer, temporaryFolder } from './given.ts';

const path = '/v1/seen';

test('what an owner saw is kept for them alone, and nothing becomes unseen by an older device', async () => {
  await using server = await givenServer();
  const mines = ['XJ-1', 'XJ-2'];
  const [owner, other] = await Promise.all(
    ['op-1', 'op-2'].map((actor) => server.signIn({ role: 'owner', actor, mines })),
  );
  const seenBy = async (as: string | undefined) => (await server.get(path, { as })).body.seen;
  expect(await seenBy(owner)).toEqual({});
  expect((await server.post(path, { 'XJ-1': 7 }, { as: owner })).body).toEqual({ seen: { 'XJ-1': 7 } });
  expect((await server.post(path, { 'XJ-1': 4, 'XJ-2': 0 }, { as: owner })).body.seen).toEqual({
    'XJ-1': 7,
    'XJ-2': 0,
  });
  expect(await seenBy(owner)).toEqual({ 'XJ-1': 7, 'XJ-2': 0 });
  expect(await seenBy(other)).toEqual({});
});

test('of mines that are not theirs nothing is kept, and what is no revision is refused', async () => {
  await using server = await givenServer();
  const owner = await server.signIn({ role: 'owner', actor: 'op-1', mines: ['XJ-1'] });
  expect((await server.post(path, { 'XJ-1': 1, 'GZ-9': 3 }, { as: owner })).body).toEqual({ seen: { 'XJ-1': 1 } });
  for (const wrong of [{ 'XJ-1': -1 }, { 'XJ-1': 'all' }, { 'a mine': 1 }, ['XJ-1']])
    expect((await server.post(path, wrong, { as: owner })).status).toBe(422);
  const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`XJ-${at}`, 1]));
  expect((await server.post(path, many, { as: owner })).status).toBe(422);
});

test('it outlasts the server, and a backup holds it', async () => {
  const place = { data: temporaryFolder(), store: 'memory:' };
  try {
    const first = await givenServer(place);
    const persona = { role: 'owner' as const, actor: '../../op', mines: ['XJ-1'] };
    await first.post(path, { 'XJ-1': 7 }, { as: await first.signIn(persona) });
    await first.close();
    const again = await givenServer(place);
    expect((await again.get(path, { as: await again.signIn(persona) })).body).toEqual({ seen: { 'XJ-1': 7 } });
    await again.close();
    const kept = keptFiles(place.data).map(({ path: file }) => file);
    expect(kept).toContainEqual(expect.stringMatching(/^people\/[0-9a-f]{64}\.seen\.json$/));
  } finally {
    rmSync(place.data, { recursive: true, force: true });
  }
});
