import { maySeeMine } from '@rectify/projections';
import { z } from 'zod';
import type { AppNeeds } from '../app-needs.ts';
import { noSuchCampaign } from '../campaigns/problem.ts';
import { readLiveCursor } from '../live/cursor.ts';
import { beginListening } from '../live/listener.ts';
import { createTelling } from '../live/telling.ts';
import type { Operation } from '../openapi/operation.ts';
import { noSuchMine } from '../requests/mine-id.ts';
import { readQuery, several } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

const liveQuery = z.strictObject({
  mine: several.optional().meta({ description: 'Only these mines' }),
  region: several.optional().meta({ description: 'Only mines that are in these regions now' }),
  campaign: several.optional().meta({
    description:
      'What happens in these campaigns, and how far their runs are; of mines then only with `mine` or `region`',
  }),
});

/** The longest time a timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The route that tells what happens as it happens. A stream ends when the sign-in does. */
export function liveRoutes(needs: AppNeeds): Pick<SignedInHandlers, 'followLive'> {
  const telling = createTelling(needs);
  return {
    followLive: async ({ request, response, caller, expiresAt }) => {
      const viewer = needs.viewerOf(caller);
      const { mine: mines, region: regions, campaign: campaigns } = readQuery(request, liveQuery);
      if (campaigns && viewer.kind === 'owner') throw noSuchCampaign();
      if (mines?.some((mineId) => !maySeeMine(viewer, mineId))) throw noSuchMine();
      const cursor = request.get('last-event-id');
      const after = cursor === undefined ? 'now' : await readLiveCursor(needs.store, cursor);
      if (request.method === 'HEAD') {
        response.status(200).type('text/event-stream').end();
        return;
      }
      const filters = { mines, regions, campaigns };
      const listener = beginListening(response);
      const left = expiresAt * 1000 - Date.parse(needs.clock());
      const timer = setTimeout(() => listener.end(), Math.min(Math.max(left, 0), LONGEST_TIMER)).unref();
      listener.onceGone(() => clearTimeout(timer));
      await needs.feed.follow({ listener, tell: (news) => telling.tell(news, viewer, filters) }, after);
    },
  };
}

/** What the documentation says of {@link liveRoutes}. */
export const liveOperations: Readonly<Record<'followLive', Operation>> = {
  followLive: {
    tag: 'Live',
    summary: 'Follow what happens',
    description:
      'Server-Sent Events: `event` is the event type, `id` a cursor, `data` the event as the caller may see it. Connect again with the last id as `Last-Event-ID` to miss nothing. Needs the token in the `Authorization` header, so read it with fetch rather than EventSource. The stream ends with the sign-in; a client that does not read is cut.',
    query: liveQuery,
    headers: ['Last-Event-ID'],
    answers: { 200: { description: 'A stream without end', mediaType: 'text/event-stream' } },
    problems: ['not-found', 'other-store'],
  },
};
