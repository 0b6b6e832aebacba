import type { Position, RecordedEvent } from '@rectify/engine';
import { campaignFactOf, isCampaignStream, isRunStream, runFactOf } from '@rectify/engine/folding';
import {
  apply,
  type FoldedMine,
  factOf,
  fold,
  isInOrder,
  isMineStream,
  milliseconds,
  PROCEDURES_STREAM,
} from '@rectify/engine/rectification';
import type { ReadDatabase } from './read-database.ts';
import { recordingOf } from './timeline/recording.ts';

/** An event in the log cannot be folded: nothing after it can be shown until it is repaired or a newer Rectify understands it. */
export class CannotFold extends Error {
  override readonly name = 'CannotFold';
  readonly position: Position;
  readonly eventId: string;

  constructor({ position, eventId, stream, revision, type }: RecordedEvent, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`Event ${revision} of ${stream} (${type}, position ${position}) cannot be folded: ${why}`, { cause });
    this.position = position;
    this.eventId = eventId;
  }
}

/**
 * Folds whole appends, in the order of the log, into every read model, and moves the checkpoint, in one transaction. Events that
 * are about neither mines nor campaigns nor procedures only move the checkpoint.
 * @throws CannotFold and writes nothing then
 */
export function foldEvents(into: ReadDatabase, events: readonly RecordedEvent[]): void {
  const last = events.at(-1);
  if (!last) return;
  into.commit(last.position, () => {
    const touched = new Map<string, FoldedMine>();
    for (const event of events) {
      if (event.stream === PROCEDURES_STREAM) folding(event, () => into.procedures.add(event));
      if (isCampaignStream(event.stream)) folding(event, () => into.campaigns.add(campaignFactOf(event)));
      if (isRunStream(event.stream)) folding(event, () => into.campaigns.addToRun(runFactOf(event)));
      if (!isMineStream(event.stream)) continue;
      const folded = foldOne(into, event, touched);
      touched.set(folded.mine.mineId, folded);
    }
    for (const folded of touched.values()) {
      into.mines.put(folded);
      into.campaigns.putMine(folded);
      into.work.put(folded);
    }
    const recorded = [...touched.values()].map(({ lastRecordedAt }) => milliseconds(lastRecordedAt));
    return recorded.length === 0 ? null : recorded.reduce((one, other) => Math.max(one, other));
  });
}

/** A mine with one more event; one that is backdated, or corrects others, folds that mine's history anew. */
function foldOne(into: ReadDatabase, event: RecordedEvent, touched: ReadonlyMap<string, FoldedMine>): FoldedMine {
  const fact = folding(event, () => factOf(event, into.procedures.known()));
  const before = touched.get(fact.mineId) ?? into.mines.get(fact.mineId);
  const facts = () => into.facts.ofMine(fact.mineId);
  into.facts.add(fact, recordingOf(fact, { lastOccurredAt: before?.lastOccurredAt, facts }));
  if (!before || isInOrder(before, fact)) {
    const folded = folding(event, () => apply(before, fact));
    into.versions.follow(folded, fact);
    into.closures.put(before, folded, fact.recordedAt);
    return folded;
  }
  const history = facts();
  const folded = folding(event, () => fold(history) ?? apply(undefined, fact));
  into.versions.rewrite(folded, history, fact);
  into.closures.put(undefined, folded, fact.recordedAt);
  return folded;
}

function folding<T>(event: RecordedEvent, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new CannotFold(event, error);
  }
}

/** The events of one batch, cut into its appends. */
export function appendsOf(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const appends: RecordedEvent[][] = [];
  for (const event of events) {
    const current = appends.at(-1);
    if (current && event.append.index > 0) current.push(event);
    else appends.push([event]);
  }
  return appends;
}
