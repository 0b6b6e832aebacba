import type { Projector } from '@rectify/projections';
import { NotFolding } from '@rectify/projections';
import type { Request, Response } from 'express';
import type { Lag } from '../lag.ts';
import { Problem } from '../problems.ts';

/** How long a read waits for this node to come to the position it names, in milliseconds. */
const PATIENCE = 3_000;

/** How far the read side may be behind the log before answers say so, in milliseconds. */
const UNREMARKABLE = 5_000;

/** The header that says since when an answer from the read side lacks events. */
const RECTIFY_BEHIND_SINCE = 'Rectify-Behind-Since';

/** The read side as requests meet it. */
export interface ReadSide {
  /**
   * Waits until it has come as far as the request asks by `Rectify-After`: a position, as answers carry it, possibly with
   * the store id before it as in the ids of the live stream. An answer that lacks events older than five seconds says in
   * `Rectify-Behind-Since` when the first of them was recorded.
   * @throws Problem `not-yet-known` with Retry-After when it has not come there in time; `other-store` for a position of another store
   * @throws InvalidPosition
   */
  meet(request: Request, response: Response): Promise<void>;
}

/** The read side of a node. */
export function readSideOf({
  projector,
  storeId,
  lag,
  clock,
}: {
  readonly projector: Pick<Projector, 'waitFor'>;
  readonly storeId: string;
  readonly lag: Lag;
  readonly clock: () => string;
}): ReadSide {
  async function waitFor(header: string): Promise<void> {
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

  return {
    async meet(request, response) {
      const after = request.get('rectify-after');
      try {
        if (after !== undefined) await waitFor(after);
      } finally {
        const since = await lag.behindSince();
        if (since !== undefined && Date.parse(clock()) - Date.parse(since) > UNREMARKABLE)
          response.set(RECTIFY_BEHIND_SINCE, since);
      }
    },
  };
}
