import type { FoldedMine, Outcome } from '@rectify/engine';
import {
  approvalAnswer,
  approvalFor,
  describeHistory,
  eventAnswer,
  type MineDetail,
  mineDetail,
  type Viewer,
} from '@rectify/projections';
import { z } from 'zod';
import type { AppNeeds } from '../app-needs.ts';
import type { Caller } from '../auth/claims.ts';
import { problemOf } from '../rejections.ts';
import { answerMineNow, describeWhole } from './mine-now.ts';

/** What was stored: the event sent, and all that were stored with it, such as the effect of a granted request. */
export const storedAnswer = z
  .object({
    event: eventAnswer,
    events: z.array(eventAnswer).meta({ description: 'All that the act stored, the event itself first' }),
    mine: mineDetail,
    duplicate: z.boolean().meta({ description: 'The same was sent before under this key; nothing was stored again' }),
  })
  .meta({ id: 'Stored' });

/** A request that waits for another person to grant it. */
export const requestedAnswer = z
  .object({
    approval: approvalAnswer.extend({
      answer: z.enum(['pending', 'granted', 'declined', 'withdrawn']).meta({ description: 'What became of it so far' }),
    }),
    mine: mineDetail,
    duplicate: z
      .boolean()
      .meta({ description: 'The same was requested before under this key; nothing was stored again' }),
  })
  .meta({ id: 'Requested' });

/** {@link storedAnswer} as a type. */
export type Stored = z.infer<typeof storedAnswer>;
/** {@link requestedAnswer} as a type. */
export type Requested = z.infer<typeof requestedAnswer>;

/** What answering needs. */
type AnswerNeeds = Pick<AppNeeds, 'engine' | 'clock' | 'viewerOf'>;

/** The answer to a command: its status, its body, and the position up to which it is stored. */
export type OutcomeAnswer =
  | { readonly status: 201; readonly body: Stored; readonly position: string }
  | { readonly status: 202; readonly body: Requested; readonly position: string };

/**
 * What a command's outcome is answered with to the caller who sent it.
 * @throws Problem when nothing was stored
 */
export async function answerOutcome(needs: AnswerNeeds, caller: Caller, outcome: Outcome): Promise<OutcomeAnswer> {
  if (outcome.kind === 'rejected') throw problemOf(outcome.rejection, outcome.index);
  const viewer = needs.viewerOf(caller);
  const { duplicate } = outcome;
  const { position } = outcome.mine;
  const mine = await mineAfter(needs, viewer, outcome.mine);
  if (outcome.kind === 'approval') {
    const approval = { ...approvalFor(viewer, outcome.approval), answer: outcome.approval.answer };
    return { status: 202, body: { approval, mine, duplicate }, position };
  }
  const events = describeHistory(outcome.facts, {}, viewer);
  const [event] = events;
  if (!event) throw new TypeError(`Nobody may see what ${caller.role} sent to ${mine.mineId}.`);
  return { status: 201, body: { event, events, mine, duplicate }, position };
}

/** The mine as it is after a command. What an owner is told of it is folded from what they may see. */
async function mineAfter(needs: AnswerNeeds, viewer: Viewer, folded: FoldedMine): Promise<MineDetail> {
  if (viewer.kind !== 'owner') return describeWhole(folded, needs.clock(), viewer);
  const mine = await answerMineNow(needs, folded.mine.mineId, viewer);
  if (!mine) throw new TypeError(`The owner who sent to ${folded.mine.mineId} may not see it.`);
  return mine;
}
