import { mineStatus, operationState } from '@rectify/engine/rectification';
import { z } from 'zod';
import { closureOutcome } from './closure-answer.ts';

/** Where what a figure counts can be read. */
const query = z.string().nullable().meta({
  description: 'The query of the list whose `total` is the figure; null where the filters leave nothing to count',
});

const rows = z
  .array(z.object({ atRisk: query, events: query, censored: query }))
  .optional()
  .meta({ description: 'Of the rows of `survival`, in their order; absent with `explain=whole`' });

/** What is behind each figure of a survival that counts closures. */
export const survivalExplained = z.object({
  n: query,
  events: query,
  censored: query,
  outcomes: z.record(closureOutcome, query).meta({ description: 'Of `events` in `outcomes`, by their outcome' }),
  survival: rows,
});

/** What is behind each figure that counts closures, or deadlines that passed in them. */
export const figuresExplained = z.object({
  total: query,
  ongoing: query,
  ended: query,
  byOutcome: z.record(closureOutcome, query),
  waitingOn: z.object({ owner: query, authority: query, nobody: query, byOffice: z.record(z.string(), query) }),
  lateByOffice: z.record(z.string(), query).meta({ description: 'The list is that of the deadlines themselves' }),
  survival: survivalExplained,
  endedOnly: z.object({ count: query, notCounted: query, decommissioned: query }),
  inStateNow: z.partialRecord(operationState, query).meta({ description: 'Of `now` in `perState`' }),
  beenInState: z.partialRecord(operationState, query).meta({ description: 'Of `closures` in `perState`' }),
  staysInState: z
    .partialRecord(operationState, query)
    .meta({ description: 'Of `stays` in `perState`: the list is that of the stays themselves' }),
  staysGoingOn: z
    .partialRecord(operationState, query)
    .meta({ description: 'Of `staysGoingOn` in `perState`, likewise' }),
});

/** The mines behind each figure that counts mines. */
export const minesExplained = z.object({ mines: query, byStatus: z.record(mineStatus, query) });

/** What is behind each figure that counts reported losses: lists of `/v1/closures/losses`. */
export const lossesExplained = z.object({
  byUnit: z.array(z.object({ closures: query, reports: query })).meta({ description: 'In the order of `byUnit`' }),
  disagreeing: query.meta({ description: 'Those that are listed in `disagreeing` and those that are `left`' }),
  ofCampaigns: query.meta({ description: 'Those that are listed in `ofCampaigns` and those that are `left`' }),
});

/** What is behind each figure that counts closures of one state, or their stays in it. */
export const stateExplained = z.object({
  closures: query,
  now: query,
  stays: query,
  staysGoingOn: query,
  lengths: z.object({ survival: rows }).meta({ description: 'The lists are those of the stays themselves' }),
});

/** What is behind each figure of whom closures waited for. */
export const partyExplained = z.object({
  now: query,
  late: query.meta({ description: 'The list is that of the deadlines themselves; null of who has none' }),
});

/** {@link stateExplained} as a type. */
export type StateExplained = z.infer<typeof stateExplained>;
/** {@link partyExplained} as a type. */
export type PartyExplained = z.infer<typeof partyExplained>;
/** {@link lossesExplained} as a type. */
export type LossesExplained = z.infer<typeof lossesExplained>;
/** {@link figuresExplained} as a type. */
export type FiguresExplained = z.infer<typeof figuresExplained>;
/** {@link survivalExplained} as a type. */
export type SurvivalExplained = z.infer<typeof survivalExplained>;
/** {@link minesExplained} as a type. */
export type MinesExplained = z.infer<typeof minesExplained>;
