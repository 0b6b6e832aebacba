import type { SendCommand } from './commands.ts';
import type { KnownMine } from './known-mine.ts';
import { procedureOf } from './known-procedures.ts';
import { milliseconds } from './rectification/calendar.ts';
import type { Mine } from './rectification/case/mine.ts';
import type { Decider } from './rectification/decide.ts';
import type { EventData, EventType } from './rectification/events/events.ts';
import { type Fact, withData } from './rectification/fact.ts';
import { fold } from './rectification/fold.ts';
import type { Procedures } from './rectification/procedures/procedures.ts';
import type { Actor } from './rectification/roles.ts';
import { ENGINE_VERSION } from './stored-event.ts';

/** When a command is decided, on which procedures, what it hashes to, whether it holds this event alone, and who decides. */
export interface Deciding {
  readonly now: string;
  readonly procedures: Procedures;
  readonly hash: string;
  readonly alone: boolean;
  /** The compiled chart, unless another is given. */
  readonly decider?: Decider;
}

/** Who sends, under which key, and where new ids come from. */
export type Sender = Pick<SendCommand, 'mineId' | 'person' | 'commandId' | 'correlationId'> & {
  readonly newId: () => string;
};

/** A fact before the chart has said where it leads. */
export interface Draft {
  readonly type: EventType;
  readonly data: EventData;
  readonly actor: Actor;
  readonly approvedBy?: Actor;
  readonly occurredAt: string;
  readonly occurredAtPrecision: Fact['occurredAtPrecision'];
  readonly source?: Fact['source'];
  readonly commandId: string;
  readonly causationId: string;
}

/** The mine as it was at an instant, where that is before the last thing that happened to it; else as it is now. */
export function mineAt({ facts, folded }: KnownMine, occurredAt: string): Mine {
  const isPast = milliseconds(occurredAt) < milliseconds(folded.lastOccurredAt);
  return (isPast ? fold(facts, { asOf: occurredAt })?.mine : undefined) ?? folded.mine;
}

/**
 * A draft as a fact behind the mine's others, its transition still open. `then` is the mine when it occurs, `place` how many facts are
 * added before it.
 */
export function provisional(
  sender: Sender,
  draft: Draft,
  known: KnownMine,
  { now, hash, procedures }: Deciding,
  { then = mineAt(known, draft.occurredAt), place = 0 }: { readonly then?: Mine; readonly place?: number } = {},
): Fact {
  const { data, ...rest } = draft;
  const { folded } = known;
  return withData(
    {
      ...rest,
      eventId: sender.newId(),
      mineId: sender.mineId,
      recordedAt: now,
      commandHash: hash,
      correlationId: sender.correlationId ?? sender.commandId,
      procedure: procedureOf(draft, then, procedures, draft.occurredAt),
      engineVersion: ENGINE_VERSION,
      transition: { from: folded.value, to: folded.value },
      revision: folded.revision + 1 + place,
      position: folded.position,
    },
    data,
  );
}
