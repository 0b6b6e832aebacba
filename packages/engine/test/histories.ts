import fc from 'fast-check';
import {
  defaultProcedure,
  type EventData,
  type EventType,
  eventTypes,
  type Fact,
  type FoldedMine,
  isShut,
  type Outcome,
  owningRegion,
  type Person,
  type Role,
  sendersOf,
} from '../src/index.ts';
import { stepsFrom } from '../src/rectification/decide.ts';
import {
  inspector,
  licensing,
  type MineUnderTest,
  owner,
  reviewer,
  secondSupervisor,
  supervisor,
  system,
} from './given.ts';
import { nextOnTheWay } from './next-on-the-way.ts';
import { wellFormed } from './well-formed.ts';

/** One thing that is tried with a mine, whatever it is like by then. */
export type Move =
  /** What leads on towards reopening. */
  | { readonly kind: 'on' }
  /** One of the events that the chart has a step for, in one of the ways it could go, some hours back or now. */
  | { readonly kind: 'aside'; readonly pick: number; readonly way: number; readonly hoursBack: number }
  /** An event of a type, whether there is a step for it or not. */
  | { readonly kind: 'attempt'; readonly type: EventType }
  /** What leads on to an appeal and its decision, in one of the ways it could go, some hours back or now. */
  | { readonly kind: 'appeal'; readonly way: number; readonly hoursBack: number }
  /** An earlier event is corrected: voided, moved by some hours, or said otherwise; perhaps with everything that depends on it voided too. */
  | Correcting
  /** Days go by. */
  | { readonly kind: 'wait'; readonly days: number };

/** An earlier event that is corrected; `way` is one of the ways in which it could be said otherwise. */
export interface Correcting {
  readonly kind: 'correct';
  /** Which event, among those of one of these types. */
  readonly index: number;
  readonly of: readonly EventType[];
  readonly how: { readonly hours: number } | { readonly way: number } | 'void';
  readonly adopting: boolean;
}

const on = fc.constant<Move>({ kind: 'on' });
const wait = fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) });
const attempt = fc.record({ kind: fc.constant('attempt' as const), type: fc.constantFrom(...eventTypes) });
const aside = (hoursBack: fc.Arbitrary<number>) =>
  fc.record({ kind: fc.constant('aside' as const), pick: fc.nat(999), way: fc.nat(5), hoursBack });
const now = aside(fc.constant(0));
const back = aside(fc.integer({ min: 1, max: 400 }));
const correctOf = (of: readonly EventType[]) =>
  fc.record({
    kind: fc.constant('correct' as const),
    index: fc.nat(60),
    of: fc.constant(of),
    how: fc.oneof(
      fc.constant('void' as const),
      fc.record({ hours: fc.integer({ min: -300, max: 300 }) }),
      fc.record({ way: fc.nat(5) }),
    ),
    adopting: fc.boolean(),
  });
const correct = correctOf(eventTypes);

/** Moves in the order of time. */
export const movesInOrder = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: on },
    { weight: 7, arbitrary: now },
    { weight: 1, arbitrary: attempt },
    { weight: 1, arbitrary: wait },
  ),
  { minLength: 30, maxLength: 60, size: 'max' },
);

/** Moves among which some go back in time or correct what was said. */
export const movesBackAndForth = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: on },
    { weight: 5, arbitrary: now },
    { weight: 4, arbitrary: back },
    { weight: 1, arbitrary: attempt },
    { weight: 3, arbitrary: correct },
    { weight: 1, arbitrary: wait },
  ),
  { minLength: 30, maxLength: 60, size: 'max' },
);

const ofAppeals: readonly EventType[] = ['AppealLodged', 'AppealDecided', 'ClosureQuashed', 'ClosureWithdrawn'];

/** Moves about appeals, decided and corrected back and forth while the mine is shut and runs again. */
export const movesOfAppeals = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: on },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('appeal' as const),
        way: fc.nat(2),
        hoursBack: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Move>({ kind: 'attempt', type: 'ClosureWithdrawn' }) },
    { weight: 4, arbitrary: correctOf(ofAppeals) },
    { weight: 1, arbitrary: correct },
    { weight: 4, arbitrary: wait },
  ),
  { minLength: 25, maxLength: 50, size: 'max' },
);

const people: Readonly<Record<Role, Person>> = {
  inspector,
  supervisor,
  licensing,
  reviewer,
  owner,
  system,
  analyst: inspector,
  admin: inspector,
};

/** Who sends an event of a type; answers to a request come from the second supervisor. */
export function senderOf(type: EventType): Person {
  if (type === 'ApprovalGranted' || type === 'ApprovalDeclined') return secondSupervisor;
  if (type === 'ApprovalWithdrawn') return supervisor;
  const roles = sendersOf(type, defaultProcedure);
  return roles.includes('supervisor') ? supervisor : people[roles[0] ?? 'inspector'];
}

/** What a move sends. */
export interface Sending {
  readonly person: Person;
  readonly type: EventType;
  readonly data: unknown;
  readonly occurredAt?: string;
  /** What needs approval is granted at once. */
  readonly granting: boolean;
}

