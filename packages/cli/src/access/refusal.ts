import { answerOf, Problem, problemOf, problemOfPublishing } from '@rectify/api';
import type { Rejection } from '@rectify/engine';
import { Refused } from '../failures.ts';

/** A refusal of the engine, as the API would have answered it. */
export function refusal(rejection: Rejection, newId: () => string): Refused {
  return refused(problemOf(rejection), newId);
}

/** A refusal to publish or withdraw a procedure, or to find one, as the API would have answered it. */
export function refusalOfPublishing(
  rejection: Parameters<typeof problemOfPublishing>[0],
  newId: () => string,
): Refused {
  return refused(problemOfPublishing(rejection), newId);
}

/** Does something that the API does too: a problem is thrown as the refusal that it would have answered. */
export async function orRefused<T>(work: () => T | Promise<T>, newId: () => string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw refused(error, newId);
    throw error;
  }
}

function refused(problem: Problem, newId: () => string): Refused {
  return new Refused(answerOf(problem, newId()));
}
