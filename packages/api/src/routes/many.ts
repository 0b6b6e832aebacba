import { z } from 'zod';
import { answerOutcome, requestedAnswer, storedAnswer } from '../answers/outcome.ts';
import { problemFor, requestIdOf } from '../answers/problem.ts';
import type { AppNeeds } from '../app-needs.ts';
import { type Caller, personOf } from '../auth/claims.ts';
import type { Operation } from '../openapi/operation.ts';
import { answerOf, Problem, problemAnswer } from '../problems.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { sentLine } from '../requests/sent.ts';
import type { SignedInHandlers } from './handlers.ts';

const MAX_LINES = 10_000;

/** How many lines are under way at once: enough that their commits share one fsync. */
const AT_ONCE = 64;

/** What became of one line. `mine` is left out: a later line may concern the same one. */
const lineAnswer = z
  .object({
    line: z.int().positive(),
    status: z.int(),
    event: storedAnswer.shape.event.optional(),
    approval: requestedAnswer.shape.approval.optional(),
    duplicate: z.boolean().optional(),
    problem: problemAnswer.optional(),
  })
  .meta({ id: 'LineAnswer' });

type LineAnswer = z.infer<typeof lineAnswer>;

/** The route that takes many events for any mines. Lines of one mine are sent in their order; each has its own outcome. */
export function manyRoutes(needs: AppNeeds): Pick<SignedInHandlers, 'sendMany'> {
  async function send(text: string, caller: Caller, line: number, requestId: string): Promise<LineAnswer> {
    try {
      const { mineId, commandId, ...event } = checked(sentLine, parseJson(text));
      const outcome = await needs.engine.send({ ...event, mineId, commandId, person: personOf(caller) });
      const { status, body } = await answerOutcome(needs, caller, outcome);
      const stored = 'event' in body ? { event: body.event } : { approval: body.approval };
      return { line, status, ...stored, duplicate: body.duplicate };
    } catch (error) {
      const problem = problemFor(error);
      if (problem.type === 'unexpected') needs.log.error({ err: error, requestId, line }, problem.message);
      const answer = answerOf(problem, requestId);
      return { line, status: answer.status, problem: answer };
    }
  }

  return {
    sendMany: async ({ request, response, caller }) => {
      const lines = textOf(request)
        .split('\n')
        .filter((line) => line.trim() !== '');
      if (lines.length > MAX_LINES) {
        throw new Problem('too-large', {
          detail: `These are ${lines.length} lines; at most ${MAX_LINES} are taken at once.`,
        });
      }
      response.status(200).set({ 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' });
      const underWay: Promise<LineAnswer>[] = [];
      for (const [index, line] of lines.entries()) {
        if (underWay.length >= AT_ONCE) response.write(`${JSON.stringify(await underWay.shift())}\n`);
        if (response.closed) break;
        underWay.push(send(line, caller, index + 1, requestIdOf(response)));
      }
      for (const answer of underWay) response.write(`${JSON.stringify(await answer)}\n`);
      response.end();
    },
  };
}

/** What the documentation says of {@link manyRoutes}. */
export const manyOperations: Readonly<Record<'sendMany', Operation>> = {
  sendMany: {
    tag: 'Mines',
    summary: 'Send many events, for any mines',
    description: `One event a line, at most ${MAX_LINES}; one answer a line, in the same order. Each line has its own outcome, under its own \`commandId\`.`,
    body: sentLine,
    answers: {
      200: { description: 'What became of each line', schema: lineAnswer, mediaType: 'application/x-ndjson' },
    },
  },
};
