import type { EventReader, RecordedEvent } from './event-store/event-store.ts';
import { type Fact, mineStream } from './rectification/fact.ts';
import { apply, type FoldedMine, fold, isInOrder } from './rectification/fold.ts';

/** A mine as this node knows it: its facts, folded, and which commands they came from. */
export interface KnownMine {
  readonly facts: readonly Fact[];
  readonly folded: FoldedMine;
  /** The facts that each command stored, by person and key. */
  readonly commands: ReadonlyMap<string, readonly Fact[]>;
}

/** The key under which a command is remembered: its idempotency key is scoped to the person. */
export function commandKey(personId: string, commandId: string): string {
  return JSON.stringify([personId, commandId]);
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

/** The mine with more facts at the end of its stream. */
export function withFacts(known: KnownMine | undefined, added: readonly Fact[]): KnownMine | undefined {
  const facts = [...(known?.facts ?? []), ...added];
  const folded = foldOn(known?.folded, facts, added);
  return folded && { facts, folded, commands: commandsAfter(known?.commands, added) };
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

function commandsAfter(commands: KnownMine['commands'] | undefined, added: readonly Fact[]): KnownMine['commands'] {
  const after = new Map(commands);
  const causes = new Map<string, { readonly key: string; readonly commandId: string }>();
  for (const fact of added) {
    const cause = causes.get(fact.causationId);
    const isEffect = cause !== undefined && fact.commandId === effectOf(cause.commandId);
    const key = isEffect ? cause.key : commandKey(fact.actor.id, fact.commandId);
    causes.set(fact.eventId, { key, commandId: fact.commandId });
    after.set(key, [...(after.get(key) ?? []), fact]);
  }
  return after;
}
