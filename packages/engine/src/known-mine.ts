import type { Appended, EventReader, NewEvent, RecordedEvent } from './event-store/event-store.ts';
import { type Fact, mineStream } from './rectification/fact.ts';
import { apply, type FoldedMine, fold, isInOrder } from './rectification/fold.ts';
import type { Person } from './rectification/roles.ts';

/** A mine as this node knows it: its facts, and these folded. */
export interface KnownMine {
  readonly facts: readonly Fact[];
  readonly folded: FoldedMine;
}

/**
 * The facts that a command stored, undefined if none: what was sent, which is its own cause, and what followed from that. A command's
 * id is scoped to the person.
 */
export function storedBy(
  { id: personId }: Pick<Person, 'id'>,
  commandId: string,
  facts: readonly Fact[],
): readonly Fact[] | undefined {
  const stored: Fact[] = [];
  for (const fact of facts) {
    const isSent = fact.causationId === fact.commandId;
    const isOfCommand = isSent
      ? fact.commandId === commandId && fact.actor.id === personId
      : stored.some(({ eventId }) => eventId === fact.causationId);
    if (isOfCommand) stored.push(fact);
  }
  return stored.length > 0 ? stored : undefined;
}

/** The command id of what the engine appends as the effect of a command: its cause is a fact of that command. */
export function effectOf(commandId: string): string {
  return `${commandId}/effect`;
}

/** Reads what the stream holds after what is known; answers the same object if that is nothing. */
export async function refresh(
  store: Pick<EventReader, 'read'>,
  mineId: string,
  known: KnownMine | undefined,
  factsOf: (events: readonly RecordedEvent[]) => Promise<readonly Fact[]>,
): Promise<KnownMine | undefined> {
  const fresh: RecordedEvent[] = [];
  const from = known ? known.folded.revision + 1 : 0;
  for await (const batch of store.read(mineStream(mineId), { from })) fresh.push(...batch);
  return fresh.length === 0 ? known : withFacts(known, await factsOf(fresh));
}

/**
 * What an append added to a stream, as reading it would give it back; undefined where the store has to be asked: only it knows where each of
 * several events stands, and a duplicate may lie further back.
 */
export function appendedTo(
  stream: string,
  events: readonly NewEvent[],
  { firstRevision: revision, position, duplicate }: Appended,
): RecordedEvent | undefined {
  const [event, ...others] = events;
  if (!event || others.length > 0 || duplicate) return undefined;
  return { ...event, stream, revision, position, append: { index: 0, size: 1 } };
}

/** The mine with more facts at the end of its stream. */
export function withFacts(known: KnownMine | undefined, added: readonly Fact[]): KnownMine | undefined {
  const facts = [...(known?.facts ?? []), ...added];
  const folded = foldOn(known?.folded, facts, added);
  return folded && { facts, folded };
}

function foldOn(
  folded: FoldedMine | undefined,
  facts: readonly Fact[],
  added: readonly Fact[],
): FoldedMine | undefined {
  let mine = folded;
  for (const fact of added) {
    if (mine && !isInOrder(mine, fact)) return fold(facts);
    mine = apply(mine, fact);
  }
  return mine;
}
