import type { Mine } from '../case/mine.ts';
import { hasPassed } from '../case/passed.ts';
import type { Reason } from '../reason.ts';
import type { Actor } from '../roles.ts';
import { type Guards, when } from './guard.ts';

type RecordEvent =
  | 'LostCapacityReported'
  | 'OwnerStatementFiled'
  | 'CaseAssigned'
  | 'CaseHandedOver'
  | 'DocumentAttached'
  | 'NoteAdded'
  | 'DeadlinePassed'
  | 'FactCorrected'
  | 'OperatorChanged'
  | 'MineDecommissioned'
  | 'MineRegistered';

/** The conditions of what is put on the file, and of registering and leaving the register. */
export const recordGuards: Guards<RecordEvent> = {
  MineRegistered: {},
  OperatorChanged: {
    fits: (mine, { operator }) =>
      when(operator.id === mine.operator.id, () => ({
        code: 'same-operator',
        detail: `${operator.id} is the operator already.`,
        who: 'supervisor',
        about: operator.id,
      })),
  },
  MineDecommissioned: {},
  LostCapacityReported: {
    fits: (_mine, { from, to }) =>
      when(to !== undefined && to < from, () => ({
        code: 'ends-before-it-begins',
        detail: 'The last day lies before the first.',
        who: 'owner',
      })),
  },
  OwnerStatementFiled: {},
  CaseAssigned: {
    fits: (_mine, { assignee }, { actor }) =>
      when(actor.role !== 'supervisor' && actor.id !== assignee, () => ({
        code: 'only-to-yourself',
        detail: 'You can assign the case to yourself; to someone else only a supervisor can.',
        who: 'supervisor',
      })),
  },
  CaseHandedOver: {
    conditions: (mine, { actor }) => notYours(mine, actor),
  },
  DocumentAttached: { fits: (_mine, { visibility }, { actor }) => hiddenFromItsOwner(actor, visibility) },
  NoteAdded: { fits: (_mine, { visibility }, { actor }) => hiddenFromItsOwner(actor, visibility) },
  DeadlinePassed: {
    fits: (mine, { rule, dueOn, subject }) =>
      when(hasPassed(mine, { rule, dueOn, subject: subject ?? null }), () => ({
        code: 'already-passed',
        detail: `That this deadline of ${dueOn} passed is on the file already.`,
        who: 'nobody',
        about: subject ?? rule,
      })),
  },
  FactCorrected: {},
};

function notYours({ assignee }: Mine, actor: Actor): Reason[] {
  return when(actor.role !== 'supervisor' && actor.id !== assignee, () => ({
    code: 'not-your-case',
    detail: 'Only who has the case, or a supervisor, can hand it over.',
    who: 'supervisor',
  }));
}

function hiddenFromItsOwner(actor: Actor, visibility: 'internal' | 'owner'): Reason[] {
  return when(actor.role === 'owner' && visibility === 'internal', () => ({
    code: 'internal-is-for-officials',
    detail: 'What an owner files is visible to the owner: use visibility "owner".',
    who: 'owner',
  }));
}
