import { describe, expect, test } from '@jest/globals';
import { clientOf, collected, happened, idsIn, kindsOfAppend, single } from './given.ts';
import { type StandIn, startStandIn } from './index.ts';

async function isHeld({ control }: StandIn): Promise<void> {
  while ((await control.report()).held === 0) await new Promise(setImmediate);
}

const unavailable = { type: 'unavailable' };
const notLeader = (standIn: StandIn) => {
  const [{ host, port } = { host: '', port: 0 }] = standIn.nodes;
  return { type: 'not-leader', leader: { address: host, port } };
};

describe.each(kindsOfAppend)('%s', (kind, options) => {
  const timedOut = { type: kind === 'Append' ? 'unknown' : 'deadline-exceeded' };

  test.each([
    { how: 'refuse', outcome: 'is not there', error: () => unavailable },
    { how: 'not-leader', outcome: 'is not there', error: notLeader },
    { how: 'cut-before', outcome: 'is not there', error: () => unavailable },
    { how: 'cut-after', outcome: 'is there', error: () => unavailable },
    { how: 'time-out', outcome: 'is there', error: () => timedOut },
  ] as const)('after $how an append $outcome, and can be repeated', async ({ how, error, outcome }) => {
    await using standIn = await startStandIn();
    await using client = clientOf(standIn.url);
    const event = happened();
    await standIn.control.misbehave({ call: 'append', how });
    const append = () => client.appendToStream('mine-1', event, { ...options, streamState: 'no_stream' });
    await expect(append()).rejects.toMatchObject(error(standIn));
    expect(await standIn.control.report()).toMatchObject({ struck: 1, pending: 0 });
    expect(await idsIn(client, 'mine-1')).toEqual(outcome === 'is there' ? [event.id] : []);
    await expect(append()).resolves.toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await idsIn(client, 'mine-1')).toEqual([event.id]);
  });

  test('an answer that is held comes when it is released; the append is there before', async () => {
    await using standIn = await startStandIn();
    await using client = clientOf(standIn.url);
    const event = happened();
    await standIn.control.misbehave({ call: 'append', how: 'hold' });
    let answered = false;
    const append = client.appendToStream('mine-1', event, { ...options, streamState: 'no_stream' }).then(() => {
      answered = true;
    });
    await isHeld(standIn);
    expect(await idsIn(client, 'mine-1')).toEqual([event.id]);
    expect(answered).toBe(false);
    await standIn.control.release();
    await append;
  });
});

test('an answer that is delayed longer than the client waits leaves the append there', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  const event = happened();
  await standIn.control.misbehave({ call: 'append', how: 'delay', milliseconds: 600_000 });
  const append = client.appendToStream('mine-1', event, { ...single, streamState: 'no_stream', deadline: 100 });
  await expect(append).rejects.toMatchObject({ type: 'deadline-exceeded' });
  expect(await idsIn(client, 'mine-1')).toEqual([event.id]);
});

test('when a shared call is cut, what was committed on it meanwhile is not acknowledged either', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  await standIn.control.misbehave({ call: 'append', how: 'hold' });
  await standIn.control.misbehave({ call: 'append', how: 'cut-before' });
  const [committed, lost] = [happened(), happened()];
  const append = (event: ReturnType<typeof happened>) =>
    client.appendToStream(`mine-${event.id}`, event, { streamState: 'no_stream' });
  const first = append(committed).catch((error: unknown) => error);
  await isHeld(standIn);
  await expect(append(lost)).rejects.toMatchObject(unavailable);
  expect(await first).toMatchObject(unavailable);
  expect(await idsIn(client, 'mine-')).toEqual([committed.id]);
});

test.each([
  { how: 'refuse', error: () => unavailable },
  { how: 'not-leader', error: notLeader },
  { how: 'cut-before', error: () => ({ name: 'Error' }) },
  { how: 'cut-after', error: () => ({ name: 'Error' }) },
  { how: 'time-out', error: () => ({ name: 'Error' }) },
] as const)('after $how a read fails, and the next one gives everything', async ({ how, error }) => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  const events = [happened(), happened(), happened()];
  await client.appendToStream('mine-1', events, { streamState: 'no_stream' });
  await standIn.control.misbehave({ call: 'read', how });
  await expect(collected(client.readStream('mine-1'))).rejects.toMatchObject(error(standIn));
  expect(await standIn.control.report()).toMatchObject({ struck: 1, pending: 0 });
  expect(await collected(client.readStream('mine-1'))).toHaveLength(3);
});

test('faults that are taken back strike no one', async () => {
  await using standIn = await startStandIn();
  await using client = clientOf(standIn.url);
  await standIn.control.misbehave({ call: 'append', how: 'refuse', times: 3 });
  await standIn.control.behave();
  await client.appendToStream('mine-1', happened(), { streamState: 'no_stream' });
  expect(await standIn.control.report()).toMatchObject({ struck: 0, pending: 0 });
});
