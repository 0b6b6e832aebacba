import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { clientOf, collected, eventually, happened, idsIn, ofTheUsers } from './given.ts';
import { type StandIn, startStandIn } from './index.ts';

const urlOf = (standIn: StandIn, node: number) => {
  const address = standIn.nodes[node];
  return `kurrentdb://${address?.host}:${address?.port}?tls=false&nodePreference=${node === 0 ? 'leader' : 'follower'}`;
};

test.each(['url', 'discoverUrl'] as const)('by its %s a client finds the node that leads', async (which) => {
  await using standIn = await startStandIn({ nodes: 3 });
  await standIn.control.elect({ node: 2 });
  await standIn.control.misbehave({ call: 'append', how: 'refuse', node: 2 });
  await using client = clientOf(standIn[which]);
  const append = () => client.appendToStream('mine-1', happened(), { streamState: 'any', requiresLeader: true });
  await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
  await append();
  expect(await idsIn(client, 'mine-1')).toHaveLength(1);
});

test('a follower says who leads when that is wanted, and else passes the append on', async () => {
  await using standIn = await startStandIn({ nodes: 3 });
  await using indifferent = clientOf(urlOf(standIn, 1));
  await using particular = clientOf(urlOf(standIn, 1));
  await indifferent.appendToStream('mine-1', happened(), { streamState: 'no_stream' });
  const append = () => particular.appendToStream('mine-1', happened(), { streamState: 0n, requiresLeader: true });
  await expect(append()).rejects.toMatchObject({ type: 'not-leader', leader: { port: standIn.nodes[0]?.port } });
  await append();
  expect(await idsIn(indifferent, 'mine-1')).toHaveLength(2);
});

test('a follower that is held back answers from the past, and catches up', async () => {
  await using standIn = await startStandIn({ nodes: 2 });
  await using leader = clientOf(urlOf(standIn, 0));
  await using follower = clientOf(urlOf(standIn, 1));
  await leader.appendToStream('mine-1', happened(), { streamState: 'no_stream' });
  await standIn.control.holdBack({ node: 1 });
  await leader.appendToStream('mine-1', happened(), { streamState: 0n });
  expect(await collected(leader.readStream('mine-1'))).toHaveLength(2);
  expect(await collected(follower.readStream('mine-1'))).toHaveLength(1);
  expect(await idsIn(follower, 'mine-1')).toHaveLength(1);
  await expect(collected(follower.readStream('mine-1', { requiresLeader: true }))).rejects.toMatchObject({
    type: 'not-leader',
  });
  const [past] = await collected(leader.readAll({ filter: ofTheUsers() }));
  const subscription = follower.subscribeToAll({
    fromPosition: past?.event?.position ?? 'start',
    filter: ofTheUsers(),
  });
  await once(subscription, 'caughtUp');
  await standIn.control.letCatchUp({ node: 1 });
  const [{ event }] = await once(subscription, 'data');
  expect(event).toMatchObject({ streamId: 'mine-1', revision: 1n });
  expect(await collected(follower.readStream('mine-1'))).toHaveLength(2);
});

test('a node that is stopped is unavailable until it comes back at the same place', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  const append = () => client.appendToStream('mine-1', happened(), { streamState: 'any' });
  await append();
  expect(await idsIn(client, 'mine-1')).toHaveLength(1);
  await standIn.control.stopNode({ node: 0 });
  await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
  await expect(collected(client.readStream('mine-1'))).rejects.toThrow();
  await standIn.control.startNode({ node: 0 });
  await append();
  expect(await eventually(() => idsIn(client, 'mine-1'))).toHaveLength(2);
});

test('when the leader is gone the others time out until another one leads', async () => {
  await using standIn = await startStandIn({ nodes: 3 });
  await using client = clientOf(urlOf(standIn, 1));
  const append = () => client.appendToStream('mine-1', happened(), { streamState: 'any' });
  await append();
  await standIn.control.stopNode({ node: 0 });
  await expect(append()).rejects.toMatchObject({ type: 'deadline-exceeded' });
  expect(await idsIn(client, 'mine-1')).toHaveLength(1);
  await standIn.control.elect({ node: 1 });
  await append();
  expect(await idsIn(client, 'mine-1')).toHaveLength(2);
});
