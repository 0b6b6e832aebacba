import type { Waiting } from './checkpoint.ts';

/** The hour from which deadlines are told of on a day, in the zone of the procedures. */
const MORNING = '08:00';

/** The first wait after a mail that could not be sent, and the longest, in seconds. */
const RETRY = { first: 30, longest: 3_600 };

/** What happened in the log between two positions, to mines of somebody. */
export interface Happened {
  /** Null: from the beginning on. */
  readonly after: string | null;
  readonly mines: readonly string[];
  readonly now: string;
}

/** With news to be told; it goes on gathering what is gathered already. */
export function gathered(waiting: Waiting, { after, mines, now }: Happened): Waiting {
  const { gathering = { after, since: now, mines: [] } } = waiting;
  const all = new Set([...gathering.mines, ...mines]);
  if (waiting.gathering && all.size === gathering.mines.length) return waiting;
  return { ...waiting, gathering: { ...gathering, mines: [...all] } };
}

/** With what was gathered for so many seconds made a mail, up to a position; it waits while one before it is not sent. */
export function closed(waiting: Waiting, upTo: string | null, now: string, seconds: number): Waiting {
  const { gathering, ...rest } = waiting;
  if (!gathering || rest.news || upTo === null || secondsFrom(gathering.since, now) < seconds) return waiting;
  return { ...rest, news: { ...gathering, upTo, tries: 0, notBefore: null } };
}

/** With a mail about deadlines, once a day in the morning; `today` and `time` are those of the procedures' zone. */
export function withDeadlines(
  waiting: Waiting,
  { day, time }: { readonly day: string; readonly time: string },
): Waiting {
  const { deadlinesOf, deadlines } = waiting;
  if (deadlines || time < MORNING || (deadlinesOf !== undefined && deadlinesOf >= day)) return waiting;
  return { ...waiting, deadlines: { day, since: deadlinesOf ?? null, tries: 0, notBefore: null } };
}

/** The kinds of mail that somebody can wait for. */
export const mailKinds = ['news', 'deadlines'] as const;

/** One of {@link mailKinds}. */
export type MailKind = (typeof mailKinds)[number];

/** Whether a mail of a kind waits and may be tried now. */
export function isToBeTried(waiting: Waiting, kind: MailKind, now: string): boolean {
  const mail = waiting[kind];
  return mail !== undefined && (mail.notBefore === null || secondsFrom(mail.notBefore, now) >= 0);
}

/** Without a mail of a kind: it was sent, refused for good, or had nothing to tell. */
export function settled(waiting: Waiting, kind: MailKind): Waiting {
  const { deadlines } = waiting;
  return { ...without(waiting, [kind]), ...(kind === 'deadlines' && deadlines && { deadlinesOf: deadlines.day }) };
}

/** Without some of what waits; the same where there is none of it. */
export function without(waiting: Waiting, parts: readonly (keyof Waiting)[]): Waiting {
  if (parts.every((part) => waiting[part] === undefined)) return waiting;
  return Object.fromEntries(Object.entries(waiting).filter(([part]) => !parts.some((one) => one === part)));
}

/** With a mail of a kind tried in vain: each time it waits twice as long for the next. */
export function postponed(waiting: Waiting, kind: MailKind, now: string): Waiting {
  const mail = waiting[kind];
  if (!mail) return waiting;
  return { ...waiting, [kind]: { ...mail, tries: mail.tries + 1, notBefore: later(now, secondsToWait(mail.tries)) } };
}

/** How many seconds to wait after so many tries in vain before one. */
export function secondsToWait(before: number): number {
  return Math.min(RETRY.first * 2 ** before, RETRY.longest);
}

/** An instant so many seconds later. */
export function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1_000).toISOString();
}

/** Seconds from one instant to another; negative if the second is earlier. */
export function secondsFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}
