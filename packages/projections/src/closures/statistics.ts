import { milliseconds } from '@rectify/engine/rectification';
import type { Asked } from '../instants.ts';
import type { Source } from '../source.ts';
import { assigneesMeant } from '../status/assignees.ts';
import type { Viewer } from '../viewer.ts';
import type { StatisticsQuery } from './closure-query.ts';
import { type SurvivalAsked, survivalByGroup, survivalOf, USUAL_DAYS } from './closure-survival.ts';
import type { ClosureTally } from './closure-tally.ts';
import { countAt } from './columns/count-at.ts';
import { lossesAt } from './columns/losses-at.ts';
import { explainFigures, explainLosses, explainMines } from './explain.ts';
import { figuresOf } from './figures.ts';
import { type Explained, explainedAt } from './list-queries.ts';
import { lostCapacityOf } from './lost-capacity.ts';
import type { GroupBy, StatisticsAnswer } from './statistics-answer.ts';
import { methodOf } from './statistics-method.ts';
import { tallyGroups } from './tally-groups.ts';

/** What statistics are asked: everything but the instants. */
export type StatisticsAsked = Omit<StatisticsQuery, 'asOf' | 'knownAt' | 'to'>;

/** Statistics of the closures that fit the filters, and of the mines that fit those about mines. */
export function statisticsOf(
  source: Source,
  { groupBy, at, curve, horizon, explain, ...filters }: StatisticsAsked,
  asked: Asked & { readonly viewer: Viewer },
): Omit<StatisticsAnswer, 'position' | 'asOf' | 'knownAt'> {
  const meant = assigneesMeant(source.database, filters, asked.viewer);
  const counted = countAt(source, meant, asked);
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const { whole, groups, resolution } = tallyGroups(counted, groupBy, from);
  const question = { at: curve ? undefined : (at ?? USUAL_DAYS), upTo: horizon };
  const { byStatus } = counted;
  const figures = figuresOf(whole, survivalOf(whole, question));
  const explained = explain ? explainedAt(asked, { filters, resolution, isEachRow: explain !== 'whole' }) : undefined;
  const lostCapacity = lostCapacityOf(lossesAt(counted, source.database.procedures.known()));
  return {
    ...figures,
    ...(explained && { explain: explainFigures(figures, explained), explainMines: explainMines(explained) }),
    mines: Object.values(byStatus).reduce((total, mines) => total + mines, 0),
    byStatus,
    ...(groupBy && { groupBy, ...groupsOf(groups, groupBy, question, explained) }),
    method: methodOf(resolution),
    lostCapacity,
    ...(explained && { explainLostCapacity: explainLosses(lostCapacity, explained) }),
  };
}

function groupsOf(
  groups: ReadonlyMap<string | null, ClosureTally>,
  by: GroupBy,
  question: SurvivalAsked,
  explained: Explained | undefined,
): Pick<StatisticsAnswer, 'groups' | 'logRank'> {
  const survival = survivalByGroup(groups, question);
  return {
    groups: [...groups].map(([name, tally]) => {
      const figures = figuresOf(tally, survival.ofGroup(name));
      return {
        group: name,
        ...figures,
        ...(explained && { explain: explainFigures(figures, explained, { by, name }) }),
      };
    }),
    logRank: survival.logRank,
  };
}
