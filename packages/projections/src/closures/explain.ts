import { mineStatus, type WaitingOn } from '@rectify/engine/rectification';
import { mineFilters } from '../status/mine-query.ts';
import { closureOutcome } from './closure-answer.ts';
import {
  type FiguresExplained,
  figuresExplained,
  type LossesExplained,
  type MinesExplained,
  minesExplained,
  type PartyExplained,
  type StateExplained,
  type SurvivalExplained,
} from './explain-answer.ts';
import {
  type Explained,
  type ExplainedGroup,
  type Filters,
  type ListQuery,
  listQueries,
  type Narrowing,
  narrow,
  urlOf,
} from './list-queries.ts';
import type { LostCapacityAnswer } from './lost-capacity-answer.ts';
import type { ClosureSurvival, Figures } from './statistics-answer.ts';

const shape = figuresExplained.shape;
const minesShape = minesExplained.shape;

/** For each figure that counts closures the query of the list whose `total` it is. */
export function explainFigures(
  {
    waitingOn,
    lateByOffice,
    perState,
    survival,
  }: Pick<Figures, 'waitingOn' | 'lateByOffice' | 'perState' | 'survival'>,
  explained: Explained,
  group?: ExplainedGroup,
): FiguresExplained {
  const query = listQueries('/v1/closures', explained, group);
  const late = listQueries('/v1/closures/late', explained, group);
  const [ongoing, ended] = [query(['ongoing', true]), query(['ongoing', false])];
  const byOutcome = byOutcomeOf(query);
  const stays = listQueries('/v1/closures/stays', explained, group);
  const ranAgain = closureOutcome.options.filter((outcome) => outcome !== 'decommissioned');
  const waiting = (party: string) => query(['ongoing', true], ['waitingOn', party]);
  return {
    total: query(),
    ongoing,
    ended,
    byOutcome,
    waitingOn: {
      owner: waiting('owner'),
      authority: waiting('authority'),
      nobody: waiting('nobody'),
      byOffice: forEach(Object.keys(waitingOn.byOffice), (office) => query(['ongoing', true], ['office', office])),
    },
    lateByOffice: forEach(Object.keys(lateByOffice), (office) => late(['late', office])),
    survival: explainSurvival(survival, explained, group),
    endedOnly: {
      count: query(['outcome', ranAgain]),
      notCounted: ongoing,
      decommissioned: byOutcome.decommissioned,
    },
    inStateNow: shape.inStateNow.parse(
      forEach(Object.keys(perState), (state) => query(['ongoing', true], ['state', state])),
    ),
    beenInState: shape.beenInState.parse(forEach(Object.keys(perState), (state) => query(['been', state]))),
    staysInState: shape.staysInState.parse(forEach(Object.keys(perState), (state) => stays(['stay', state]))),
    staysGoingOn: shape.staysGoingOn.parse(
      forEach(Object.keys(perState), (state) => stays(['stay', state], ['goesOn', true])),
    ),
  };
}

/** For each figure of a survival that counts closures the query of the list whose `total` it is. */
export function explainSurvival(
  { survival }: Pick<ClosureSurvival, 'survival'>,
  explained: Explained,
  group?: ExplainedGroup,
): SurvivalExplained {
  const query = listQueries('/v1/closures', explained, group);
  const [all, ended, ongoing] = [query(), query(['ongoing', false]), query(['ongoing', true])];
  return {
    n: all,
    events: ended,
    censored: ongoing,
    outcomes: byOutcomeOf(query),
    survival: explainRows(survival, { all, ended, ongoing }, explained),
  };
}

/** The lists of what a survival counts: all, and those that were over or go on. */
type Watched = Readonly<Record<'all' | 'ended' | 'ongoing', string | null>>;

/** For each row of a survival the queries of who was at risk, and of what was over or last seen since the row before; absent where rows are not explained. */
function explainRows(
  rows: ClosureSurvival['survival'],
  { all, ended, ongoing }: Watched,
  { resolution, isEachRow }: Explained,
): SurvivalExplained['survival'] {
  if (!isEachRow) return undefined;
  const told: Times = resolution === 'exact' ? [] : [['resolution', resolution]];
  return rows.map(({ time }, index) => {
    const before = rows[index - 1]?.time;
    const later: Times = before === undefined ? [] : [['longerThan', before]];
    const since: Times = [...later, ['upTo', time], ...told];
    return {
      atRisk: watched(all, [['watchedOn', time], ...told]),
      events: watched(ended, since),
      censored: watched(ongoing, since),
    };
  });
}

type Times = readonly (readonly [name: string, value: number | string])[];

/** The query of those of a list that were watched so long. A curve has many of these, so that they are not made anew. */
function watched(query: string | null, times: Times): string | null {
  return query && [query, ...times.map(([name, value]) => `${name}=${value}`)].join('&');
}

function byOutcomeOf(query: ListQuery): FiguresExplained['byOutcome'] {
  return shape.byOutcome.parse(forEach(closureOutcome.options, (outcome) => query(['outcome', outcome])));
}

/** For each figure that counts closures of a state, or their stays in it, the query of the list whose `total` it is. */
export function explainState(
  { state, lengths }: { readonly state: string; readonly lengths: Pick<ClosureSurvival, 'survival'> },
  explained: Explained,
): StateExplained {
  const query = listQueries('/v1/closures', explained);
  const stays = listQueries('/v1/closures/stays', explained);
  const [all, ended, ongoing] = [
    stays(['stay', state]),
    stays(['stay', state], ['goesOn', false]),
    stays(['stay', state], ['goesOn', true]),
  ];
  return {
    closures: query(['been', state]),
    now: query(['ongoing', true], ['state', state]),
    stays: all,
    staysGoingOn: ongoing,
    lengths: { survival: explainRows(lengths.survival, { all, ended, ongoing }, explained) },
  };
}

/** For each figure of whom closures wait for the query of the list whose `total` it is. */
export function explainParty({ party, office }: WaitingOn, explained: Explained): PartyExplained {
  const query = listQueries('/v1/closures', explained);
  const late = listQueries('/v1/closures/late', explained);
  const ofOffice: readonly Narrowing[] = office === null ? [] : [['office', office]];
  return {
    now: query(['ongoing', true], ['waitingOn', party], ...ofOffice),
    late: office === null ? null : late(['late', office]),
  };
}

/** For each figure that counts reported losses the query of the list whose `total` it is. */
export function explainLosses({ byUnit }: Pick<LostCapacityAnswer, 'byUnit'>, explained: Explained): LossesExplained {
  const query = listQueries('/v1/closures/losses', explained);
  return {
    byUnit: byUnit.map(({ unit }) => ({
      closures: query(['counted', 'summed'], ['unit', unit]),
      reports: query(['counted', 'summed'], ['unit', unit], ['each', 'report']),
    })),
    disagreeing: query(['counted', 'disagreeing']),
    ofCampaigns: query(['counted', 'ofCampaign'], ['each', 'report']),
  };
}

/** For each figure that counts mines the query of the list whose `total` it is. */
export function explainMines(explained: Explained): MinesExplained {
  const own: Filters = Object.fromEntries(
    Object.entries(explained.filters).filter(([key]) => Object.hasOwn(mineFilters.shape, key)),
  );
  return {
    mines: urlOf('/v1/mines', own, explained),
    byStatus: minesShape.byStatus.parse(
      forEach(mineStatus.options, (status) => {
        const filters = narrow(own, 'status', status);
        return filters && urlOf('/v1/mines', filters, explained);
      }),
    ),
  };
}

function forEach<V>(keys: readonly string[], value: (key: string) => V): Record<string, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}
