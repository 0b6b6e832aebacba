import {
  effectiveHistory,
  type Fact,
  type FoldedMine,
  isShut,
  lastClosureOf,
  statusOf,
  waitingOn,
} from '@rectify/engine/rectification';
import { jsonOf } from '../timeline/describe-history.ts';
import type { RecordedFact } from '../timeline/recording.ts';
import { dataFor, type Viewer } from '../viewer.ts';
import type { ChangeKind } from './change-kind.ts';
import type { MineChange } from './changes-answer.ts';
import type { Period } from './period.ts';

/** A mine before and after, and what there is to know of how it came to that. */
export interface Changed {
  readonly before: FoldedMine | undefined;
  readonly after: FoldedMine;
  readonly kinds: readonly ChangeKind[];
  /** All facts that the viewer may see, in order. */
  readonly facts: readonly Fact[];
  /** Those of them put on record in the period, where it is one of knowledge. */
  readonly learnt: readonly RecordedFact[];
}

/** A mine that changed as answered. */
export function describeChange(
  { before, after, kinds, facts, learnt }: Changed,
  period: Period,
  viewer: Viewer,
): MineChange {
  const { mineId, name, region } = after.mine;
  return {
    mineId,
    name,
    region,
    kinds: [...kinds],
    before: before ? stood(before, period.before.asOf) : null,
    after: stood(after, period.after.asOf),
    corrections: learnt.flatMap(({ fact }) =>
      fact.type === 'FactCorrected' ? [correctionMade(fact, facts, viewer)] : [],
    ),
    backdated: learnt.flatMap(({ fact: { eventId, type, occurredAt, recordedAt }, amends }) =>
      amends === 'backdated' ? [{ eventId, type, occurredAt, recordedAt }] : [],
    ),
  };
}

function stood({ value, mine, ...folded }: FoldedMine, asOf: string): MineChange['after'] {
  const { operation } = value;
  const waiting = waitingOn(value, mine);
  const closure = lastClosureOf({ mine, course: folded.course }, asOf);
  return {
    status: statusOf(operation),
    shut: isShut(operation),
    waitingOn: waiting.party,
    waitingOnOffice: waiting.office,
    state: operation,
    closure: closure
      ? {
          cycle: closure.cycle,
          since: closure.closure.since,
          until: closure.closure.until,
          ongoing: closure.ongoing,
          outcome: closure.closure.outcome,
          duration: closure.duration,
          days: closure.days,
        }
      : null,
  };
}

type CorrectionMade = MineChange['corrections'][number];
type Corrected = CorrectionMade['corrected'][number];

/** What a correction changed of what counted just before it. */
function correctionMade(
  { eventId: by, revision, recordedAt, data }: Extract<Fact, { type: 'FactCorrected' }>,
  facts: readonly Fact[],
  viewer: Viewer,
): CorrectionMade {
  const earlier = facts.filter((fact) => fact.revision < revision);
  const counted = new Map(effectiveHistory(earlier).map(({ fact }) => [fact.eventId, fact]));
  const recorded = new Map(earlier.map((fact) => [fact.eventId, fact]));
  return {
    eventId: by,
    recordedAt,
    reason: data.reason,
    corrected: data.corrections.flatMap((correction): Corrected[] => {
      const { eventId } = correction;
      const fact = counted.get(eventId) ?? recorded.get(eventId);
      if (!fact) return [];
      if ('void' in correction) return [{ eventId, type: fact.type, void: true, before: null, after: null }];
      const after = jsonOf(correction.patch);
      const { occurredAt, occurredAtPrecision } = fact;
      const values = { ...jsonOf(fact.data), occurredAt, occurredAtPrecision };
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, valueIn(values, key)]));
      return [
        { eventId, type: fact.type, void: false, before: dataFor(viewer, before), after: dataFor(viewer, after) },
      ];
    }),
  };
}

function valueIn<V>(values: Readonly<Record<string, V>>, key: string): V | null {
  return values[key] ?? null;
}
