import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeadlineAnswer, MineDetail } from '../../api/answers.ts';
import { useWorkingDays, type WorkingDays } from '../../api/working-days.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Arrow } from '../../design/arrow.tsx';
import { Button } from '../../design/button.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { dayText } from '../../language/dates.ts';
import { DAY } from '../../language/durations.ts';
import { useLanguage, useWords } from '../../language/use-words.ts';
import { useSpeech } from '../speech.ts';
import classes from './deadline-month.module.css';
import { shiftMonth, weeksOf } from './month.ts';

/** A Monday, from which the names of the days of a week are taken. */
const MONDAY = Date.UTC(2018, 0, 1);

/** A month of what is due, with the days that are not worked marked; the list beside it says the same. */
export function DeadlineMonth({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSpeech(mine.asOf);
  const search = useSearch({ from: '/mines/$mineId' });
  const navigate = useNavigate({ from: '/mines/$mineId' });
  const { deadlines } = mine.detail;
  const next = deadlines.find(({ dueOn, overdue }) => dueOn !== null && !overdue)?.dueOn;
  const month = search.month ?? (next ?? today).slice(0, 7);
  const asked = useWorkingDays(mine.procedure, month);
  const go = (by: number) =>
    void navigate({
      search: (now) => ({ ...now, month: shiftMonth(month, by) }),
      replace: true,
      resetScroll: false,
    });
  const title = dayText(month, language);
  return (
    <div className={classes.month}>
      <div className={classes.head}>
        <Button kind="quiet" flush aria-label={t('common.day.calendar.previousMonth')} onClick={() => go(-1)}>
          <Arrow />
        </Button>
        <h3 aria-live="polite">{title}</h3>
        <Button kind="quiet" aria-label={t('common.day.calendar.nextMonth')} onClick={() => go(1)}>
          <Arrow forward />
        </Button>
      </div>
      {asked.isPending ? (
        <Loading lines={6} />
      ) : asked.isError ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <Days title={title} days={asked.data.days} deadlines={deadlines} today={today} />
      )}
    </div>
  );
}

function Days({
  title,
  days,
  deadlines,
  today,
}: {
  readonly title: string;
  readonly days: WorkingDays['days'];
  readonly deadlines: readonly DeadlineAnswer[];
  readonly today: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const worked = days.filter(({ working }) => working).length;
  const unknown = days.some(({ working }) => working === null);
  return (
    <>
      <table className={classes.days}>
        <caption className="visually-hidden">{t('case.deadlines.calendar', { month: title })}</caption>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, index) => MONDAY + index * DAY).map((at) => (
              <th key={at} scope="col">
                {weekday.format(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.day}>
              {week.map((day, index) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the empty places of a week are told apart by nothing else
                  <td key={index} />
                ) : (
                  <Day key={day.day} {...day} today={today} due={deadlines.filter(({ dueOn }) => dueOn === day.day)} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        <span className={classes.sample} aria-hidden="true" />
        {unknown ? t('case.deadlines.unknownDays') : t('case.deadlines.workedDays', { count: worked })}
      </p>
    </>
  );
}

function Day({
  day,
  working,
  today,
  due,
}: WorkingDays['days'][number] & { readonly today: string; readonly due: readonly DeadlineAnswer[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const past = useAsOf().kind === 'past';
  return (
    <td data-working={working ?? undefined} data-today={day === today} data-due={due.length > 0}>
      <span className={classes.number}>{Number(day.slice(8))}</span>
      {working === false ? <span className="visually-hidden">{t('case.deadlines.notWorked')}</span> : null}
      {day === today ? (
        <span className={classes.today}>{t(past ? 'common.asOf.label' : 'common.asOf.today')}</span>
      ) : null}
      {due.map(({ rule, subject, overdue }) => (
        <span key={`${rule}-${subject}`} className={classes.due} data-overdue={overdue && rule !== 'appeal'}>
          {words.deadline(rule)}
        </span>
      ))}
    </td>
  );
}
