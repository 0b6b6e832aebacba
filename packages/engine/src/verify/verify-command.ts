import type { KnownMine } from '../known-mine.ts';
import { decide } from '../rectification/decide.ts';
import type { Fact } from '../rectification/fact.ts';
import { eventOf } from '../rectification/fold.ts';
import type { Procedures } from '../rectification/procedures/procedures.ts';
import type { Rejection } from '../rejection.ts';
import { differencesBetween } from './compare.ts';
import { type Difference, differencesOf } from './difference.ts';
import { redecide } from './redecide.ts';

/** How many stored facts came from one sent event, and what is different in them. */
export interface VerifiedCommand {
  readonly count: number;
  readonly differences: readonly Difference[];
}

/** Verifies the first of some stored facts of a mine with those that followed from it: it is sent again, to the mine as it was. */
export function verifyCommand(
  stored: readonly [Fact, ...Fact[]],
  mine: KnownMine | undefined,
  procedures: Procedures,
): VerifiedCommand {
  const [fact, ...following] = stored;
  const different = differencesOf(fact);
  const together = 1 + followedFrom(fact, following);
  let ids = 0;
  const again = redecide(fact, mine, { procedures, newId: () => `again-${++ids}` });
  if (again.kind === 'refused')
    return {
      count: together,
      differences: [refusal(fact, together > 1 ? following[0] : undefined, again.rejection, mine)],
    };
  const [first, ...effects] = withStoredIds(again.facts, stored);
  if (first?.type !== fact.type)
    return { count: together, differences: [different('approval', first?.type ?? 'nothing', fact.type)] };
  const follows = isOfApproval(fact) ? 'approval' : 'consequence';
  const differences = differencesBetween(fact, first, follows);
  for (const [index, effect] of effects.entries()) {
    const next = following[index];
    if (next?.type !== effect.type)
      return {
        count: 1 + index,
        differences: [...differences, different('consequence', effect.type, next?.type ?? 'nothing')],
      };
    differences.push(...differencesBetween(next, effect, follows));
  }
  return { count: 1 + effects.length, differences };
}

/** How many of the facts after a fact were stored as its effects: each is caused by it, or by one of them. */
function followedFrom(fact: Fact, following: readonly Fact[]): number {
  const causes = new Set([fact.eventId]);
  const next = following.findIndex(({ causationId, eventId }) => {
    const follows = causes.has(causationId);
    causes.add(eventId);
    return !follows;
  });
  return next === -1 ? following.length : next;
}

/** A refusal as the difference that it is: of the fact itself or, where that alone is possible, of what was stored as its effect. */
function refusal(fact: Fact, effect: Fact | undefined, rejection: Rejection, mine: KnownMine | undefined): Difference {
  const ofEffect = effect !== undefined && mine !== undefined && decide(mine.folded, eventOf(fact)).accepted;
  const different = differencesOf(ofEffect ? effect : fact);
  switch (rejection.code) {
    case 'forbidden':
      return different('role', `refused: ${rejection.detail}`, fact.actor.role);
    case 'invalid':
      return different(
        'data',
        rejection.faults.map(({ pointer, detail }) => `${pointer} ${detail}`),
        'stored',
      );
    case 'illegal-transition':
    case 'condition-not-met': {
      const what = isOfApproval(fact) ? 'approval' : ofEffect ? 'consequence' : 'acceptance';
      return different(
        what,
        rejection.reasons.map(({ code, detail }) => `${code}: ${detail}`),
        'stored',
      );
    }
    default:
      return different('acceptance', `refused: ${rejection.code}`, 'stored');
  }
}

/** Four eyes are at work: a request, an answer to one, or what was granted. */
function isOfApproval({ type, approvedBy }: Fact): boolean {
  return type.startsWith('Approval') || approvedBy !== undefined;
}

/** Facts decided again with the ids that were stored in their place, which they cannot know. */
function withStoredIds(again: readonly Fact[], stored: readonly Fact[]): Fact[] {
  const ids = new Map(again.map(({ eventId }, index) => [eventId, stored[index]?.eventId ?? eventId]));
  const storedId = (id: string) => ids.get(id) ?? id;
  return again.map((fact, index) => {
    const known = {
      ...fact,
      eventId: storedId(fact.eventId),
      causationId: storedId(fact.causationId),
      ...(fact.retransitions && {
        retransitions: fact.retransitions.map((each) => ({ ...each, eventId: storedId(each.eventId) })),
      }),
    };
    const place = stored[index];
    return known.type === 'ApprovalRequested' && place?.type === 'ApprovalRequested'
      ? { ...known, data: { ...known.data, approvalId: place.data.approvalId } }
      : known;
  });
}
