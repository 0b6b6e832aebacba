import { milliseconds } from '@rectify/engine/rectification';
import { type Asked, instantOf } from '../instants.ts';
import type { Source } from '../source.ts';
import { assigneesMeant } from '../status/assignees.ts';
import { statusesOfMines } from '../status/count-mines.ts';
import type { Viewer } from '../viewer.ts';
import { compareGroups, groupOf } from './case-groups.ts';
import type { StatisticsQuery } from './closure-query.ts';
import { type SurvivalOfClosures, survivalOfClosures, USUAL_DAYS } from './closure-survival.ts';
import { countedCases } from './counted-cases.ts';
import { type Explained, explainFigures, explainMines } from './explain.ts';
import { figuresOf } from './figures.ts';
import { lostCapacityOf } from './lost-capacity.ts';
import type { GroupBy, StatisticsAnswer } from './statistics-answer.ts';
import type { StatisticsCase } from './statistics-case.ts';
import { methodOf } from './statistics-method.ts';

/** What statistics are asked: everything but the instants. */
export type StatisticsAsked = Omit<StatisticsQuery, 'asOf' | 'knownAt' | 'to'>;

/** Statistics of the closures that fit the filters, and of the mines that fit those about mines. */
export function statisticsOf(
  source: Source,
  { groupBy, at, curve, horizon, explain, ...filters }: StatisticsAsked,
  asked: Asked & { readonly viewer: Viewer },
): Omit<StatisticsAnswer, 'position' | 'asOf' | 'knownAt'> {
  const meant = assigneesMeant(source.database, filters, asked.viewer);
  const cases = countedCases(source, meant, instantOf(asked));
  const byStatus = statusesOfMines(source, meant, asked);
  const from = filters.from === undefined ? undefined : milliseconds(filters.from);
  const survival = survivalOfClosures(
    cases,
    { from, at: curve ? undefined : (at ?? USUAL_DAYS), upTo: horizon },
    groupBy && ((one) => groupOf(one, groupBy)),
  );
  const figures = figuresOf(cases, survival.all, from);
  const explained = explain ? { filters, asOf: instantOf(asked), knownAt: asked.knownAt ?? asked.now } : undefined;
  return {
    ...figures,
    ...(explained && { explain: explainFigures(figures, explained), explainMines: explainMines(explained) }),
    mines: Object.values(byStatus).reduce((total, mines) => total + mines, 0),
    byStatus,
    ...(groupBy && {
      groupBy,
      groups: groupsOf(cases, groupBy, survival, from, explained),
      logRank: survival.logRank,
    }),
    method: methodOf(survival.resolution),
    lostCapacity: lostCapacityOf(cases),
  };
}

function groupsOf(
  cases: readonly StatisticsCase[],
  by: GroupBy,
  survival: SurvivalOfClosures,
  from: number | undefined,
  explained: Explained | undefined,
): StatisticsAnswer['groups'] {
  return [...Map.groupBy(cases, (one) => groupOf(one, by))]
    .sort(([a], [b]) => compareGroups(a, b))
    .map(([name, members]) => {
      const figures = figuresOf(members, survival.ofGroup(name), from);
      return {
        group: name,
        ...figures,
        ...(explained && { explain: explainFigures(figures, explained, { by, name }) }),
      };
    });
}
