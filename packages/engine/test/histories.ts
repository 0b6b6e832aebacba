import fc from 'fast-check';
import {
  defaultProcedure,
  type EventData,
  type EventType,
  eventTypes,
  type Fact,
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
  /** An earlier event is corrected: voided, or moved by some hours. */
  | { readonly kind: 'correct'; readonly index: number; readonly hours: number | 'void' }
  /** Days go by. */
  | { readonly kind: 'wait'; readonly days: number };

const on = fc.constant<Move>({ kind: 'on' });
const wait = fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) });
const attempt = fc.record({ kind: fc.constant('attempt' as const), type: fc.constantFrom(...eventTypes) });
const aside = (hoursBack: fc.Arbitrary<number>) =>
  fc.record({ kind: fc.constant('aside' as const), pick: fc.nat(999), way: fc.nat(5), hoursBack });
const now = aside(fc.constant(0));
const back = aside(fc.integer({ min: 1, max: 400 }));
const correct = fc.record({
  kind: fc.constant('correct' as const),
  index: fc.nat(60),
  hours: fc.oneof(fc.constant('void' as const), fc.integer({ min: -300, max: 300 })),
});

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
    { weight: 2, arbitrary: correct },
    { weight: 1, arbitrary: wait },
  ),
  { minLength: 30, maxLength: 60, size: 'max' },
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
function senderOf(type: EventType): Person {
  if (type === 'ApprovalGranted' || type === 'ApprovalDeclined') return secondSupervisor;
  if (type === 'ApprovalWithdrawn') return supervisor;
  const roles = sendersOf(type, defaultProcedure);
  return roles.includes('supervisor') ? supervisor : people[roles[0] ?? 'inspector'];
}

/** Tries a move; answers what came of each command it took. What needs approval while leading on is granted at once. */
export async function tries(mine: MineUnderTest, move: Move): Promise<readonly Outcome[]> {
  const folded = await mine.now();
  switch (move.kind) {
    case 'wait':
      mine.at(new Date(Date.parse(folded.lastRecordedAt) + move.days * 86_400_000).toISOString());
      return [];
    case 'on': {
      const type = nextOnTheWay(folded);
      const [data] = wellFormed(type, folded.mine);
      return granted(mine, await mine.attempts(senderOf(type), type, data));
    }
    case 'correct': {
      const facts = await mine.facts();
      const fact = facts[move.index % facts.length];
      if (!fact) return [];
      const data = { corrections: [correctionOf(fact, move.hours)], reason: 'as the test says' };
      return granted(mine, await mine.attempts(supervisor, 'FactCorrected', data));
    }
    case 'attempt':
      return [await sends(mine, move.type, 0)];
    case 'aside': {
      const steps = stepsFrom(folded)
        .filter((type) => !rare.includes(type) || move.pick < 100)
        .flatMap((type) => (leadsFar(type) ? [type, type, type, type] : [type]));
      const occurredAt = move.hoursBack > 0 ? hoursFrom(folded.lastRecordedAt, -move.hoursBack) : undefined;
      return [await sends(mine, steps[move.pick % steps.length] ?? 'NoteAdded', move.way, occurredAt)];
    }
  }
}

/** What other events depend on, more than on notes and statements. */
function leadsFar(type: EventType): boolean {
  return owningRegion(type) !== 'operation' || /^(Relocation|Finding|Requirement|Licence|Guarantee)/.test(type);
}

/** What ends a history, or is a move of its own. */
const rare: readonly EventType[] = ['MineDecommissioned', 'FactCorrected'];

async function sends(mine: MineUnderTest, type: EventType, way: number, occurredAt?: string): Promise<Outcome> {
  const sender = senderOf(type);
  const ways = wellFormed(type, (await mine.now()).mine, sender);
  return mine.attempts(sender, type, ways[way % ways.length], occurredAt === undefined ? {} : { occurredAt });
}

async function granted(mine: MineUnderTest, outcome: Outcome): Promise<readonly Outcome[]> {
  if (outcome.kind !== 'approval') return [outcome];
  const { approvalId } = outcome.approval;
  return [outcome, await mine.attempts(secondSupervisor, 'ApprovalGranted', { approvalId })];
}

function correctionOf(
  { eventId, occurredAt }: Fact,
  hours: number | 'void',
): EventData<'FactCorrected'>['corrections'][number] {
  return hours === 'void' ? { eventId, void: true } : { eventId, patch: { occurredAt: hoursFrom(occurredAt, hours) } };
}

function hoursFrom(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}
