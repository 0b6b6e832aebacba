import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer, SurvivalAnalysis } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { useSurvivalOn } from '../../api/studio.ts';
import { useLanguage } from '../../language/use-words.ts';
import { countedIn } from '../../statistics/counted-in.ts';
import { GROUPS_DRAWN } from '../chart/chart-look.ts';
import { namedDays } from '../chart/days-axis.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import type { StudioSearch } from '../studio-search.ts';
import { type Curve, curvesIn, lastDay, type OnDay } from './curve.ts';
import { CurveTable } from './curve-table.tsx';
import { comparison, survivalFinding } from './finding.ts';
import { survivalDrawing } from './survival-drawing.ts';
import { useCurveWords } from './use-curve-words.ts';

/** How long mines stay shut: curves of the share that is still shut, one a group, each leading to its closures. */
export function SurvivalFigure({
  answer,
  query,
  by,
  busy,
}: {
  readonly busy: boolean;
  readonly answer: StatisticsAnswer;
  readonly query: Query;
  readonly by: NonNullable<StudioSearch['groupBy']>;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCurveWords();
  const number = new Intl.NumberFormat(useLanguage(), { maximumSignificantDigits: 2 });
  const curves = curvesIn(answer, GROUPS_DRAWN);
  const days = namedDays(Math.max(...curves.map(({ survival }) => lastDay(survival))), 9);
  const onDays = useSurvivalOn(days, { ...query, explain: true });
  const nameOf = (curve: Curve) => words.nameOf(by, curve);
  const rowOn = (curve: Curve, day: number) => onDayOf(onDays.data, curve, day);
  const drawing = survivalDrawing(curves, days, (curve, day) => rowOn(curve, day)?.atRisk, {
    nameOf,
    days: words.days,
    atRisk: t('studio.closures.atRisk'),
    onDay: words.onDay,
    share: words.share,
    figure: words.withLimits,
  });
  const compared = comparison(answer.logRank, (value) => number.format(value), t);
  const left = (answer.groups?.length ?? 0) - curves.length;
  return (
    <StudioFigure
      busy={busy}
      finding={survivalFinding(answer.survival, words.share, t)}
      drawing={drawing}
      onPick={({ series }) => {
        const closures = curves.find(({ id }) => id === series)?.closures;
        if (closures) void navigate(countedIn(closures));
      }}
      caption={[
        t('studio.closures.method'),
        ...(compared ? [compared] : []),
        ...(left > 0 ? [t('studio.closures.notDrawn', { count: left })] : []),
        ...(answer.method.resolution === 'day' ? [t('statistics.resolution')] : []),
        t('studio.closures.clock', { clock: t('common.clock') }),
      ]}
      origin={{ path: '/v1/closures/statistics', query, about: answer }}
      figure={answer.survival.quartiles.median.value === null ? '/total' : '/survival/quartiles/median/value'}
      sheet={sheetOf(curves, nameOf)}
      file="closures"
    >
      <CurveTable curves={curves} days={days} rowOn={rowOn} nameOf={nameOf} />
    </StudioFigure>
  );
}

/** A curve on one of the named days, with what opens those that were watched then. */
function onDayOf(answer: SurvivalAnalysis | undefined, { group }: Curve, day: number): OnDay | undefined {
  const own = group === undefined ? answer : answer?.groups?.find((other) => other.group === group);
  const rows = own?.survival.survival ?? [];
  const place = rows.findIndex(({ time }) => time === day);
  const row = rows[place];
  return row && { ...row, watched: own?.explain?.survival?.[place]?.atRisk };
}

function sheetOf(curves: readonly Curve[], nameOf: (curve: Curve) => string) {
  return {
    columns: ['group', 'day', 'at risk', 'ended', 'still shut', 'lower 95 %', 'upper 95 %'],
    rows: curves.flatMap((curve) =>
      curve.survival.survival.map(({ time, atRisk, events, survival }) => [
        nameOf(curve),
        time,
        atRisk,
        events,
        survival?.value ?? null,
        survival?.lower ?? null,
        survival?.upper ?? null,
      ]),
    ),
  };
}
