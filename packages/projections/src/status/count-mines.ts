import { milliseconds, mineStatus, operationState } from '@rectify/engine/rectification';
import { type Asked, instantOf } from '../instants.ts';
import { type MineCounts, mineCounts } from '../list-answers.ts';
import type { Source } from '../source.ts';
import { waitingParty } from './mine-answer.ts';
import type { MineFilters } from './mine-query.ts';
import { type MineTallies, minesTallied } from './mines-tallied.ts';

const counts = mineCounts.shape;

/** How many mines fit the filters, and how they are spread over what each filter could narrow. */
export function countsOfMines(
  source: Source,
  filters: MineFilters,
  asked: Asked,
): Omit<MineCounts, 'position' | 'asOf' | 'knownAt'> {
  using tallies = minesTallied(source, milliseconds(instantOf(asked)), filters.q);
  const { status, shut, state, ...ofAnyState } = filters;
  const { waitingOn, office, ...waitingForAnyone } = filters;
  const by = (column: string, name: keyof MineFilters) =>
    Object.fromEntries(tallies.by(column, { ...filters, [name]: undefined }));
  return {
    total: tallies.total(filters),
    byStatus: byStatus(tallies, ofAnyState),
    byState: zeroFilled(operationState.options, tallies.by('m.state', ofAnyState)),
    shut: tallies.total({ ...ofAnyState, shut: true }),
    byRegion: by('m.region', 'region'),
    byWaitingOn: counts.byWaitingOn.parse(
      zeroFilled(waitingParty.options, tallies.by('m.waiting_on', waitingForAnyone)),
    ),
    byOffice: Object.fromEntries(tallies.by('m.office', waitingForAnyone)),
    byAssignee: by('m.assignee', 'assignee'),
    byCampaign: by('m.campaign', 'campaign'),
    byCycle: by('m.cycle', 'cycle'),
    overdue: tallies.total({ ...filters, overdue: true }),
  };
}

/** How many mines fit the filters. */
export function totalOfMines(source: Source, filters: MineFilters, asked: Asked): number {
  using tallies = minesTallied(source, milliseconds(instantOf(asked)), filters.q);
  return tallies.total(filters);
}

function byStatus(tallies: MineTallies, filters: MineFilters): MineCounts['byStatus'] {
  return counts.byStatus.parse(zeroFilled(mineStatus.options, tallies.by('m.status', filters)));
}

function zeroFilled(keys: readonly string[], counted: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, counted.get(key) ?? 0]));
}
