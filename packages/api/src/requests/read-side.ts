import type { Projector } from '@rectify/projections';
import { NotFolding } from '@rectify/projections';
import type { Request } from 'express';
import { Problem } from '../problems.ts';

/** How long a read waits for this node to come to the position it names, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Waits until the read side has come as far as the request asks by `Rectify-After`: a position, as answers carry it, possibly with
 * the store id before it as in the ids of the live stream.
 * @throws Problem `not-yet-known` with Retry-After when it has not come there in time; `other-store` for a position of another store
 * @throws InvalidPosition
 */
export async function waitForReadSide(request: Request, projector: Projector, storeId: string): Promise<void> {
  const header = request.get('rectify-after');
  if (header === undefined) return;
  const [, named, position = ''] = /^(?:(.+):)?([^:]*)$/.exec(header) ?? [];
  if (named !== undefined && named !== storeId) {
    throw new Problem('other-store', { detail: 'Rectify-After names a position of another event store.' });
  }
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    await projector.waitFor(position, patience);
  } catch (error) {
    if (!patience.aborted && !(error instanceof NotFolding)) throw error;
    throw new Problem('not-yet-known', {
      detail: `This node has not come to position ${position.slice(0, 40)} yet. Ask again in a moment.`,
      headers: { 'Retry-After': '1' },
    });
  }
}