/** Tries a move; answers what came of each command it took. */
export async function tries(mine: MineUnderTest, move: Move): Promise<readonly Outcome[]> {
  if (move.kind === 'wait') {
    const { lastRecordedAt } = await mine.now();
    mine.at(new Date(Date.parse(lastRecordedAt) + move.days * 86_400_000).toISOString());
    return [];
  }
  const { person, type, data, occurredAt, granting } = await sendingOf(mine, move);
  const outcome = await mine.attempts(person, type, data, occurredAt === undefined ? {} : { occurredAt });
  if (outcome.kind !== 'approval' || !granting) return [outcome];
  const { approvalId } = outcome.approval;
  return [outcome, await mine.attempts(secondSupervisor, 'ApprovalGranted', { approvalId })];
}

/** What a move sends to a mine as it is now. */
export async function sendingOf(mine: MineUnderTest, move: Exclude<Move, { kind: 'wait' }>): Promise<Sending> {
  const folded = await mine.now();
  switch (move.kind) {
    case 'on':
      return { ...sent(folded, nextOnTheWay(folded)), granting: true };
    case 'correct':
      return { person: supervisor, type: 'FactCorrected', data: await corrected(mine, move), granting: true };
    case 'attempt':
      return sent(folded, move.type);
    case 'appeal':
      return { ...sent(folded, nextOfAnAppeal(folded), move), granting: true };
    case 'aside': {
      const steps = stepsFrom(folded)
        .filter((type) => !rare.includes(type) || move.pick < 100)
        .flatMap((type) => (leadsFar(type) ? [type, type, type, type] : [type]));
      return sent(folded, steps[move.pick % steps.length] ?? 'NoteAdded', move);
    }
  }
}

/** An event of a type with well-formed data, in one of the ways it could go, some hours back or now. */
function sent(folded: FoldedMine, type: EventType, { way, hoursBack } = { way: 0, hoursBack: 0 }): Sending {
  const person = senderOf(type);
  const ways = wellFormed(type, folded.mine, person);
  const back = hoursBack > 0 ? { occurredAt: hoursFrom(folded.lastRecordedAt, -hoursBack) } : {};
  return { person, type, data: ways[way % ways.length], ...back, granting: false };
}

function nextOfAnAppeal({ mine, value }: FoldedMine): EventType {
  if (mine.appeals.some(({ status }) => status === 'pending')) return 'AppealDecided';
  return isShut(value.operation) ? 'AppealLodged' : 'ClosureOrdered';
}

/** What other events depend on, more than on notes and statements. */
function leadsFar(type: EventType): boolean {
  return owningRegion(type) !== 'operation' || /^(Relocation|Finding|Requirement|Licence|Guarantee)/.test(type);
}

/** What ends a history, or is a move of its own. */
const rare: readonly EventType[] = ['MineDecommissioned', 'FactCorrected'];

/** The data of a correction as a move has it. */
export async function corrected(mine: MineUnderTest, move: Correcting): Promise<EventData<'FactCorrected'>> {
  const facts = await mine.facts();
  const suiting = facts.filter(({ type }) => move.of.includes(type));
  const among = suiting.length > 0 ? suiting : facts;
  const fact = among[move.index % among.length];
  const data = { corrections: fact ? [correctionOf(fact, move.how)] : [], reason: 'as the test says' };
  if (!move.adopting) return data;
  const { mineId } = mine;
  const outcome = await mine.engine.previewCorrection({ mineId, person: supervisor, data });
  const dependents = outcome.kind === 'previewed' ? (outcome.preview.dependents ?? []) : [];
  return { ...data, corrections: [...data.corrections, ...dependents] };
}

function correctionOf(fact: Fact, how: Correcting['how']): EventData<'FactCorrected'>['corrections'][number] {
  const { eventId, occurredAt } = fact;
  if (how === 'void') return { eventId, void: true };
  if ('hours' in how) return { eventId, patch: { occurredAt: hoursFrom(occurredAt, how.hours) } };
  const ways = saidOtherwise(fact);
  return { eventId, patch: ways[how.way % ways.length] ?? {} };
}

/** What could be said of a fact instead; the last takes back what was said of it before. */
function saidOtherwise({ type }: Fact): Readonly<Record<string, unknown>>[] {
  switch (type) {
    case 'AppealDecided':
      return [{ decision: 'quashed' }, { decision: 'quashed' }, { decision: 'upheld' }, { decision: 'varied' }, {}];
    case 'AppealLodged':
      return [{ against: 'direction' }, { against: 'order' }, {}];
    case 'CheckRecorded':
      return [{ outcome: 'fail' }, { outcome: 'pass' }, { check: 'TAX' }, {}];
    case 'ClosureOrdered':
      return [{ servedAt: '2018-11-20T00:00:00+08:00' }, { grounds: 'Tax arrears' }, {}];
    case 'FindingRaised':
      return [{ findingId: 'F1' }, { dueOn: '2019-02-01' }, {}];
    case 'RequirementSatisfied':
      return [{ validUntil: '2018-11-10' }, { requirement: 'LICENCES' }, {}];
    case 'RelocationCompleted':
      return [{ region: 'CN-SC', successor: 'SC-0001' }, { region: 'CN-GZ', successor: null }, {}];
    default:
      return [{}];
  }
}

function hoursFrom(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}
