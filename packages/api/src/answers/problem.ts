import {
  EventTooLarge,
  InvalidAppend,
  InvalidPosition,
  StoreClosed,
  StoreOverloaded,
  StoreUnavailable,
} from '@rectify/engine';
import { ForeignCursor, InvalidCursor } from '@rectify/projections';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { answerOf, Problem, type ProblemType } from '../problems.ts';

/** The header that names a request, in the answer and in the log. */
export const REQUEST_ID = 'Request-Id';

/** The id of the request that a response answers. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(REQUEST_ID));
}

/** Answers whatever a handler threw as problem details; what nobody foresaw is logged and nothing of it is told. */
export function answerProblems(log: Logger): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, _next) => {
    const problem = problemFor(error);
    // Under too much load, a line for each refusal would be more load.
    if ((problem.type === 'unexpected' || problem.type === 'unavailable') && !(error instanceof StoreOverloaded)) {
      log.error(
        { err: error, requestId: requestIdOf(response), method: request.method, path: request.path },
        problem.message,
      );
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, problem);
  };
}

/** Answers with problem details. */
export function sendProblem(response: Response, problem: Problem): void {
  const answer = answerOf(problem, requestIdOf(response));
  response
    .status(answer.status)
    .set({
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...problem.details.headers,
    })
    .send(JSON.stringify(answer));
}

/** The problem that something thrown is answered with. */
export function problemFor(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable || error instanceof StoreClosed) {
    const detail =
      'The store cannot be written or read just now. Nothing is known to be lost: send the same again, with the same Idempotency-Key.';
    return new Problem('unavailable', { detail, headers: { 'Retry-After': '5' } });
  }
  if (error instanceof StoreOverloaded) {
    const detail =
      'More is waiting to be stored than this node takes. Nothing of this was stored: send the same again in a moment, with the same Idempotency-Key.';
    return new Problem('unavailable', { detail, headers: { 'Retry-After': '1' } });
  }
  if (error instanceof InvalidPosition)
    return new Problem('malformed', { detail: 'That is not a position of this store.' });
  if (error instanceof InvalidCursor) return new Problem('malformed', { detail: error.message });
  if (error instanceof ForeignCursor) return new Problem('other-store', { detail: error.message });
  if (error instanceof EventTooLarge)
    return new Problem('too-large', { detail: 'This is more than is stored at once.' });
  if (error instanceof InvalidAppend)
    return new Problem('invalid', { detail: 'This holds something that cannot be stored.' });
  return (
    problemForStatus(statusOf(error)) ??
    new Problem('unexpected', {
      detail: 'Something went wrong on our side. It has been logged; quote the instance when you report it.',
    })
  );
}

/** What Express and its body reader find wrong with a request, by the status they give it. */
function problemForStatus(status: number | undefined): Problem | undefined {
  if (status === undefined || status < 400 || status > 499) return undefined;
  const [type, detail] = byStatus[status] ?? byStatus[400];
  return new Problem(type, { detail });
}

const byStatus: Readonly<Record<number, readonly [ProblemType, string]>> & {
  readonly 400: readonly [ProblemType, string];
} = {
  400: ['malformed', 'The request cannot be read.'],
  403: ['not-found', 'There is nothing here.'],
  404: ['not-found', 'There is nothing here.'],
  413: ['too-large', 'The body is larger than this address takes.'],
  415: ['unsupported-media-type', 'Send the body in UTF-8 and not compressed.'],
};

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
