import type { SentEvent } from '../commands.ts';
import type { KnownMine } from '../known-mine.ts';
import type { Present } from '../known-procedures.ts';
import { later, milliseconds } from '../rectification/calendar.ts';
import { isKnowledgeEvent } from '../rectification/catalogue.ts';
import { isEventType } from '../rectification/events/events.ts';
import type { Fact } from '../rectification/fact.ts';
import type { FoldedMine } from '../rectification/fold.ts';
import type { Reason } from '../rectification/reason.ts';
import type { Person } from '../rectification/roles.ts';
import { whyRefused } from '../rejection.ts';
import { stepsFor } from '../steps.ts';

/** What would become of an event if it were sent now. */
export type Foreseen =
  | { readonly outcome: 'accepted' | 'needs-approval' }
  | { readonly outcome: 'refused'; readonly reasons: readonly Reason[] };

/** A folded mine; its facts are asked for only where history would be reordered. */
export interface MineInQuestion {
  readonly folded: FoldedMine;
  readonly facts: () => readonly Fact[];
}

/** An id that is never stored. */
const NO_ID = '00000000-0000-4000-8000-000000000000';

/** Foresees what would become of an event that a person sends to a mine now, exactly as sending it would decide. Stores nothing. */
export function foresee(mine: MineInQuestion, sent: SentEvent, person: Person, { now, procedures }: Present): Foreseen {
  const { folded } = mine;
  const reorders = sent.occurredAt !== undefined && !(Date.parse(sent.occurredAt) >= milliseconds(folded.foldedUpTo));
  const mayReorder = reorders || (isEventType(sent.type) && isKnowledgeEvent(sent.type));
  const known: KnownMine = { folded, facts: mayReorder ? mine.facts() : [] };
  const sender = { mineId: folded.mine.mineId, person, commandId: NO_ID, newId: () => NO_ID };
  const deciding = { now: later(now, folded.lastRecordedAt), procedures, hash: '', alone: true };
  const steps = stepsFor(sender, sent, known, deciding);
  if (steps.kind === 'refused') return { outcome: 'refused', reasons: whyRefused(steps.rejection) };
  return { outcome: steps.facts[0]?.type === 'ApprovalRequested' ? 'needs-approval' : 'accepted' };
}
