import { expect, test } from '@jest/globals';
import { clientOf, collected, happened } from './given.ts';
import { startStandIn } from './index.ts';

test('over TLS both halves of the client come in, with the right password only', async () => {
  await using standIn = await startStandIn({ nodes: 2, tls: true, users: { admin: 'changeit' } });
  await using client = clientOf(standIn.url);
  await client.appendToStream('mine-1', happened(), { streamState: 'no_stream' });
  expect(await collected(client.readStream('mine-1'))).toHaveLength(1);
  await using stranger = clientOf(standIn.url.replace('changeit', 'guessed'));
  const append = stranger.appendToStream('mine-1', happened(), { streamState: 'any' });
  await expect(append).rejects.toMatchObject({ type: 'access-denied' });
  await expect(collected(stranger.readStream('mine-1'))).rejects.toMatchObject({ type: 'access-denied' });
});
