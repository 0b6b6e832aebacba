import type { ProcedureOutcome, Rejection } from '@rectify/engine';
import { Problem } from './problems.ts';
import { invalid } from './requests/checked.ts';

/**
 * The problem that a refusal of the engine is answered with: interface.md, "Errors". In a batch, `index` says which event it was about;
 * pointers then lead into the batch.
 */
export function problemOf(rejection: Rejection, index?: number): Problem {
  const problem = problemAlone(rejection);
  if (index === undefined) return problem;
  const { errors, detail, ...details } = problem.details;
  const within = errors?.map(({ pointer, detail }) => ({ pointer: `/events/${index}${pointer}`, detail }));
  return new Problem(problem.type, {
    ...details,
    detail: `Event ${index + 1} of the batch: ${detail}`,
    ...(within && { errors: within }),
    index,
  });
}

/** The problem that a refusal to publish or withdraw a procedure is answered with; pointers lead into the body. */
export function problemOfPublishing(rejection: Extract<ProcedureOutcome, { kind: 'rejected' }>['rejection']): Problem {
  switch (rejection.code) {
    case 'invalid':
      return invalid(rejection.faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/data/, '') })));
    case 'procedure-exists':
      return new Problem(rejection.code, {
        detail: `${rejection.procedure} was published already, and a version never changes: raise the version.`,
      });
    case 'unknown-procedure':
      return new Problem(rejection.code, { detail: `There is no procedure ${rejection.procedure}.` });
    case 'procedure-cannot-be-withdrawn':
      return new Problem(rejection.code, { detail: rejection.detail });
    default:
      return problemOf(rejection);
  }
}

function problemAlone(rejection: Rejection): Problem {
  switch (rejection.code) {
    case 'invalid':
      return invalid(rejection.faults);
    case 'unknown-event-type':
      return new Problem('unknown-event-type', {
        detail: `There is no event type ${JSON.stringify(rejection.type.slice(0, 100))}; GET /v1/openapi.json lists all.`,
        errors: [{ pointer: '/type', detail: 'is not an event type' }],
      });
    case 'key-reused':
      return new Problem('key-reused', {
        detail: 'This Idempotency-Key was used before for something else; take a new key for a new act.',
      });
    case 'unknown-mine':
      return new Problem('not-found', { detail: 'There is no such mine, or it is not yours to see.' });
    case 'mine-exists':
      return new Problem('conflict', {
        detail: `There is a mine ${rejection.mineId} already; choose another id, or leave it out to have one made.`,
      });
    case 'forbidden':
      return new Problem('forbidden', { detail: rejection.detail, who: [...rejection.who] });
    case 'illegal-transition':
    case 'condition-not-met':
      return new Problem(rejection.code, {
        detail: rejection.reasons.map(({ detail }) => detail).join(' '),
        reasons: rejection.reasons.map((reason) => ({ ...reason })),
        next: [...rejection.next],
      });
    case 'stale':
      return new Problem('stale', {
        detail: `You saw revision ${rejection.expected} and the mine is at ${rejection.actual}: read it again, then decide anew.`,
      });
    case 'too-large':
      return new Problem('too-large', {
        detail: `This is ${rejection.bytes} bytes of JSON or more; at most 512 KiB are stored at once.`,
      });
  }
}
