import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { closuresOf } from '../../statistics/closures-of.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import { useCourseWords } from '../course/use-course-words.ts';
import type { StudioSearch } from '../studio-search.ts';
import { standingOf } from './region-standing.ts';
import { RegionTable } from './region-table.tsx';
import { tileDrawing } from './tile-drawing.ts';
import { tilesFor } from './tile-layout.ts';
import { useRegionFinding } from './use-region-finding.ts';

/** Where mines are shut on the last day of a course: a square a region, each leading to its closures, and a table that says the same. */
export function RegionsFigure({
  answer,
  knownNow,
  query,
  search,
  on,
  beside,
  busy = false,
  second = true,
}: {
  readonly answer: CourseAnswer;
  /** The same by all that is known now, where the page goes by what was known before. */
  readonly knownNow?: CourseAnswer | undefined;
  readonly query: Query;
  readonly search: StudioSearch;
  /** The day that it is about, where that is not the one that the page looks at. */
  readonly on?: string | undefined;
  /** Another course whose squares are seen beside these: as deep a colour then says as many. */
  readonly beside?: CourseAnswer | undefined;
  readonly busy?: boolean;
  readonly second?: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCourseWords();
  const findingOf = useRegionFinding();
  const last = answer.days.at(-1);
  if (!last) return null;
  const closuresIn = (region: string) =>
    ({ ...closuresOf({ ...search, region }), ongoing: 'true', ...(on !== undefined && { asOf: on }) }) as const;
  const regions = standingOf(answer);
  const tiles = tilesFor(regions.map(({ region }) => region));
  const most = Math.max(1, ...[answer, ...(beside ? [beside] : [])].map(mostInARegion));
  return (
    <StudioFigure
      second={second}
      busy={busy}
      finding={findingOf(regions, last.day)}
      drawing={tileDrawing(regions, most, { nameOf: words.nameOf, shut: words.shutCount })}
      onPick={({ index }) => {
        const region = tiles[index]?.region;
        if (region !== undefined && regions.some(({ region: known, shut }) => known === region && shut > 0))
          void navigate({ to: '/closures', search: closuresIn(region) });
      }}
      caption={[t('studio.regions.method', { count: most }), t('statistics.course.method')]}
      origin={{ path: '/v1/closures/course', query, about: answer }}
      figure={`/days/${answer.days.length - 1}/shut`}
      sheet={{
        columns: ['region', 'shut', 'since', 'days', 'closed', 'reopened', 'ended otherwise'],
        rows: regions.map(({ region, shut, since, days, closed, reopened, endedOtherwise }) => [
          region,
          shut,
          since ?? null,
          days ?? null,
          closed,
          reopened,
          endedOtherwise,
        ]),
      }}
      file="regions"
    >
      <RegionTable
        regions={regions}
        knownNow={knownNow && standingOf(knownNow)}
        closuresIn={closuresIn}
        first={answer.days[0]?.day ?? last.day}
      />
    </StudioFigure>
  );
}

function mostInARegion({ groups = [] }: CourseAnswer): number {
  return Math.max(0, ...groups.flatMap(({ days }) => days.map(({ shut }) => shut)));
}
