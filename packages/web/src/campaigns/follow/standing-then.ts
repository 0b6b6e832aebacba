import type { CampaignInFull } from '@rectify/projections/answers';
import type { StatisticsAnswer } from '../../api/answers.ts';

type Figures = Pick<StatisticsAnswer, 'ongoing' | 'byOutcome' | 'perState'>;

/** Where the mines of a campaign stand, in all and region by region. */
export type StandingOfMines = Pick<CampaignInFull, 'cases' | 'byRegion'>;

/** Where mines stood at the instant of statistics that are grouped by region. What was only aimed at or asked for is not among closures. */
export function standingThen({ groups = [], ...all }: StatisticsAnswer): StandingOfMines {
  return {
    cases: casesIn(all),
    byRegion: Object.fromEntries(
      groups.flatMap(({ group, ...figures }) => (group === null ? [] : [[group, casesIn(figures)]])),
    ),
  };
}

/** Where closures stand, and how those that are over ended. */
export function casesIn({ ongoing, byOutcome, perState }: Figures): CampaignInFull['cases'] {
  const inspected = perState.inspected?.now ?? 0;
  const licensed = perState.licensed?.now ?? 0;
  const closed = ongoing - inspected - licensed;
  return { targeted: 0, untouched: 0, requested: 0, closed, inspected, licensed, ...byOutcome };
}
