import { describe, expect, test } from '@jest/globals';
import { clientOf, collected, happened, idsIn, kindsOfAppend, ofTheUsers } from './given.ts';
import { startStandIn } from './index.ts';

describe.each(kindsOfAppend)('%s', (_, how) => {
  test('what is appended is read from its stream and from all, at positions beyond what a number holds', async () => {
    await using standIn = await startStandIn({ firstPosition: 2n ** 60n });
    await using client = clientOf(standIn.url);
    const events = [happened(), happened(), happened()];
    const appended = await client.appendToStream('mine-1', events, { ...how, streamState: 'no_stream' });
    expect(appended.nextExpectedRevision).toBe(2n);
    const stream = await collected(client.readStream('mine-1'));
    expect(stream.map(({ event }) => event)).toMatchObject(
      events.map(({ contentType: _, ...event }, revision) => ({ ...event, revision: BigInt(revision) })),
    );
    const all = await collected(client.readAll({ filter: ofTheUsers() }));
    expect(all.map(({ event }) => event?.id)).toEqual(events.map(({ id }) => id));
    expect(all.at(-1)?.event?.position).toEqual(appended.position);
    expect(appended.position?.commit).toBeGreaterThan(2n ** 60n);
  });

  test('an append is repeated without harm, at the revision it was first made at or at any', async () => {
    await using standIn = await startStandIn();
    await using client = clientOf(standIn.url);
    const events = [happened(), happened()];
    const first = await client.appendToStream('mine-1', events, { ...how, streamState: 'no_stream' });
    await client.appendToStream('mine-1', happened(), { ...how, streamState: 1n });
    expect(await client.appendToStream('mine-1', events, { ...how, streamState: 'no_stream' })).toEqual(first);
    expect(await client.appendToStream('mine-1', events, { ...how, streamState: 'any' })).toEqual(first);
    expect(await idsIn(client, 'mine-1')).toHaveLength(3);
  });

  test('at the current revision nobody looks at ids: the same events are stored twice', async () => {
    await using standIn = await startStandIn();
    await using client = clientOf(standIn.url);
    const event = happened();
    await client.appendToStream('mine-1', event, { ...how, streamState: 'no_stream' });
    await client.appendToStream('mine-1', event, { ...how, streamState: 0n });
    expect(await idsIn(client, 'mine-1')).toEqual([event.id, event.id]);
  });

  test('another expectation than what is there is refused, with what is there', async () => {
    await using standIn = await startStandIn();
    await using client = clientOf(standIn.url);
    const [first, second] = [happened(), happened()];
    const append = (
      streamState: bigint | 'no_stream' | 'stream_exists' | 'any',
      ...events: ReturnType<typeof happened>[]
    ) => client.appendToStream('mine-1', events, { ...how, streamState });
    await expect(append('stream_exists', first)).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await expect(append(0n, first)).rejects.toMatchObject({ expectedState: 0n, actualState: 'no_stream' });
    await append('no_stream', first, second);
    await expect(append('no_stream', happened())).rejects.toMatchObject({
      expectedState: 'no_stream',
      actualState: 1n,
    });
    await expect(append(0n, happened())).rejects.toMatchObject({
      expectedState: 0n,
      actualState: 1n,
      streamName: 'mine-1',
    });
    await expect(append(2n, happened())).rejects.toMatchObject({ expectedState: 2n, actualState: 1n });
    await expect(append('no_stream', first, happened())).rejects.toMatchObject({ actualState: 1n });
    await expect(append('no_stream', first, second, happened())).rejects.toMatchObject({ actualState: 1n });
    expect(await idsIn(client, 'mine-1')).toEqual([first.id, second.id]);
  });

  test('an append over the limit is refused whole', async () => {
    await using standIn = await startStandIn({ maxAppendSize: 200 });
    await using client = clientOf(standIn.url);
    const events = Array.from({ length: 20 }, () => happened());
    await expect(client.appendToStream('mine-1', events, { ...how, streamState: 'any' })).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
    expect(await idsIn(client, 'mine-1')).toEqual([]);
  });
});
