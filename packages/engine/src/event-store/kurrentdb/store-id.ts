import { BACKWARDS, END, NO_STREAM } from '@kurrent/kurrentdb-client';
import { z } from 'zod';
import { StoreUnusable } from '../errors.ts';
import type { Connection } from './connection.ts';
import { isMissingStream } from './failure.ts';
import { type PatienceOptions, patience, patiently } from './patience.ts';
import { isKnown } from './positions.ts';

/** Where and how the id of a store is kept. */
export interface StoreIdNeeds {
  readonly connection: Connection;
  /** The stream that names the store, outside of what readers see. */
  readonly identity: string;
  readonly options: PatienceOptions;
}

const Named = z.object({ storeId: z.string().min(1) });

/**
 * The id of a store: what the last event of its own stream says.
 * @throws StoreUnusable when the server is too old, or something else stands there
 * @throws StoreUnavailable, StoreClosed
 */
export function readStoreId(needs: StoreIdNeeds): Promise<string | undefined> {
  return patiently(needs.options, () => storeIdIn(needs));
}

/**
 * The id of a store; gives it one when it has none. Of several nodes that begin at the same time one names the store, all agree.
 * @throws StoreUnusable, StoreUnavailable, StoreClosed
 */
export async function giveStoreId(needs: StoreIdNeeds, newStoreId: () => string, newId: () => string): Promise<string> {
  const { connection, identity, options } = needs;
  const time = patience(options);
  for (;;) {
    const named = await patiently(options, () => storeIdIn(needs), time);
    if (named !== undefined) return named;
    try {
      const event = {
        id: newId(),
        contentType: 'application/json',
        type: 'StoreNamed',
        data: { storeId: newStoreId() },
        metadata: undefined,
      } as const;
      await time.once(() =>
        connection.appendToStream(identity, [event], { streamState: NO_STREAM, requiresLeader: true }),
      );
    } catch (error) {
      // Another node may have been first, or the answer was lost: the stream tells.
      if (!(await patiently(options, () => storeIdIn(needs), time))) await time.pauseAfter(error);
    }
  }
}

async function storeIdIn({ connection, identity }: StoreIdNeeds): Promise<string | undefined> {
  const read = connection.readStream(identity, {
    requiresLeader: true,
    fromRevision: END,
    direction: BACKWARDS,
    maxCount: 1,
  });
  try {
    for await (const { event } of read) {
      const named = Named.safeParse(event?.data);
      if (!event || !named.success)
        throw new StoreUnusable(`Stream \`${identity}\` does not name an event store of Rectify.`);
      if (!isKnown(event.position))
        throw new StoreUnusable('The server does not tell positions when it reads a stream: it is too old.');
      return named.data.storeId;
    }
  } catch (error) {
    if (!isMissingStream(error)) throw error;
  }
  return undefined;
}
