import { milliseconds } from '../calendar.ts';
import { isQuashedBy } from '../case/appeals.ts';
import { letterThatCounts } from '../case/letters.ts';
import type { Mine } from '../case/mine.ts';
import { isMet } from '../case/requirements.ts';
import { mayOperateByFacts } from '../may-operate.ts';
import { procedureName } from '../procedures/procedure.ts';
import type { Reason } from '../reason.ts';
import { type Circumstances, type Guards, when } from './guard.ts';

type ClosureEvent =
  | 'ClosureOrdered'
  | 'OrderServed'
  | 'LiftRequested'
  | 'LiftRefused'
  | 'ClosureWithdrawn'
  | 'ClosureQuashed'
  | 'RequirementsCertified'
  | 'ReopeningAuthorised'
  | 'ProcedureMigrated'
  | 'OperationResumed';

/** The conditions of closing, lifting and reopening. */
export const closureGuards: Guards<ClosureEvent> = {
  ClosureOrdered: { fits: (_mine, { servedAt }, at) => servedInTheFuture(servedAt, at) },
  OrderServed: {
    conditions: ({ closure }) => [
      ...when(closure?.cause === 'relocation', noOrder),
      ...when(Boolean(closure?.served), () => ({
        code: 'order-already-served',
        detail: 'The closing order was already served in this cycle.',
        who: 'nobody',
      })),
    ],
    fits: (_mine, { servedAt }, at) => servedInTheFuture(servedAt, at),
  },
  LiftRequested: {
    conditions: ({ liftRequest }) =>
      when(liftRequest !== null, () => ({
        code: 'lift-request-pending',
        detail: 'A request to lift the closure waits for an answer already.',
        who: 'supervisor',
      })),
  },
  LiftRefused: {
    conditions: ({ liftRequest }) =>
      when(liftRequest === null, () => ({
        code: 'no-lift-request',
        detail: 'The owner has not asked for the closure to be lifted.',
        who: 'owner',
      })),
  },
  ClosureWithdrawn: { conditions: ({ closure }) => when(closure?.cause === 'relocation', noOrder) },
  ClosureQuashed: {
    conditions: ({ closure }) => when(closure?.cause === 'relocation', noOrder),
    fits: ({ appeals, cycle }, { appealId }) =>
      when(!isQuashedBy(appeals, appealId, cycle), () => ({
        code: 'not-quashed',
        detail: `Appeal ${appealId} has not quashed the closing order of this cycle.`,
        who: 'reviewer',
        about: appealId,
      })),
  },
  RequirementsCertified: { conditions: unmetRequirements },
  ReopeningAuthorised: {
    conditions: (mine, at) => [...unmetRequirements(mine, at), ...unmetLetter(mine), ...unmetDirection(mine)],
  },
  ProcedureMigrated: {
    fits: (mine, _data, { procedure }) => [
      ...when(procedureName(procedure) === procedureName(mine.procedure), () => ({
        code: 'same-procedure',
        detail: `The cycle is under ${procedureName(procedure)} already.`,
        who: 'supervisor',
        about: procedureName(procedure),
      })),
      ...when(!procedure.regions.includes(mine.region), () => ({
        code: 'procedure-of-elsewhere',
        detail: `${procedureName(procedure)} is for ${procedure.regions.join(', ')}, and this mine is in ${mine.region}.`,
        who: 'supervisor',
        about: procedureName(procedure),
      })),
    ],
  },
  OperationResumed: {
    conditions: (mine) => [
      ...when(!mayOperateByFacts(mine), () => ({
        code: 'may-not-operate',
        detail: 'The mine may not run now.',
        who: 'supervisor',
      })),
      ...when(mine.cycle === 0, () => ({
        code: 'never-closed',
        detail: 'The mine was never closed, so there is nothing to resume from.',
        who: 'nobody',
      })),
      ...when(mine.resumed, () => ({
        code: 'already-resumed',
        detail: 'It is already on the file that operation resumed after this closure.',
        who: 'nobody',
      })),
    ],
  },
};

function noOrder(): Reason {
  return {
    code: 'no-order',
    detail:
      'The mine is shut because its site moved, not by a closing order; an inspection of the new site has to pass.',
    who: 'inspector',
  };
}

function servedInTheFuture(servedAt: string | undefined, { decidedAt }: Circumstances): Reason[] {
  return when(servedAt !== undefined && milliseconds(servedAt) > milliseconds(decidedAt), () => ({
    code: 'served-in-the-future',
    detail: `The order cannot have been served after ${decidedAt}.`,
    who: 'inspector',
  }));
}

/** Every requirement has to be satisfied or waived, and valid when it occurs and when it is decided. */
function unmetRequirements(mine: Mine, { occurredAt, decidedAt }: Circumstances): Reason[] {
  const { zone, requirements } = mine.procedure;
  return requirements
    .filter(({ code }) => {
      const requirement = mine.requirements[code];
      return !isMet(requirement, occurredAt, zone) || !isMet(requirement, decidedAt, zone);
    })
    .map(({ code, title, office }) => {
      const status = mine.requirements[code]?.status ?? 'missing';
      const expired = status === 'satisfied' || status === 'waived';
      return {
        code: expired ? 'requirement-expired' : `requirement-${status}`,
        detail: `${title.en}: ${unmetWords[status]}.`,
        who: status === 'submitted' || expired ? 'licensing' : 'owner',
        office,
        about: code,
      };
    });
}

const unmetWords = {
  missing: 'no evidence has been sent',
  submitted: 'the evidence sent has not been accepted yet',
  returned: 'the evidence was returned and has to be sent again',
  lapsed: 'it lapsed and has to be satisfied again',
  satisfied: 'it is no longer valid and has to be renewed',
  waived: 'the waiver is no longer valid and has to be renewed',
};

function unmetLetter({ letters, cycle }: Mine): Reason[] {
  const letter = letterThatCounts(letters, cycle);
  if (!letter || letter.status === 'signed' || letter.status === 'accepted') return [];
  const about = letter.letterId;
  switch (letter.status) {
    case 'breached':
      return [
        {
          code: 'letter-breached',
          detail: 'The guarantee letter was breached; it has to be withdrawn or another one signed.',
          who: 'supervisor',
          about,
        },
      ];
    case 'declined':
      return [
        {
          code: 'letter-declined',
          detail: 'The owner declined the guarantee letter; it has to be withdrawn or another one signed.',
          who: 'supervisor',
          about,
        },
      ];
    default:
      return [
        { code: 'letter-unsigned', detail: 'The guarantee letter demanded has not been signed.', who: 'owner', about },
      ];
  }
}

/** A power direction has to be withdrawn, or complied with and that verified. */
function unmetDirection({ power }: Mine): Reason[] {
  if (power.relocation) {
    return [
      {
        code: 'relocating',
        detail: 'The mine is moving to another site; the move has to be completed or abandoned.',
        who: 'owner',
      },
    ];
  }
  const { direction } = power;
  if (!direction) return [];
  const about = direction.directionId;
  if (!direction.curtailedTo) {
    return [
      { code: 'direction-unmet', detail: 'The power direction has not been complied with.', who: 'owner', about },
    ];
  }
  return when(direction.verifiedAt === null, () => ({
    code: 'curtailment-unverified',
    detail: 'The curtailment of power has not been verified.',
    who: 'inspector',
    office: 'power',
    about,
  }));
}
