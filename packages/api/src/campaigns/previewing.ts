import { eventForMany, type Rejection } from '@rectify/engine';
import {
  describeForeseen,
  type ForeseenCase,
  readCursor,
  type SelectedMine,
  tally,
  writeCursor,
} from '@rectify/projections';
import type { Caller } from '../auth/claims.ts';
import type { Problem } from '../problems.ts';
import { problemOf } from '../rejections.ts';
import { invalid } from '../requests/checked.ts';
import { type ActNeeds, campaignActedIn, readSideCaughtUp } from './act-needs.ts';
import { type BulkAction, foreseenMines } from './foreseen-mines.ts';
import type { PreviewAnswer } from './preview-answer.ts';
import type { SentPreview } from './sent-to-many.ts';

/** The most mines that one further page looks at; it may then hold fewer cases than asked for, and still have a next one. */
const LOOKED_AT = 2_000;

/** How a page of foreseen cases is cut. */
interface Cut {
  readonly limit: number;
  readonly isShown: (mine: SelectedMine) => boolean;
  readonly now: string;
}

/** A page of foreseen cases and, where there may be more, the mine after which they come. */
interface Page {
  readonly items: ForeseenCase[];
  readonly last?: string | undefined;
}

/**
 * Shows what a bulk action would come to: the counts of all cases, by group, and a page of them, with a token to act on exactly that.
 * With a cursor, a further page of the cases as they are by then.
 * @throws Problem, InvalidCursor, ForeignCursor
 */
export async function previewMany(
  needs: ActNeeds,
  campaignId: string,
  { query, event: sent, outcome: groups, limit, cursor }: SentPreview,
  caller: Caller,
): Promise<PreviewAnswer> {
  const campaign = await campaignActedIn(needs, campaignId, caller);
  const now = needs.clock();
  const event = eventForMany(campaign, sent, now);
  if ('code' in event) throw withinEvent(event);
  const action = { campaign, query, event, caller };
  await readSideCaughtUp(needs);
  const { storeId, position: at } = needs.projector.database();
  const position = at() ?? '';
  const list = { store: storeId, of: `preview/${campaignId}` };
  const next = ({ last }: Page) => (last === undefined ? {} : { next: writeCursor({ ...list, now, after: [last] }) });
  const cut = {
    limit,
    isShown: ({ foreseen }: SelectedMine) => groups === undefined || groups.includes(foreseen.outcome),
    now,
  };
  if (cursor !== undefined) {
    const page = await furtherPage(needs, action, cut, String(readCursor(cursor, list).after[0]));
    return { items: page.items, ...next(page), position };
  }
  const { digest, counts, ...page } = await wholePreview(needs, action, cut);
  const shown = { campaignId, actor: caller.id, query, event, position, digest, ...counts };
  const signed =
    counts.count > 0 ? await needs.tokens.sign(shown, now, needs.newId()) : { token: null, expiresAt: null };
  return { ...counts, ...signed, items: page.items, ...next(page), position };
}

async function wholePreview(needs: ActNeeds, action: BulkAction, { limit, isShown, now }: Cut) {
  const total = tally();
  const items: ForeseenCase[] = [];
  let last: string | undefined;
  for await (const mines of await foreseenMines(needs, action, now)) {
    for (const mine of mines) {
      total.add(mine);
      if (!isShown(mine)) continue;
      if (items.length < limit) items.push(describeForeseen(mine));
      else last = items.at(-1)?.mineId;
    }
  }
  const { digest, ...counts } = total.result();
  return { digest, counts, items, last };
}

async function furtherPage(
  needs: ActNeeds,
  action: BulkAction,
  { limit, isShown, now }: Cut,
  after: string,
): Promise<Page> {
  const items: ForeseenCase[] = [];
  let lookedAt = 0;
  for await (const mines of await foreseenMines(needs, action, now, after)) {
    for (const mine of mines) {
      if (isShown(mine) && items.length >= limit) return { items, last: items.at(-1)?.mineId };
      if (isShown(mine)) items.push(describeForeseen(mine));
      lookedAt += 1;
      if (lookedAt >= LOOKED_AT) return { items, last: mine.folded.mine.mineId };
    }
  }
  return { items };
}

/** What is wrong with an event, as it stands within the body. */
function withinEvent(rejection: Extract<Rejection, { code: 'invalid' | 'unknown-event-type' }>): Problem {
  if (rejection.code === 'unknown-event-type') return problemOf(rejection);
  return invalid(rejection.faults.map(({ pointer, detail }) => ({ pointer: `/event${pointer}`, detail })));
}
