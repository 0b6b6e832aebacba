import { type EventStore, officials } from '@rectify/engine';
import type { Asking, Reads } from '@rectify/projections';
import type { AppNeeds } from '../app-needs.ts';
import type { Recipient } from '../notifications/people.ts';
import type { Waiting } from './checkpoint.ts';
import { type DeadlineNeeds, deadlinesFor } from './deadlines.ts';
import { type LetterNeeds, type ToWrite, written } from './letter.ts';
import { type NewsNeeds, newsFor } from './news.ts';
import type { Delivery, Outgoing } from './outgoing.ts';
import type { MailKind } from './waiting.ts';

/** What it takes to write and send one mail. */
export interface MailingNeeds extends LetterNeeds, NewsNeeds, DeadlineNeeds, Pick<AppNeeds, 'people' | 'viewerOf'> {
  readonly outgoing: Outgoing;
  readonly store: Pick<EventStore, 'compare' | 'storeId'>;
  readonly reads: Pick<Reads, 'listMines' | 'mine'>;
}

/** What became of a mail that waited; `nothing`: there was nothing to tell, and nothing was sent. */
export type Mailed = Delivery | { readonly kind: 'nothing' };

/** Writes and sends what waits for somebody. What their rights are now is what counts. */
export async function mailed(
  recipient: Recipient,
  kind: MailKind,
  waiting: Waiting,
  now: string,
  needs: MailingNeeds,
): Promise<Mailed> {
  const content = await contentOf(recipient, kind, waiting, { viewer: needs.viewerOf(recipient.reader), now }, needs);
  if (content === undefined || content.about.length === 0) return { kind: 'nothing' };
  const delivery = await needs.outgoing.send(written({ recipient, kind, ...content, now }, needs));
  if (delivery.kind === 'refused')
    needs.people.refuse(recipient.reader.id, { address: recipient.email, said: delivery.said, at: now });
  return delivery;
}

async function contentOf(
  recipient: Recipient,
  kind: MailKind,
  { news, deadlines }: Waiting,
  asking: Asking,
  needs: MailingNeeds,
): Promise<Pick<ToWrite, 'about' | 'upTo'> | undefined> {
  if (kind === 'news')
    return (
      news && { about: await newsFor(recipient, news, asking, needs), upTo: `${needs.store.storeId}:${news.upTo}` }
    );
  return deadlines && { about: await deadlinesFor(recipient, deadlines.since, asking, needs), upTo: deadlines.day };
}

/** Whether somebody is to get mails of a kind: who wants none of it any more, or has another role now, is not. */
export function wants({ settings, reader }: Recipient, kind: MailKind): boolean {
  return settings[kind] && (reader.role === 'owner' || officials.includes(reader.role));
}
