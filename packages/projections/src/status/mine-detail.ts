import { document, eventSchemas, precision, procedure, role, source } from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureAnswer } from '../closures/closure-answer.ts';
import { actorAnswer } from '../timeline/event-answer.ts';
import { deadlineAnswer, mineAnswer, quantityAnswer, requirementStatus } from './mine-answer.ts';

const instant = z.string().meta({ description: 'An instant, ISO 8601 with offset', format: 'date-time' });
const day = z.string().meta({ format: 'date' });
const wording = z.object(procedure.shape.title.shape).meta({ id: 'Wording' });
const documentAnswer = z.object(document.shape).meta({ id: 'Document' });

/** A mandatory check with its last outcome; `outcome` is null until one is recorded. In the procedure's order. */
const checkDetail = z
  .object({
    check: z.string(),
    office: z.string(),
    title: wording,
    takesDocument: z.boolean(),
    outcome: z.enum(['pass', 'fail', 'not-applicable']).nullable(),
    recordedAt: instant.nullable(),
    document: documentAnswer.nullable(),
    referenceNumber: z.string().nullable(),
    heldBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Check' });

/** A finding. Settled: the cycle ended while it was open. */
const findingDetail = z
  .object({
    findingId: z.string(),
    description: z.string(),
    check: z.string().nullable(),
    status: z.enum(['open', 'cleared', 'settled']),
    raisedAt: instant,
    dueOn: day,
    originalDueOn: day,
    overdue: z.boolean(),
    clearedAt: instant.nullable(),
    settledAt: instant.nullable(),
    evidence: z.object({ document: documentAnswer, note: z.string().optional() }).nullable(),
  })
  .meta({ id: 'Finding' });

/** A requirement for reopening with what was sent in for it. In the procedure's order. */
const requirementDetail = z
  .object({
    requirement: z.string(),
    office: z.string(),
    provider: z.enum(['owner', 'authority']),
    title: wording,
    evidenceWanted: wording.meta({ description: 'What counts as evidence' }),
    issuedBy: wording.nullable().meta({ description: 'Where such evidence comes from' }),
    example: wording.nullable().meta({ description: 'What it can look like' }),
    standard: z.string().nullable(),
    status: requirementStatus,
    since: instant.nullable(),
    validUntil: day.nullable(),
    expired: z.boolean().meta({ description: 'Satisfied or waived, but no longer valid at the instant of the answer' }),
    ranOut: z.boolean().meta({ description: 'Expired, or lapsed without another reason and no longer valid anyway' }),
    reason: z.string().nullable().meta({ description: 'Why it was returned, waived or lapsed' }),
    evidence: z.array(z.object({ document: documentAnswer, note: z.string().optional(), submittedAt: instant })),
  })
  .meta({ id: 'Requirement' });

const licenceDetail = z
  .object({
    licenceId: z.string(),
    kind: z.string(),
    status: z.enum(['applied', 'granted', 'refused', 'suspended', 'revoked', 'expired', 'surrendered']),
    since: instant,
    number: z.string().nullable(),
    validUntil: day.nullable(),
    expired: z.boolean().meta({ description: 'Granted, but no longer valid at the instant of the answer' }),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Licence' });

const letterDetail = z
  .object({
    letterId: z.string(),
    status: z.enum(['demanded', 'signed', 'accepted', 'breached', 'declined', 'withdrawn']),
    since: instant,
    cycle: z.int().nonnegative(),
    counts: z
      .boolean()
      .meta({ description: 'Reopening depends on it: the latest of this cycle that was not withdrawn' }),
    text: z.string(),
    dueOn: day,
    onBehalfOf: z.string().nullable(),
    legalBasis: z.string().nullable(),
    demandedFor: z.string().nullable(),
    document: documentAnswer.nullable(),
    reason: z.string().nullable().meta({ description: 'Why it was breached, declined or withdrawn' }),
  })
  .meta({ id: 'GuaranteeLetter' });

const powerDetail = z
  .object({
    direction: z
      .object({
        directionId: z.string(),
        alternatives: z.array(z.enum(['relocate', 'curtail'])),
        issuedAt: instant,
        dueOn: day,
        cap: quantityAnswer.nullable(),
        curtailedTo: quantityAnswer.nullable(),
        verifiedAt: instant.nullable(),
        breachedAt: instant.nullable(),
      })
      .nullable(),
    relocation: z
      .object({ directionId: z.string().nullable(), destination: z.string(), startedAt: instant })
      .nullable(),
  })
  .meta({ id: 'Power' });

const appealDetail = z
  .object({
    appealId: z.string(),
    cycle: z.int().nonnegative(),
    lodgedAt: instant,
    grounds: z.string(),
    against: z.enum(['order', 'direction', 'letter', 'refusal', 'return']),
    againstId: z.string().nullable(),
    repeated: z.boolean(),
    status: z.enum(['pending', 'withdrawn', 'upheld', 'quashed', 'varied']),
    endedAt: instant.nullable(),
    stay: z.enum(['none', 'requested', 'refused', 'granted', 'ended']),
    stayRequestedAt: instant.nullable(),
  })
  .meta({ id: 'Appeal' });

const requestDetail = z.object({ requestedAt: instant, reason: z.string(), dueOn: day.nullable() });

/** A four-eyes request that waits for another person; never shown to owners. */
export const approvalAnswer = z
  .object({
    approvalId: z.string(),
    event: z.object({
      type: z.string(),
      data: z.record(z.string(), z.json()),
      occurredAt: instant.optional(),
      occurredAtPrecision: precision.optional(),
      source: source.optional(),
    }),
    revision: z.int().min(-1).meta({ description: 'The revision at which the event was found legal' }),
    requestedBy: actorAnswer,
    granters: z.array(role).readonly().meta({ description: 'The roles that may grant it' }),
    requestedAt: instant,
    eventId: z.string(),
    answer: z
      .enum(['pending', 'granted', 'declined', 'withdrawn'])
      .optional()
      .meta({ description: 'What became of it; in the answer to a request only' }),
  })
  .meta({ id: 'Approval' });

/** Everything about one mine. */
export const mineDetail = mineAnswer
  .extend({
    detail: z.object({
      site: z.string().nullable(),
      origin: z.object(eventSchemas.MineRegistered.shape.origin.unwrap().shape).nullable(),
      offices: z
        .record(z.string(), wording)
        .meta({ description: 'What the offices of the procedure are called, by code' }),
      checks: z.array(checkDetail),
      findings: z.array(findingDetail),
      requirements: z.array(requirementDetail),
      licences: z.array(licenceDetail),
      letters: z.array(letterDetail),
      power: powerDetail,
      allowedPower: quantityAnswer
        .nullable()
        .meta({ description: 'What a curtailed mine may draw; null: no such limit' }),
      appeals: z.array(appealDetail),
      liftRequest: requestDetail.nullable(),
      extensionRequests: z.array(requestDetail.extend({ findingId: z.string() })),
      inspections: z.object({
        scheduled: z.object({ inspectionId: z.string(), scheduledFor: z.string() }).nullable(),
        running: z.object({ inspectionId: z.string(), startedAt: instant, reinspection: z.boolean() }).nullable(),
        reinspection: z
          .boolean()
          .meta({ description: 'One failed in this cycle at this site: further ones are re-inspections' }),
        lastFailedAt: instant.nullable(),
        remediationDeclaredAt: instant.nullable(),
      }),
      deadlines: z
        .array(deadlineAnswer)
        .meta({ description: 'All that is due, soonest first, the right to appeal included; last what has no day' }),
      endings: z
        .array(
          z.object({
            what: z.enum(['licence', 'requirement']),
            subject: z.string().meta({ description: "The licence's id or the requirement's code" }),
            lastDay: day,
            daysLeft: z.int().nonnegative(),
            warning: z
              .int()
              .nonnegative()
              .meta({ description: "The last of the procedure's warnings that it has come to, in days" }),
          }),
        )
        .meta({ description: 'Licences and met requirements that end soon, by the warnings of the procedure' }),
      documents: z.array(
        z.object({
          document: documentAnswer,
          visibility: z.enum(['internal', 'owner']),
          attachedAt: instant,
          eventId: z.string(),
        }),
      ),
      statements: z.array(z.object({ text: z.string(), filedAt: instant })),
      lostCapacity: z
        .array(
          z.object({
            amountPerDay: z.number(),
            approximate: z.boolean(),
            unit: z.string(),
            scope: z.enum(['mine', 'campaign']),
            from: day,
            to: day.nullable(),
            reportedAt: instant,
          }),
        )
        .meta({ description: 'As reported, unverified; never summed or divided' }),
      approvals: z.array(approvalAnswer),
      resumed: z.boolean().meta({ description: 'The owner said that operation resumed in this cycle' }),
      earlierClosures: z.array(closureAnswer).meta({ description: 'Oldest first' }),
    }),
  })
  .meta({ id: 'MineDetail' });

/** {@link approvalAnswer} as a type. */
export type ApprovalAnswer = z.infer<typeof approvalAnswer>;
/** {@link mineDetail} as a type. */
export type MineDetail = z.infer<typeof mineDetail>;
