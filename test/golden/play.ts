import {
  createEngine,
  type Fact,
  type FoldedMine,
  knownProcedures,
  mineStream,
  type Outcome,
  openStore,
  type ProcedureShelf,
  type RecordedEvent,
  type Rejection,
  sendProcedureEvent,
  strict1,
} from '@rectify/engine';
import type { GoldenHistory, Sent, SentBatch } from './history-file.ts';
import { noLabels } from './labels.ts';
import { MINE_ID, personCalled, type Someone } from './people.ts';
import { instantOf } from './time.ts';

/** What playing a golden history left behind. */
export interface Played {
  readonly facts: readonly Fact[];
  /** The facts as the store holds them. */
  readonly records: readonly RecordedEvent[];
  /** The procedure versions known, by which the facts are read, and when they were published. */
  readonly shelf: ProcedureShelf;
  /** The mine as the engine answered it after each append, by its revision then. */
  readonly answered: ReadonlyMap<number, FoldedMine>;
}

/** An event was accepted or refused otherwise than the file says. */
class PlayedOtherwise extends Error {
  override readonly name = 'PlayedOtherwise';
}

/** Registers the mine and sends every event, by a clock set to the times of the file and ids in sequence. @throws PlayedOtherwise, UnknownLabel */
export async function play({ mine, published, events }: Omit<GoldenHistory, 'expected'>): Promise<Played> {
  const store = await openStore('memory:', { newStoreId: () => 'golden' });
  const clock = { now: instantOf(mine.registeredAt) };
  const needs = { store, clock: () => clock.now, newId: idsInSequence() };
  const engine = createEngine(needs);
  const labels = noLabels();
  const answered = new Map<number, FoldedMine>();
  let commands = 0;

  function expectAccepted(outcome: Outcome, where: string): readonly Fact[] {
    if (outcome.kind !== 'accepted') throw otherwise(where, 'accepted', outcome);
    answered.set(outcome.mine.revision, outcome.mine);
    return outcome.facts;
  }

  function otherwise(where: string, wanted: string, outcome: Outcome): PlayedOtherwise {
    const became = outcome.kind === 'rejected' ? `refused: ${because(outcome.rejection).join(', ')}` : outcome.kind;
    return new PlayedOtherwise(labels.said(`${where} was to be ${wanted}, and was ${became}.`));
  }

  function expectRefused(outcome: Outcome, reasons: readonly string[], where: string, index?: number): void {
    const refused = outcome.kind === 'rejected' ? because(outcome.rejection).map(labels.said) : [];
    const asSaid = refused.toSorted().join() === reasons.toSorted().join();
    if (outcome.kind !== 'rejected' || !asSaid || outcome.index !== index)
      throw otherwise(where, `refused: ${reasons.join(', ')}`, outcome);
  }

  function sends(who: Someone, at: string, { type, data, occurredAt, occurredAtPrecision }: What): Promise<Outcome> {
    clock.now = instantOf(at);
    return engine.send({
      mineId: MINE_ID,
      person: personCalled(who),
      type,
      data: labels.written(data),
      occurredAt: occurredAt && instantOf(occurredAt),
      occurredAtPrecision,
      commandId: `command-${++commands}`,
    });
  }

  async function playOne(sent: Sent, where: string): Promise<void> {
    const { at, by, type, label, refused, grantedBy, grantedAt } = sent;
    const outcome = await sends(by, at, sent);
    if (refused) return expectRefused(outcome, refused, where);
    if (outcome.kind !== 'approval') {
      if (grantedBy) throw otherwise(where, 'granted', outcome);
      const facts = expectAccepted(outcome, where);
      const [answer] = facts;
      if (label !== undefined) labels.stored(label, type, facts);
      const granted = answer?.type === 'ApprovalGranted' ? labels.labelOf(answer.data.approvalId) : undefined;
      if (granted !== undefined) labels.stored(granted, facts[1]?.type ?? '', facts.slice(1));
      return;
    }
    const { approvalId } = outcome.approval;
    answered.set(outcome.mine.revision, outcome.mine);
    if (label !== undefined) labels.requested(label, approvalId);
    if (!grantedBy) return;
    labels.requested(where, approvalId);
    const grant = { type: 'ApprovalGranted', data: { approvalId: where } };
    const facts = expectAccepted(await sends(grantedBy, grantedAt ?? at, grant), `the grant of ${where}`);
    if (label !== undefined) labels.stored(label, type, facts.slice(1));
  }

  async function playBatch({ at, by, batch }: SentBatch, where: string): Promise<void> {
    clock.now = instantOf(at);
    const outcome = await engine.sendBatch({
      mineId: MINE_ID,
      person: personCalled(by),
      events: batch.map(({ type, data, occurredAt, occurredAtPrecision }) => ({
        type,
        data: labels.written(data),
        occurredAt: occurredAt && instantOf(occurredAt),
        occurredAtPrecision,
      })),
      commandId: `command-${++commands}`,
    });
    const failing = batch.findIndex(({ refused }) => refused !== undefined);
    if (failing >= 0) return expectRefused(outcome, batch[failing]?.refused ?? [], where, failing);
    const facts = expectAccepted(outcome, where);
    for (const [index, { label, type }] of batch.entries())
      if (label !== undefined) labels.stored(label, type, facts.slice(index, index + 1));
  }

  for (const { at, procedure } of published) {
    clock.now = instantOf(at);
    const publication = {
      person: personCalled('admin'),
      type: 'ProcedurePublished',
      data: { procedure: strict1 },
    } as const;
    await sendProcedureEvent(needs, { ...publication, commandId: `publishing ${procedure}` });
  }
  clock.now = instantOf(mine.registeredAt);
  const { registeredAt: _at, ...registration } = mine;
  const registered = { person: personCalled('inspector'), commandId: 'registration' };
  expectAccepted(await engine.register({ ...registered, data: { mineId: MINE_ID, ...registration } }), 'registering');
  for (const [index, sent] of events.entries()) {
    const where = `event ${index + 1} (${'batch' in sent ? 'batch' : sent.type} at ${sent.at})`;
    await ('batch' in sent ? playBatch(sent, where) : playOne(sent, where));
  }
  const loaded = await engine.load(MINE_ID);
  const records: RecordedEvent[] = [];
  for await (const batch of store.read(mineStream(MINE_ID))) records.push(...batch);
  const shelf = await knownProcedures(store)();
  await store.close();
  return { facts: loaded?.facts ?? [], records, shelf, answered };
}

type What = Pick<Sent, 'type' | 'data' | 'occurredAt' | 'occurredAtPrecision'>;

/** Why something was refused: the code of each reason with what it is about, else the rejection's own code. */
function because(rejection: Rejection): string[] {
  if (rejection.code === 'invalid') return rejection.faults.map(({ pointer }) => `invalid ${pointer}`);
  if (rejection.code !== 'illegal-transition' && rejection.code !== 'condition-not-met') return [rejection.code];
  return rejection.reasons.map(({ code, about }) => (about === undefined ? code : `${code} ${about}`));
}

/** Ids in the form of UUIDs, in sequence. */
function idsInSequence(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`;
}
