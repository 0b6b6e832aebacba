import type { CampaignInFull } from '@rectify/projections/answers';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../../api/answers.ts';
import { useCourse } from '../../api/closures.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { daysFrom, localParts } from '../../language/dates.ts';
import { useDates } from '../../language/use-words.ts';
import { StudioFigure } from '../../studio/chart/studio-figure.tsx';
import { burnDown, daysToAsk, endedOn, eventsUntil, quietSince } from './burn-down.ts';
import { burnDownDrawing } from './burn-down-drawing.ts';
import { BurnDownTable } from './burn-down-table.tsx';

/** How the closures of a campaign come along, day by day until the day that the page looks at. */
export function BurnDown({ campaign }: { readonly campaign: CampaignInFull }) {
  const { t } = useTranslation();
  const { on } = useAsOf();
  const { campaignId, openedAt } = campaign;
  const { from, to } = daysToAsk(openedAt, on?.day ?? localParts(new Date()).day);
  const query = { campaign: campaignId, standing: 'true', to };
  const course = useCourse(from, query);
  if (course.isPending) return <Loading lines={8} />;
  if (course.isError) return <Failure error={course.error} onRetry={() => void course.refetch()} />;
  const { days } = course.data;
  if (days.every(({ shut, closed }) => shut + closed === 0))
    return <p className="quiet">{t('follow.burnDown.none')}</p>;
  return <Figure campaign={campaign} course={course.data} query={{ ...query, from }} />;
}

function Figure({
  campaign,
  course,
  query,
}: {
  readonly campaign: CampaignInFull;
  readonly course: CourseAnswer;
  readonly query: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const { days } = course;
  const burnt = burnDown(days);
  const [first, last] = [burnt[0], days.at(-1)];
  if (!first || !last) return null;
  const events = eventsUntil(campaign, last.day);
  const over = days.reduce((sum, day) => sum + endedOn(day), 0);
  const count = last.shut + over;
  const quiet = quietSince(days);
  const nameOf = (index: number) => burnt[index]?.day ?? last.day;
  const finding =
    over === 0 ? 'follow.burnDown.all' : last.shut === 0 ? 'follow.burnDown.noneLeft' : 'follow.burnDown.some';
  const drawing = burnDownDrawing(
    burnt,
    events
      .map(({ day, what }) => ({ index: daysFrom(first.day, day), name: t(`follow.event.${what}`) }))
      .filter(({ index }) => index < burnt.length),
    {
      layer: (layer) => t(`follow.layer.${layer}`),
      counted: (layer, count) => t('campaigns.cases.item', { standing: t(`follow.layer.${layer}`), count }),
      shortDay: (index) => dates.shortDay(nameOf(index)),
      day: (index) => dates.day(nameOf(index)),
    },
  );
  return (
    <StudioFigure
      second
      finding={t(finding, { shut: last.shut, count, day: dates.day(last.day) })}
      drawing={drawing}
      caption={[
        ...(quiet === undefined ? [] : [t('follow.burnDown.quiet', { day: dates.day(quiet) })]),
        t('follow.burnDown.method'),
      ]}
      origin={{ path: '/v1/closures/course', query, about: course }}
      figure={`/days/${days.length - 1}/shut`}
      sheet={{
        columns: ['day', 'closed', 'inspected', 'licensed', 'over'],
        rows: burnt.map((day) => [day.day, day.closed, day.inspected, day.licensed, day.over]),
      }}
      file={`campaign-${campaign.campaignId}`}
    >
      <BurnDownTable campaignId={campaign.campaignId} days={days} events={events} />
      <p>
        <Link to="/statistics" search={{ campaign: campaign.campaignId }}>
          {t('campaigns.cases.statistics')}
        </Link>
      </p>
    </StudioFigure>
  );
}
