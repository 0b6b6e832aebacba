import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { jsonEvent, KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';
import { type StandIn, startStandIn } from './index.ts';

const happened = (id = randomUUID()) =>
  jsonEvent({ id, type: 'Happened', data: { mine: '黑龙' }, metadata: { by: 'me' } });
const noSystemStreams = () => streamNameFilter({ regex: '^[^$]' });

async function collected<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

function clientOf(standIn: StandIn, url = standIn.url) {
  const client = KurrentDBClient.connectionString(url);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.dispose() });
}

test('what is appended is read from its stream and from all, at positions far beyond what a number holds', async () => {
  await using standIn = await startStandIn({ firstPosition: 2n ** 60n });
  await using client = clientOf(standIn);
  const events = [happened(), happened(), happened()];
  const { position, nextExpectedRevision } = await client.appendToStream('mine-1', events, {
    streamState: 'no_stream',
  });
  expect(nextExpectedRevision).toBe(2n);
  const stream = await collected(client.readStream('mine-1'));
  expect(stream.map(({ event }) => event)).toMatchObject(
    events.map(({ id, type, data, metadata }, revision) => ({ id, type, data, metadata, revision: BigInt(revision) })),
  );
  const all = await collected(client.readAll({ filter: noSystemStreams() }));
  expect(all.map(({ event }) => event?.id)).toEqual(events.map(({ id }) => id));
  expect(all.at(-1)?.event?.position).toEqual(position);
  expect(position?.commit).toBeGreaterThan(2n ** 60n);
});
