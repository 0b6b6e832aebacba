import { answerOutcome, type OutcomeAnswer, requestedAnswer, storedAnswer } from '../answers/outcome.ts';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { actOf } from '../requests/act.ts';
import { checked } from '../requests/checked.ts';
import { expectedRevision } from '../requests/headers.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { mineIdIn } from '../requests/mine-id.ts';
import { registration, sentBatch, sentEvent, sentRegistration } from '../requests/sent.ts';
import type { SignedInCall, SignedInHandlers } from './handlers.ts';

type Sending = 'registerMine' | 'sendEvent' | 'sendBatch';

/** The routes by which somebody puts something on record. */
export function sendingRoutes(needs: AppNeeds): Pick<SignedInHandlers, Sending> {
  const { engine } = needs;

  return {
    registerMine: async (call) => {
      const { occurredAt, occurredAtPrecision, source, ...data } = checked(
        sentRegistration,
        parseJson(textOf(call.request)),
      );
      const outcome = await engine.register({
        ...actOf(call, needs.newId),
        data,
        occurredAt,
        occurredAtPrecision,
        source,
      });
      const answer = await answerOutcome(needs, call.caller, outcome);
      call.response.location(`/v1/mines/${answer.body.mine.mineId}`);
      write(call, answer);
    },
    sendEvent: async (call) => {
      const mineId = mineIdIn(call.request);
      const revision = expectedRevision(call.request);
      const event = checked(sentEvent, parseJson(textOf(call.request)));
      const outcome = await engine.send({ ...actOf(call, needs.newId), mineId, ...event, expectedRevision: revision });
      write(call, await answerOutcome(needs, call.caller, outcome));
    },
    sendBatch: async (call) => {
      const mineId = mineIdIn(call.request);
      const revision = expectedRevision(call.request);
      const { events } = checked(sentBatch, parseJson(textOf(call.request)));
      const outcome = await engine.sendBatch({
        ...actOf(call, needs.newId),
        mineId,
        events,
        expectedRevision: revision,
      });
      write(call, await answerOutcome(needs, call.caller, outcome));
    },
  };
}

function write({ response }: SignedInCall, { status, body, position }: OutcomeAnswer): void {
  writeJson(response, body, { status, position });
}

const stored = { description: 'Stored, durably', schema: storedAnswer };
const requested = { description: 'Stored as a request: another person has to grant it', schema: requestedAnswer };

const whyNotStored: Operation['problems'] = [
  'not-found',
  'illegal-transition',
  'condition-not-met',
  'stale',
  'invalid',
  'unknown-event-type',
  'key-reused',
];

/** What the documentation says of {@link sendingRoutes}. */
export const sendingOperations: Readonly<Record<Sending, Operation>> = {
  registerMine: {
    tag: 'Mines',
    summary: 'Register a mine',
    description: 'Without a `mineId` one is made from the caller and the Idempotency-Key.',
    headers: ['Idempotency-Key'],
    body: registration,
    answers: { 201: stored },
    problems: ['invalid', 'key-reused', 'conflict'],
  },
  sendEvent: {
    tag: 'Mines',
    summary: 'Send an event to a mine',
    description:
      'The statechart decides. Accepted events are stored as facts; where four eyes are needed, the request is. With an Idempotency-Key the same event sent again has one effect.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: sentEvent,
    answers: { 201: stored, 202: requested },
    problems: whyNotStored,
  },
  sendBatch: {
    tag: 'Mines',
    summary: 'Send several events of one mine as one act',
    description:
      'For instance the record of an inspection. All are stored or none; a refusal names the first that fails in `index`.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: sentBatch,
    answers: { 201: stored, 202: requested },
    problems: whyNotStored,
  },
};
