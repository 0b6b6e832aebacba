import type { EventAnswer, SentAnswer } from '../api/answers.ts';
import { request } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { refreshMine } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import { forgetDraft } from '../case/form/drafts.ts';
import { Unreadable } from '../documents/fingerprint.ts';
import { withDocuments } from '../documents/send-chosen.ts';
import type { Sending } from '../documents/send-document.ts';
import { byServerClock, clockAhead } from './device-clock.ts';
import { dropAct, type KeptAct, keepAct } from './kept-acts.ts';

/** What became of an act that was tried to send. */
export type Outcome =
  | { readonly kind: 'received'; readonly answer: SentAnswer }
  /** The server refuses it for what it is: sending the same again would not help. */
  | { readonly kind: 'refused'; readonly error: Problem }
  /** Nothing is known to be wrong with it: it is tried again. */
  | { readonly kind: 'waiting' }
  /** Its file is not on this device any more. */
  | { readonly kind: 'unreadable'; readonly error: Unreadable };

/** Answers that come right by themselves: nobody signed in, too many requests, a server that is busy or broken. */
function isPassing({ status }: Problem): boolean {
  return status === 401 || status === 408 || status === 429 || status >= 500;
}

let line: Promise<unknown> = Promise.resolve();
const underway = new Map<string, Promise<Outcome>>();

/**
 * Sends an act that is kept here: its documents first, then the events that name them, under its key. One is sent at a time, in the order of
 * calling; what became of it is kept. It happens once, however often it is sent, and by however many.
 */
export function sendAct(act: KeptAct, sending: Sending = {}): Promise<Outcome> {
  const known = underway.get(act.key);
  if (known) return known;
  const sent = line.then(() => trySending(act, sending)).finally(() => underway.delete(act.key));
  underway.set(act.key, sent);
  line = sent.catch(() => undefined);
  return sent;
}

async function trySending(kept: KeptAct, sending: Sending): Promise<Outcome> {
  let act = kept;
  try {
    act = await onTime(kept);
    const answer = await post(act, sending);
    await keepAct({ ...act, state: 'received', ...(answer.event && { receipt: receiptIn(answer.event) }) });
    if (!answer.event) await dropAct(act.key);
    forgetDraft(act.form);
    await refreshMine(queryClient, answer.mine);
    return { kind: 'received', answer };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', error };
    if (!(error instanceof Problem) || isPassing(error)) return { kind: 'waiting' };
    await keepAct({ ...act, state: 'refused', problem: error.details });
    return { kind: 'refused', error };
  }
}

/**
 * The act with its times by the server's clock. They are kept before it is sent: sending again is sending the same.
 * @throws Problem; Unreachable
 */
async function onTime({ clockAhead: aheadThen, ...act }: KeptAct): Promise<KeptAct> {
  if (aheadThen === undefined) return act;
  // Any answer measures the clock.
  await request('GET', '/v1/system');
  const now = Date.now();
  const aheadNow = clockAhead() ?? 0;
  const events = act.events.map(({ occurredAt, ...event }) =>
    occurredAt === undefined
      ? event
      : { ...event, occurredAt: byServerClock(occurredAt, aheadThen ?? aheadNow, now, aheadNow) },
  );
  const timed = { ...act, events };
  await keepAct(timed);
  return timed;
}

async function post(act: KeptAct, sending: Sending): Promise<SentAnswer> {
  const { key, mineId, together, seenRevision } = act;
  const events = await withDocuments(act.events, sending);
  const path = `/v1/mines/${encodeURIComponent(mineId)}`;
  const headers = {
    'Idempotency-Key': key,
    ...(seenRevision === undefined ? {} : { 'If-Match': `"${seenRevision}"` }),
  };
  return together
    ? request<SentAnswer>('POST', `${path}/batch`, { body: { events }, headers })
    : request<SentAnswer>('POST', `${path}/events`, { body: events[0], headers });
}

function receiptIn({ eventId, recordedAt }: EventAnswer): NonNullable<KeptAct['receipt']> {
  return { eventId, recordedAt };
}
