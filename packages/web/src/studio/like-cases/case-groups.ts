import type { StatisticsAnswer } from '../../api/answers.ts';

/** How like cases of one group went. */
export interface CaseGroup {
  readonly group: string | null;
  readonly total: number;
  readonly ended: number;
  /** So few that figures say little. */
  readonly few: boolean;
  /** The share still shut after the days, with its limits; undefined where nobody was watched so long. */
  readonly stillShut: { readonly share: number; readonly lower: number; readonly upper: number } | undefined;
  readonly half: StatisticsAnswer['survival']['quartiles']['median'];
  readonly closures: string | null | undefined;
  readonly endedClosures: string | null | undefined;
}

type Answered = NonNullable<StatisticsAnswer['groups']>[number];

/** What is needed of a group of an answer. */
type Group = Pick<Answered, 'group' | 'total' | 'ended' | 'small' | 'survival'> & {
  readonly explain?: Pick<NonNullable<Answered['explain']>, 'total' | 'ended'> | undefined;
};

/** The groups of an answer, so many days after the closing, the largest first. */
export function caseGroups(
  { groups = [] }: { readonly groups?: readonly Group[] | undefined },
  after: number,
): CaseGroup[] {
  return groups
    .toSorted((a, b) => b.total - a.total)
    .map(({ group, total, ended, small, survival, explain }) => {
      const estimate = survival.survival.find(({ time }) => time === after)?.survival;
      return {
        group,
        total,
        ended,
        few: small,
        stillShut: estimate
          ? { share: estimate.value, lower: estimate.lower ?? estimate.value, upper: estimate.upper ?? estimate.value }
          : undefined,
        half: survival.quartiles.median,
        closures: explain?.total,
        endedClosures: explain?.ended,
      };
    });
}
