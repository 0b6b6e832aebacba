import type { EventStore, Position } from '@rectify/engine';
import { type Asking, answerMine, describeHistory, mineQuery, type Reads } from '@rectify/projections';
import type { EventAnswer, MineDetail } from '@rectify/projections/answers';
import { type Speech, told } from '@rectify/words';
import type { AppNeeds } from '../app-needs.ts';
import type { Recipient } from '../notifications/people.ts';
import { type AboutMine, isOwner, speechAbout } from './about-mine.ts';
import type { Texts } from './language/speaking.ts';

/** So many events of one mine are told in one mail; the rest is to be read on the page. */
const MOST_EVENTS = 20;

/** So many cases of an official are looked at. */
const MOST_CASES = '500';

/** How long the read side may take to come to the end of what is told, in milliseconds. */
const READ_SIDE_PATIENCE = 5_000;

/** Events whose sentence repeats what somebody wrote, which could name anybody: a mail only says that they happened. */
const QUOTING: ReadonlySet<string> = new Set([
  'OperatorChanged',
  'EvidenceSubmitted',
  'RelocationStarted',
  'RelocationCompleted',
  'DocumentAttached',
]);

/** A stretch of the log, after one position (null: from the beginning) up to another, and the mines in question. */
export interface Stretch {
  readonly after: Position | null;
  readonly upTo: Position;
  readonly mines: readonly string[];
}

/** What telling of news needs; `folded` resolves when the read side has come to a position. */
export interface NewsNeeds extends Pick<AppNeeds, 'engine'> {
  readonly store: Pick<EventStore, 'compare'>;
  readonly reads: Pick<Reads, 'listMines'>;
  readonly folded: (position: Position, signal: AbortSignal) => Promise<void>;
  readonly texts: Texts;
}

/** What others recorded in a stretch of the log of somebody's mines, as they may see it now. */
export async function newsFor(
  recipient: Recipient,
  stretch: Stretch,
  asking: Asking,
  needs: NewsNeeds,
): Promise<AboutMine[]> {
  const { engine, store, texts } = needs;
  const { viewer, now } = asking;
  const mines = isOwner(recipient) ? stretch.mines : await casesIn(stretch, recipient, asking, needs);
  const procedures = await engine.procedures();
  const isWithin = ({ position }: EventAnswer) =>
    (stretch.after === null || store.compare(position, stretch.after) > 0) &&
    store.compare(position, stretch.upTo) <= 0;
  const about: AboutMine[] = [];
  for (const mineId of mines) {
    const facts = (await engine.load(mineId))?.facts ?? [];
    const mine = answerMine(facts, { now }, viewer);
    const events = describeHistory(facts, {}, viewer).filter(
      (event) => isWithin(event) && event.actor.id !== recipient.reader.id,
    );
    if (!mine || events.length === 0) continue;
    const speech = speechAbout(mine, recipient, { texts, procedures, now });
    about.push({ mineId, name: mine.name, lines: linesOf(events, mine, speech) });
  }
  return about;
}

/** The cases of an official that something happened to since the beginning of a stretch. */
async function casesIn(
  { after, upTo }: Stretch,
  { reader }: Recipient,
  asking: Asking,
  { store, reads, folded }: NewsNeeds,
): Promise<string[]> {
  await folded(upTo, AbortSignal.timeout(READ_SIDE_PATIENCE));
  const query = { ...mineQuery.parse({ limit: MOST_CASES }), assignee: [reader.id] };
  const { items } = await reads.listMines(query, asking);
  return items
    .filter(({ position }) => after === null || store.compare(position, after) > 0)
    .map(({ mineId }) => mineId);
}

function linesOf(events: readonly EventAnswer[], mine: MineDetail, speech: Speech): string[] {
  const { t } = speech;
  const more = events.length - MOST_EVENTS;
  return [
    ...events.slice(0, MOST_EVENTS).map((event) =>
      t('mail.news.event', {
        time: speech.time(event.occurredAt, event.occurredAtPrecision),
        sentence: sentenceOf(event, mine, speech),
      }),
    ),
    ...(more > 0 ? [t('mail.news.more', { count: more })] : []),
  ];
}

function sentenceOf(event: EventAnswer, mine: MineDetail, speech: Speech): string {
  return QUOTING.has(event.type) ? speech.words.fact(event.type) : told(event, mine, speech).sentence;
}
