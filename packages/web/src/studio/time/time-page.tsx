import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCourse } from '../../api/closures.ts';
import { useCourseKnownNow, useFirstClosure } from '../../api/studio.ts';
import { useSystem } from '../../api/system.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { localParts, shiftDay } from '../../language/dates.ts';
import { usePlaying } from '../../replay/use-playing.ts';
import { CourseFigure } from '../course/course-figure.tsx';
import { RecordedSince } from '../recorded-since.tsx';
import { RegionsFigure } from '../regions/regions-figure.tsx';
import { StudioPage } from '../studio-page.tsx';
import { studioQueryOf } from '../studio-search.ts';
import { Between } from './between.tsx';
import { RegionsOnTwoDays } from './regions-on-two-days.tsx';
import { StatusCounts } from './status-counts.tsx';
import classes from './time.module.css';
import { TimeControls } from './time-controls.tsx';
import { dayAt, placeOf, timeRange } from './time-range.ts';
import { speeds } from './time-search.ts';
import { useTravel } from './use-travel.ts';

/** A course goes back so many days at most. */
const LONGEST = 365;

/** What was true on a day, and by what was known by another: both can be slid, typed and played, and everything follows. */
export function TimePage() {
  const { t } = useTranslation();
  const { beside, together, speed, ...search } = useSearch({ from: '/studio/time' });
  const navigate = useNavigate({ from: '/studio/time' });
  const travel = useTravel();
  const { on, known, demonstration } = useAsOf();
  const { data: system } = useSystem();
  const first = useFirstClosure();
  const today = localParts(new Date()).day;
  const ends = demonstration && system?.scenarioEndsAt ? localParts(system.scenarioEndsAt).day : today;
  const day = on?.day ?? today;
  const looked = [day, ...(known ? [known.day] : [])];
  const range = timeRange(first.data ? localParts(first.data).day : undefined, ends, looked);
  const earliest = shiftDay(day, 1 - LONGEST);
  const [, from = range.first] = [range.first, earliest].toSorted();
  const query = { ...studioQueryOf({ ...search, groupBy: 'region' }), from };
  const course = useCourse(from, query);
  const knownNow = useCourseKnownNow(query);
  const goTo = (next: string) => travel({ on: next, known: together ? next : (known?.day ?? null) });
  const { playing, toggle } = usePlaying({
    index: placeOf(day, range),
    last: placeOf(range.last, range),
    shown: 1000 / (speed ?? speeds[0]),
    // The next day comes once the figures of the one before are there.
    ready: course.isSuccess && !course.isPlaceholderData,
    onStep: (place) => goTo(dayAt(place, range)),
  });
  const here = course.data && {
    answer: course.data,
    knownNow: knownNow.data,
    query,
    search,
    busy: course.isPlaceholderData && !playing,
  };
  const counts = <StatusCounts day={day} query={studioQueryOf({ ...search, groupBy: 'nothing' })} />;
  return (
    <StudioPage picture="time" search={search}>
      <TimeControls
        day={day}
        known={known?.day}
        range={range}
        search={{ ...search, beside, together, speed }}
        playing={playing}
        onTravel={travel}
        onChange={(change) =>
          void navigate({
            search: (now) => ({
              ...now,
              ...change,
              ...(change.together === 'true' && { knownAt: day }),
            }),
            replace: true,
            resetScroll: false,
          })
        }
        onToggle={toggle}
      />
      {course.isError ? (
        <Failure error={course.error} onRetry={() => void course.refetch()} />
      ) : !here || knownNow.isLoading ? (
        <Loading lines={12} />
      ) : (
        <>
          {known ? <RecordedSince known={known.day} /> : null}
          <div className={classes.sides}>
            {beside === undefined ? (
              <>
                <RegionsFigure second={false} {...here} />
                {counts}
              </>
            ) : (
              <RegionsOnTwoDays {...here} beside={beside} />
            )}
          </div>
          {beside === undefined ? null : (
            <div className={classes.sides}>
              <Between day={day} beside={beside} answer={here.answer} query={query} search={search} />
              {counts}
            </div>
          )}
          <CourseFigure second {...here} />
        </>
      )}
      <p className="quiet">{t('studio.time.method')}</p>
    </StudioPage>
  );
}
