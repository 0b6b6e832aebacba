import { z } from 'zod';
import { reasonAnswer } from '../reason-answer.ts';
import { deadlineAnswer, waitingParty } from '../status/mine-answer.ts';

const count = z.int().nonnegative();
const codes = z.array(z.string()).readonly();

const comparedCodes = z
  .object({
    newlyUnmet: codes.meta({ description: 'What would stand in the way then and does not now' }),
    newlyMet: codes.meta({ description: 'What stands in the way now and would not then' }),
    unchanged: codes,
  })
  .meta({ id: 'ComparedCodes' });

const due = deadlineAnswer.pick({ dueOn: true, party: true, office: true });
const waiting = z.object({ party: waitingParty, office: z.string().nullable() });

/** What can become of an open cycle that is to be moved. */
const previewOutcome = z.enum(['changes', 'unchanged', 'cannot-move', 'under-it-already']);

/** What moving one open cycle to another procedure would change. */
export const migrationPreview = z
  .object({
    mineId: z.string(),
    name: z.string(),
    region: z.string(),
    cycle: count,
    procedure: z.string().meta({ description: 'The version it is under now' }),
    outcome: previewOutcome,
    reasons: z.array(reasonAnswer).readonly().meta({ description: 'Why it cannot move' }),
    requirements: comparedCodes,
    checks: comparedCodes.meta({ description: 'Nothing once the inspection has passed' }),
    deadlines: z
      .array(
        z.object({
          rule: deadlineAnswer.shape.rule,
          subject: deadlineAnswer.shape.subject,
          before: due.nullable(),
          after: due.nullable(),
          becomes: z
            .enum(['overdue', 'not-overdue'])
            .nullable()
            .meta({ description: 'Overdue at once, not any more, or as it is' }),
        }),
      )
      .readonly()
      .meta({ description: 'Those that would be others' }),
    approvals: z
      .array(
        z.object({
          approvalId: z.string(),
          type: z.string(),
          becomes: z.enum(['impossible', 'possible', 'not-needed']),
        }),
      )
      .readonly()
      .meta({ description: 'Requests that wait for another person and would fare differently' }),
    waitingOn: z.object({ before: waiting, after: waiting }).nullable().meta({ description: 'Where that changes' }),
  })
  .meta({ id: 'MigrationPreview' });

/** How many open cycles there are, and what would become of them. */
const previewCounts = z
  .object({
    openCycles: count,
    changes: count,
    unchanged: count,
    cannotMove: count,
    underItAlready: count,
    newlyUnmet: z.record(z.string(), count).meta({ description: 'Cycles by requirement or check' }),
    newlyMet: z.record(z.string(), count).meta({ description: 'Cycles by requirement or check' }),
    overdueAtOnce: count.meta({ description: 'Cycles with a deadline that would be overdue at once' }),
  })
  .meta({ id: 'PreviewCounts' });

/** A page of the cases that a migration would change, in the order of `mineId`. */
export const migrationPreviewList = z
  .object({
    procedure: z.string().meta({ description: 'The version they would be moved to' }),
    counts: previewCounts.nullable().meta({ description: 'Of all open cycles; on the first page alone' }),
    items: z.array(migrationPreview),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
    position: z.string().nullable().meta({ description: 'How far the log had been folded; null: nothing yet' }),
  })
  .meta({ id: 'MigrationPreviewList' });

/** Which cases to list, and how many. */
export const previewQuery = z.strictObject({
  outcome: z
    .array(previewOutcome)
    .min(1)
    .default(['changes', 'cannot-move'])
    .meta({ description: 'Which cases are listed; all are counted' }),
  limit: z.int().min(1).max(500).default(50),
  cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before' }),
});

/** {@link previewCounts} as a type. */
export type PreviewCounts = z.infer<typeof previewCounts>;
/** {@link migrationPreviewList} as a type. */
export type MigrationPreviewList = z.infer<typeof migrationPreviewList>;
/** {@link previewQuery} as a type. */
export type PreviewQuery = z.output<typeof previewQuery>;
