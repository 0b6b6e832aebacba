import { type Moves, move, someone } from '../move.ts';
import { dayAfter, document, text } from './stand-ins.ts';

/** Moves that put something on the file, hand the mine over or take it out of the register. */
export const recordMoves = {
  OperatorChanged: (at) => [
    move(at, 'OperatorChanged', {
      operator: { id: at.mine.operator.id === 'another' ? 'someone-else' : 'another', name: text },
      reason: text,
    }),
  ],
  MineDecommissioned: (at) => [move(at, 'MineDecommissioned', { reason: text })],
  LostCapacityReported: (at) => [
    move(at, 'LostCapacityReported', { amountPerDay: 1, unit: text, scope: 'mine', from: dayAfter(at, 0) }),
  ],
  OwnerStatementFiled: (at) => [move(at, 'OwnerStatementFiled', { text })],
  CaseAssigned: (at) => [move(at, 'CaseAssigned', { assignee: 'someone' }, { by: someone('supervisor') })],
  CaseHandedOver: (at) => [move(at, 'CaseHandedOver', { assignee: 'someone' }, { by: someone('supervisor') })],
  DocumentAttached: (at) => [move(at, 'DocumentAttached', { document, visibility: 'owner' })],
  NoteAdded: (at) => [move(at, 'NoteAdded', { text, visibility: 'owner' })],
  DeadlinePassed: (at) => [move(at, 'DeadlinePassed', { rule: 'first-inspection', dueOn: dayAfter(at, 0) })],
  FactCorrected: (at) => [
    move(at, 'FactCorrected', { corrections: [{ eventId: SOME_EVENT, void: true }], reason: text }),
  ],
} satisfies Moves;

const SOME_EVENT = '00000000-0000-4000-8000-000000000000';
