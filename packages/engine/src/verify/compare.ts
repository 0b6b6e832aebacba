import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '../rectification/fact.ts';
import { procedureName } from '../rectification/procedures/procedure.ts';
import { asJson } from '../stored-event.ts';
import { type Difference, differencesOf } from './difference.ts';

/**
 * Everything in which a stored fact is other than deciding it again gives; ids have to be those that were stored. `follows`: what is
 * different when the fact itself, which follows from another one, says something else.
 */
export function differencesBetween(stored: Fact, redecided: Fact, follows: 'approval' | 'consequence'): Difference[] {
  const different = differencesOf(stored);
  const parts: readonly (readonly [Difference['what'], (fact: Fact) => object])[] = [
    ['transition', ({ transition }) => transition],
    ['retransitions', ({ retransitions }) => ({ retransitions: retransitions ?? [] })],
    ['procedure', ({ procedure }) => ({ procedure: procedureName(procedure) })],
    ['approval', ({ actor, approvedBy }) => ({ actor, approvedBy })],
    [follows, ({ data }) => ({ data })],
    [follows, ({ occurredAt, occurredAtPrecision, source }) => ({ occurredAt, occurredAtPrecision, source })],
    [follows, ({ commandId, causationId }) => ({ commandId, causationId })],
    ['recorded-at', ({ recordedAt }) => ({ recordedAt })],
  ];
  return parts.flatMap(([what, partOf]) => {
    if (isDeepStrictEqual(partOf(redecided), partOf(stored))) return [];
    // What is absent may be undefined on one side.
    const expected = asJson(partOf(redecided));
    const found = asJson(partOf(stored));
    return isDeepStrictEqual(expected, found) ? [] : [different(what, expected, found)];
  });
}
