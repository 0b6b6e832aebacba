import type { EventStore, RecordedEvent } from '@rectify/engine';
import type { Projector } from '@rectify/projections';
import { z } from 'zod';

/** How long what was seen of the log is good for, in milliseconds. */
const BETWEEN_LOOKS = 1_000;

/** How far the read side is behind the log. */
export interface Lag {
  /**
   * When the oldest event that is not folded was recorded, and so up to when lists tell everything; undefined when all is folded. While folding goes on, not up
   * to date by a second at most, but never said of what is folded by now.
   */
  behindSince(): Promise<string | undefined>;
}

const recorded = z.object({ recordedAt: z.iso.datetime({ offset: true }) });

/** The oldest event that was not folded when the log was last looked at. */
interface Oldest extends Pick<RecordedEvent, 'position'> {
  readonly since: string;
}

/** Compares a read side with its log. An event that does not say when it was recorded counts from when it was first seen here. */
export function lagOf({
  store,
  projector,
  clock,
}: {
  readonly store: Pick<EventStore, 'readAll' | 'compare'>;
  readonly projector: Pick<Projector, 'state'>;
  readonly clock: () => string;
}): Lag {
  let oldest: Oldest | undefined;
  let looking: { readonly at: number; readonly done: Promise<void> } | undefined;

  async function look(): Promise<void> {
    const { position } = projector.state();
    for await (const [event] of store.readAll({ ...(position !== null && { after: position }), limit: 1 })) {
      if (event && event.position !== oldest?.position) oldest = { position: event.position, since: sinceOf(event) };
      return;
    }
    oldest = undefined;
  }

  function sinceOf({ metadata }: RecordedEvent): string {
    const known = recorded.safeParse(metadata);
    return known.success ? known.data.recordedAt : clock();
  }

  return {
    async behindSince() {
      // One that stands still falls behind with the next append, and does not catch up by itself.
      const standsStill = projector.state().state !== 'running';
      if (!looking || standsStill || performance.now() - looking.at > BETWEEN_LOOKS) {
        // A store that cannot be read has its own place in the health of a node; what was seen last stands.
        looking = { at: performance.now(), done: look().catch(() => {}) };
      }
      await looking.done;
      const { position } = projector.state();
      if (oldest && (position === null || store.compare(position, oldest.position) < 0)) return oldest.since;
      return undefined;
    },
  };
}

/** How many seconds ago the oldest event was recorded that is not folded; 0 when all is. */
export async function secondsBehind(lag: Lag, clock: () => string): Promise<number> {
  const since = await lag.behindSince();
  return since === undefined ? 0 : Math.max(0, Date.parse(clock()) - Date.parse(since)) / 1000;
}
