import { answerOf, problemOf } from '@rectify/api';
import type { Rejection } from '@rectify/engine';
import { Refused } from '../failures.ts';

/** A refusal of the engine, as the API would have answered it. */
export function refusal(rejection: Rejection, newId: () => string): Refused {
  return new Refused(answerOf(problemOf(rejection), newId()));
}
