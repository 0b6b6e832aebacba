import { type ProcedureEventType, sendProcedureEvent } from '@rectify/engine';
import { describeProcedure, publishedAnswer } from '../answers/procedure.ts';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { problemOfPublishing } from '../rejections.ts';
import { actOf } from '../requests/act.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { procedureIn, sentProcedure, sentWithdrawal } from '../requests/procedure.ts';
import type { SignedInCall, SignedInHandlers } from './handlers.ts';

type Publishing = 'publishProcedure' | 'withdrawProcedure';

/** The routes by which an administrator publishes a procedure version, or withdraws one. */
export function publishingRoutes(needs: AppNeeds): Pick<SignedInHandlers, Publishing> {
  const { engine, store, reads, clock, newId } = needs;

  async function send(call: SignedInCall, type: ProcedureEventType, data: unknown) {
    const outcome = await sendProcedureEvent({ store, clock, newId }, { ...actOf(call, newId), type, data });
    if (outcome.kind === 'rejected') throw problemOfPublishing(outcome.rejection);
    const { published, duplicate } = outcome;
    const [procedures, openCycles] = [await engine.procedures(), await reads.openCyclesByProcedure()];
    const summary = describeProcedure(published, { procedures, openCycles, now: clock() });
    const { response } = call;
    response.location(`/v1/procedures/${summary.id}/${summary.version}`);
    writeJson(response, { procedure: summary, duplicate }, { status: 201, position: await store.head() });
  }

  return {
    publishProcedure: (call) => send(call, 'ProcedurePublished', parseJson(textOf(call.request))),
    withdrawProcedure: async (call) => {
      const sent = parseJson(textOf(call.request));
      const procedure = procedureIn(call.request, await engine.procedures());
      return send(call, 'ProcedureWithdrawn', isObject(sent) ? { ...sent, procedure } : sent);
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const answers = { 201: { description: 'Stored, durably', schema: publishedAnswer } };

/** What the documentation says of {@link publishingRoutes}. */
export const publishingOperations: Readonly<Record<Publishing, Operation>> = {
  publishProcedure: {
    tag: 'Procedures',
    summary: 'Publish a version of a procedure',
    description:
      'Everything wrong with it is said at once. Cycles that are open stay under theirs; those that begin from `inForceFrom` on, in its regions, are under it. A version never changes.',
    headers: ['Idempotency-Key'],
    body: sentProcedure,
    answers,
    problems: ['invalid', 'key-reused', 'procedure-exists'],
  },
  withdrawProcedure: {
    tag: 'Procedures',
    summary: 'Withdraw a version of a procedure',
    description: 'No cycle begins under it any more; those under it go on.',
    headers: ['Idempotency-Key'],
    body: sentWithdrawal,
    answers,
    problems: ['invalid', 'key-reused', 'unknown-procedure', 'procedure-cannot-be-withdrawn'],
  },
};
