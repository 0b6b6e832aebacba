import { FORWARDS, NO_STREAM, START } from '@kurrent/kurrentdb-client';
import { z } from 'zod';
import { StoreUnusable } from '../errors.ts';
import type { AppendingNeeds } from './appending.ts';
import type { Connection } from './connection.ts';
import { isMissingStream } from './failure.ts';
import { type PatienceOptions, patience, patiently } from './patience.ts';
import { isKnown, type LogPosition } from './positions.ts';

/** Where and how the id of a store is kept. */
export interface StoreIdNeeds {
  readonly connection: Connection;
  /** The stream that names the store, outside of what readers see. */
  readonly identity: string;
  readonly options: PatienceOptions;
}

const Named = z.object({ storeId: z.string().min(1) });

/** A store by its id, and where in the log it begins: none of its events is before. */
export interface NamedStore {
  readonly storeId: string;
  readonly beginning: LogPosition;
}

/**
 * The name of a store: what the event of its own stream says; undefined when there is none.
 * @throws StoreUnusable when the server is too old, or something else stands there
 * @throws StoreUnavailable, StoreClosed
 */
export function readName(needs: StoreIdNeeds): Promise<NamedStore | undefined> {
  return patiently(needs.options, () => nameIn(needs));
}

/**
 * The name of a store; gives it one when it has none, before anything else is stored. Of several nodes that begin at the same time one names the store, all agree.
 * @throws StoreUnusable, StoreUnavailable, StoreClosed
 */
export async function giveName(
  needs: StoreIdNeeds & Pick<AppendingNeeds, 'appends'>,
  newStoreId: () => string,
  newId: () => string,
): Promise<NamedStore> {
  const { connection, identity, options, appends } = needs;
  const time = patience(options);
  for (;;) {
    const named = await patiently(options, () => nameIn(needs), time);
    if (named) return named;
    try {
      const event = {
        id: newId(),
        contentType: 'application/json',
        type: 'StoreNamed',
        data: { storeId: newStoreId() },
        metadata: undefined,
      } as const;
      await time.once(
        () => connection.appendToStream(identity, [event], { streamState: NO_STREAM, requiresLeader: true }),
        appends,
      );
    } catch (error) {
      // Another node may have been first, or the answer was lost: the stream tells.
      if (!(await patiently(options, () => nameIn(needs), time))) await time.pauseAfter(error);
    }
  }
}

async function nameIn({ connection, identity }: StoreIdNeeds): Promise<NamedStore | undefined> {
  const read = connection.readStream(identity, {
    requiresLeader: true,
    fromRevision: START,
    direction: FORWARDS,
    maxCount: 1,
  });
  try {
    for await (const { event } of read) {
      const named = Named.safeParse(event?.data);
      if (!event || !named.success)
        throw new StoreUnusable(`Stream \`${identity}\` does not name an event store of Rectify.`);
      if (!isKnown(event.position))
        throw new StoreUnusable('The server does not tell positions when it reads a stream: it is too old.');
      return { storeId: named.data.storeId, beginning: event.position };
    }
  } catch (error) {
    if (!isMissingStream(error)) throw error;
  }
  return undefined;
}
