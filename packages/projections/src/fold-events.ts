import type { Position, RecordedEvent } from '@rectify/engine';
import { campaignFactOf, isCampaignStream, isRunStream, runFactOf } from '@rectify/engine/folding';
import { type FoldedMine, factOf, isMineStream, milliseconds, PROCEDURES_STREAM } from '@rectify/engine/rectification';
import { type CampaignsOfMine, campaignsOfMine } from './campaigns/campaigns-table.ts';
import { foldFact } from './fold-fact.ts';
import type { SqlValue } from './keyset.ts';
import type { ReadDatabase } from './read-database.ts';
import { type MineAsKept, mineAsKept } from './status/mines-table.ts';
import { recordingOf } from './timeline/recording.ts';
import { workAsKept } from './work/work-table.ts';

/** What is named of an event that is folded. */
export type Folded = Pick<RecordedEvent, 'position' | 'eventId' | 'stream' | 'revision' | 'type'>;

/** An event in the log cannot be folded: nothing after it can be shown until it is repaired or a newer Rectify understands it. */
export class CannotFold extends Error {
  override readonly name = 'CannotFold';
  readonly position: Position;
  readonly eventId: string;

  constructor({ position, eventId, stream, revision, type }: Folded, cause: unknown) {
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
      foldOther(into, event);
      if (!isMineStream(event.stream)) continue;
      const folded = foldOne(into, event, touched);
      touched.set(folded.mine.mineId, folded);
    }
    for (const folded of touched.values()) putStanding(into, standingAsKept(folded));
    const recorded = [...touched.values()].map(({ lastRecordedAt }) => milliseconds(lastRecordedAt));
    return recorded.length === 0 ? null : recorded.reduce((one, other) => Math.max(one, other));
  });
}

/** Folds an event that is about a procedure or a campaign; any other is left alone. @throws CannotFold */
export function foldOther(into: ReadDatabase, event: RecordedEvent): void {
  if (event.stream === PROCEDURES_STREAM) folding(event, () => into.procedures.add(event));
  if (isCampaignStream(event.stream)) folding(event, () => into.campaigns.add(campaignFactOf(event)));
  if (isRunStream(event.stream)) folding(event, () => into.campaigns.addToRun(runFactOf(event)));
}

/** What the read database keeps of how a mine stands. */
export interface StandingAsKept {
  readonly mine: MineAsKept;
  readonly campaigns: CampaignsOfMine;
  readonly work: readonly (readonly SqlValue[])[];
}

/** What the read database keeps of how a mine stands. */
export function standingAsKept(folded: FoldedMine): StandingAsKept {
  return { mine: mineAsKept(folded), campaigns: campaignsOfMine(folded), work: workAsKept(folded) };
}

/** Puts how a mine stands in the place of how it stood. */
function putStanding(into: ReadDatabase, { mine, campaigns, work }: StandingAsKept): void {
  into.mines.put(mine);
  into.campaigns.putMine(mine.mineId, campaigns);
  into.work.put(mine.mineId, work);
}

/** A mine with one more event. */
function foldOne(into: ReadDatabase, event: RecordedEvent, touched: ReadonlyMap<string, FoldedMine>): FoldedMine {
  const procedures = into.procedures.known();
  const fact = folding(event, () => factOf(event, procedures));
  const { mineId } = fact;
  const before = touched.get(mineId) ?? into.mines.get(mineId);
  const history = () => into.facts.ofMine(mineId);
  into.recordings.add(fact, recordingOf(fact, { lastOccurredAt: before?.lastOccurredAt, facts: history }));
  into.facts.add(fact);
  return folding(event, () => foldFact(before, fact, { known: into.known(mineId), history, procedures }));
}

/** Does a step of folding an event. @throws CannotFold when the step throws */
export function folding<T>(event: Folded, step: () => T): T {
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
