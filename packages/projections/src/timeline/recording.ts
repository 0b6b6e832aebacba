import { effectiveHistory, type Fact, isKnowledgeEvent, milliseconds } from '@rectify/engine/rectification';

/** What a fact put on record changed of what was held to be true before: it corrects, or it comes before what had been told already. */
export type Amending = 'corrected' | 'backdated';

/** What putting a fact on record meant. Instants are in milliseconds. */
export interface Recording {
  readonly recorded: number;
  /** The earliest instant in the world that it says something about; null where it says nothing about the world, as a request under four eyes. */
  readonly reaches: number | null;
  readonly amends: Amending | null;
}

/** A fact with what putting it on record meant. */
export type RecordedFact = Recording & { readonly fact: Fact };

/** Recorded after one instant and until another, about the world until a third; in milliseconds. */
export interface Learnt {
  readonly from: number;
  readonly to: number;
  readonly until: number;
  /** Requests under four eyes too, which say nothing about the world. */
  readonly requests: boolean;
}

/** What was known of a mine before a fact about it. */
export interface KnownBefore {
  /** The latest `occurredAt` of an effective fact that says what happened; undefined before the registration. */
  readonly lastOccurredAt: string | undefined;
  /** All its facts until then, in order: asked for where a fact corrects some. */
  readonly facts: () => readonly Fact[];
}

/** What putting a fact on record meant, given what was known before it. */
export function recordingOf(fact: Fact, before: KnownBefore): Recording {
  const recorded = milliseconds(fact.recordedAt);
  if (fact.type === 'FactCorrected') return { recorded, reaches: reachOf(fact, before.facts()), amends: 'corrected' };
  if (isKnowledgeEvent(fact.type)) return { recorded, reaches: null, amends: null };
  const reaches = milliseconds(fact.occurredAt);
  const { lastOccurredAt } = before;
  const isBackdated = lastOccurredAt !== undefined && reaches < milliseconds(lastOccurredAt);
  return { recorded, reaches, amends: isBackdated ? 'backdated' : null };
}

/** What putting each of a mine's facts on record meant, by the facts in their order. */
export function recordingsOf(facts: readonly Fact[]): readonly RecordedFact[] {
  let lastOccurredAt: string | undefined;
  return facts.map((fact, index) => {
    const recording = recordingOf(fact, { lastOccurredAt, facts: () => facts.slice(0, index) });
    lastOccurredAt =
      recording.amends === 'corrected' ? lastIn(facts.slice(0, index + 1)) : laterOf(lastOccurredAt, fact);
    return { ...recording, fact };
  });
}

/** Those of a mine's facts that were learnt so, by the facts in their order; `RecordingsTable.minesLearntOf` finds the same in an index. */
export function learntIn(facts: readonly Fact[], { from, to, until, requests }: Learnt): readonly RecordedFact[] {
  return recordingsOf(facts).filter(
    ({ recorded, reaches }) => recorded > from && recorded <= to && (reaches === null ? requests : reaches <= until),
  );
}

/** A correction reaches back to where any of the facts it corrects was recorded, held, or is now held to have happened. */
function reachOf({ data }: Extract<Fact, { type: 'FactCorrected' }>, earlier: readonly Fact[]): number | null {
  const corrected = new Set(data.corrections.map(({ eventId }) => eventId));
  const before = [...earlier, ...effectiveHistory(earlier).map(({ fact }) => fact)]
    .filter(({ eventId }) => corrected.has(eventId))
    .map(({ occurredAt }) => occurredAt);
  const after = data.corrections.flatMap((one) => ('patch' in one ? (one.patch.occurredAt ?? []) : []));
  const instants = [...before, ...after].map(milliseconds);
  return instants.length === 0 ? null : Math.min(...instants);
}

function lastIn(facts: readonly Fact[]): string | undefined {
  return effectiveHistory(facts).findLast(({ fact }) => !isKnowledgeEvent(fact.type))?.fact.occurredAt;
}

function laterOf(last: string | undefined, { type, occurredAt }: Fact): string | undefined {
  if (isKnowledgeEvent(type)) return last;
  return last !== undefined && milliseconds(last) > milliseconds(occurredAt) ? last : occurredAt;
}
