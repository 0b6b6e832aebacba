import { mineStatus } from '@rectify/engine/rectification';
import { z } from 'zod';
import { aboutAnswer } from './about-answer.ts';
import { listedClosure } from './closures/closure-answer.ts';
import { lateDeadline } from './closures/late-answer.ts';
import { closureLosses } from './closures/lost-capacity-answer.ts';
import { stay } from './closures/stay-answer.ts';
import { mineAnswer, waitingParty } from './status/mine-answer.ts';
import { eventAnswer } from './timeline/event-answer.ts';

const count = z.int().nonnegative();

const totalOfAll = count.nullable().meta({
  description:
    'Null where counting takes longer than the page and not all fits on it: at a past instant, or where many mines could have the words. `total=exact` counts',
});

const next = z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' });

/** A page of mines. */
export const mineList = z
  .object({ items: z.array(mineAnswer), next, total: totalOfAll, ...aboutAnswer })
  .meta({ id: 'MineList' });

/** A page of closures. */
export const closureList = z
  .object({ items: z.array(listedClosure), next, total: totalOfAll, ...aboutAnswer })
  .meta({ id: 'ClosureList' });

/** A page of deadlines of offices that passed in closures. */
export const lateList = z
  .object({ items: z.array(lateDeadline), next, total: totalOfAll, ...aboutAnswer })
  .meta({ id: 'LateDeadlineList' });

/** A page of the times that closures stayed in a state. */
export const stayList = z
  .object({ items: z.array(stay), next, total: totalOfAll, ...aboutAnswer })
  .meta({ id: 'StayList' });

/** A page of what was reported lost in closures. */
export const lossList = z
  .object({ items: z.array(closureLosses), next, total: totalOfAll, ...aboutAnswer })
  .meta({ id: 'ClosureLossesList' });

/** A page of a mine's history. */
export const eventList = z.object({ items: z.array(eventAnswer), next, total: count }).meta({ id: 'EventList' });

/** How many mines fit, by what a filter could narrow: each breakdown fits all filters but its own. */
export const mineCounts = z
  .object({
    total: count.meta({ description: 'Mines that fit all filters' }),
    byStatus: z.record(mineStatus, count).meta({ description: 'Whatever `status`, `shut` and `state` ask for' }),
    byState: z.record(z.string(), count).meta({ description: 'Whatever `status`, `shut` and `state` ask for' }),
    shut: count.meta({ description: 'Whatever `status`, `shut` and `state` ask for' }),
    byRegion: z.record(z.string(), count).meta({ description: 'Whatever `region` asks for' }),
    byWaitingOn: z.record(waitingParty, count).meta({ description: 'Whatever `waitingOn` and `office` ask for' }),
    byOffice: z.record(z.string(), count).meta({ description: 'Whatever `waitingOn` and `office` ask for' }),
    byAssignee: z
      .record(z.string(), count)
      .meta({ description: 'Of those that somebody has, whatever `assignee` asks for' }),
    byCampaign: z
      .record(z.string(), count)
      .meta({ description: 'Of those closed in a campaign, whatever `campaign` asks for' }),
    byCycle: z.record(z.string(), count).meta({ description: 'Whatever `cycle` asks for' }),
    overdue: count.meta({ description: 'Whatever `overdue` asks for' }),
    ...aboutAnswer,
  })
  .meta({ id: 'MineCounts' });

/** {@link mineList} as a type. */
export type MineList = z.infer<typeof mineList>;
/** {@link closureList} as a type. */
export type ClosureList = z.infer<typeof closureList>;
/** {@link lateList} as a type. */
export type LateList = z.infer<typeof lateList>;
/** {@link stayList} as a type. */
export type StayList = z.infer<typeof stayList>;
/** {@link lossList} as a type. */
export type LossList = z.infer<typeof lossList>;
/** {@link eventList} as a type. */
export type EventList = z.infer<typeof eventList>;
/** {@link mineCounts} as a type. */
export type MineCounts = z.infer<typeof mineCounts>;
