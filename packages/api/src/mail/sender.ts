import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@rectify/engine';
import { localParts } from '@rectify/words';
import type { AppNeeds } from '../app-needs.ts';
import type { Recipient } from '../notifications/people.ts';
import { concernedAmong } from './following.ts';
import { type Mailed, type MailingNeeds, mailed, wants } from './mailing.ts';
import { type Queue, type QueueNeeds, queueIn } from './queue.ts';
import {
  closed,
  gathered,
  isToBeTried,
  later,
  type MailKind,
  mailKinds,
  postponed,
  secondsFrom,
  secondsToWait,
  settled,
  withDeadlines,
  without,
} from './waiting.ts';

/** Milliseconds from one look for mails to send to the next; before the log is followed again that could not be; and for mails under way at the end. */
const PAUSE = { round: 1_000, following: 5_000, ending: 3_000 };

/** So many mails are written and sent at a time. */
const AT_ONCE = 8;

/** How mails went since the server started, and how many wait. */
export interface MailCounts {
  readonly sent: number;
  /** Tries in vain; each is followed by another. */
  readonly failed: number;
  /** Mails that the mail server will not take. */
  readonly refused: number;
  readonly waiting: number;
}

/** Sends mails beside everything else that a server does. */
export interface MailSender {
  counts(): MailCounts;
  /** Leaves what waits for the next start. */
  close(): Promise<void>;
}

/** What a sender of mails needs. */
export interface SenderNeeds extends MailingNeeds, QueueNeeds, Pick<AppNeeds, 'log'> {
  readonly store: EventStore;
  /** Seconds that news is gathered. */
  readonly wait: number;
}

/** Starts where the last sender on this data folder ended; see {@link queueIn} for the first. */
export async function startMailSender(needs: SenderNeeds): Promise<MailSender> {
  const { clock, log, outgoing } = needs;
  const closing = new AbortController();
  const queue = await queueIn(needs);
  await queue.keep();
  const counts = { sent: 0, failed: 0, refused: 0 };
  /** How often in a row the mail server could not be reached, and until when it is left alone. */
  let server = { tries: 0, notBefore: clock() };
  const isReachable = () => secondsFrom(server.notBefore, clock()) >= 0;

  async function round(): Promise<void> {
    const recipients = new Map(needs.people.recipients().map((recipient) => [recipient.key, recipient]));
    prepare(queue, recipients, needs);
    const now = clock();
    const toTry = [...queue.all()].flatMap(([key, waiting]) =>
      mailKinds.filter((kind) => isToBeTried(waiting, kind, now)).map((kind) => ({ key, kind })),
    );
    // What a mail tells of is durable before it is tried, so that after a crash it is the same mail again.
    await queue.keep();
    while (toTry.length > 0 && !closing.signal.aborted && isReachable()) {
      await Promise.all(toTry.splice(0, AT_ONCE).map(({ key, kind }) => tryTo(kind, key, recipients.get(key))));
      await queue.keep();
    }
  }

  async function tryTo(kind: MailKind, key: string, recipient: Recipient | undefined): Promise<void> {
    if (!recipient) return;
    try {
      note(key, kind, await mailed(recipient, kind, queue.waitingFor(key), clock(), needs));
    } catch (error) {
      note(key, kind, { kind: 'failed', error, isOfServer: false });
    }
  }

  function note(key: string, kind: MailKind, became: Mailed): void {
    if (became.kind === 'failed') {
      noteFailure(key, kind, became);
      return;
    }
    if (became.kind !== 'nothing') counts[became.kind] += 1;
    if (became.kind === 'sent') server = { tries: 0, notBefore: clock() };
    queue.put(key, settled(queue.waitingFor(key), kind));
  }

  function noteFailure(key: string, kind: MailKind, { error, isOfServer }: Mailed & { kind: 'failed' }): void {
    if (closing.signal.aborted) return;
    counts.failed += 1;
    log.warn({ err: error }, 'An e-mail could not be sent; it is tried again.');
    if (!isOfServer) queue.put(key, postponed(queue.waitingFor(key), kind, clock()));
    else if (isReachable())
      server = { tries: server.tries + 1, notBefore: later(clock(), secondsToWait(server.tries)) };
  }

  async function again(work: () => Promise<void>, milliseconds: number, complaint: string): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (!closing.signal.aborted) log.error({ err: error }, complaint);
      }
      await rest(milliseconds, closing.signal);
    }
  }

  const following = () => follow(queue, needs, closing.signal);
  const running = Promise.all([
    again(following, PAUSE.following, 'News for e-mails cannot be read now.'),
    again(round, PAUSE.round, 'E-mails cannot be sent now.'),
  ]);
  return {
    counts: () => ({ ...counts, waiting: queue.size() }),
    async close() {
      closing.abort();
      await Promise.race([running, rest(PAUSE.ending)]);
      outgoing.close();
      await queue.keep();
    },
  };
}

/** Puts what the log goes on to tell into the queue, for those whose mines it is about. */
async function follow(queue: Queue, { store, people, clock }: SenderNeeds, signal: AbortSignal): Promise<void> {
  const concerned = concernedAmong();
  const from = queue.position();
  for await (const batch of store.subscribe({ ...(from !== null && { after: from }), signal })) {
    const [after, now] = [queue.position(), clock()];
    for (const { key, mines } of concerned(batch, people.recipients()))
      queue.put(key, gathered(queue.waitingFor(key), { after, mines, now }));
    const last = batch.at(-1);
    if (last) queue.moveOn(last.position);
  }
}

/** Makes mails of what is to be told by now, and forgets what nobody wants any more. */
function prepare(queue: Queue, recipients: ReadonlyMap<string, Recipient>, needs: SenderNeeds): void {
  const now = needs.clock();
  for (const [key, recipient] of recipients) {
    const waiting = queue.waitingFor(key);
    const news = wants(recipient, 'news')
      ? closed(waiting, queue.position(), now, needs.wait)
      : without(waiting, ['gathering', 'news']);
    if (!wants(recipient, 'deadlines')) queue.put(key, without(news, ['deadlines', 'deadlinesOf']));
    else queue.put(key, needs.isDemonstration ? news : withDeadlines(news, localParts(now)));
  }
  for (const [key] of queue.all()) if (!recipients.has(key)) queue.put(key, {});
}

async function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
