import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Button } from '../../design/button.tsx';
import { useErrorText } from '../../design/states.tsx';
import { useDates } from '../../language/use-words.ts';
import { LaneName } from './lane-name.tsx';
import classes from './lanes.module.css';
import type { HistoryRead } from './use-histories.ts';

/** The lane of a mine whose course cannot be drawn, and why: it is being read, is not there, could not be read, or was never closed. */
export function LaneNotDrawn({ read, ...name }: Omit<ComponentProps<typeof LaneName>, 'children'>) {
  const { t } = useTranslation();
  const missing = read.error instanceof Problem && read.error.status === 404;
  return (
    <>
      <LaneName read={read} {...name}>
        {null}
      </LaneName>
      <div className={classes.note} data-kind={read.error && !missing ? 'error' : undefined}>
        <Why read={read} missing={missing} />
        {read.error && !missing ? <Button onClick={read.retry}>{t('common.state.retry')}</Button> : null}
      </div>
    </>
  );
}

function Why({ read: { history, error }, missing }: { readonly read: HistoryRead; readonly missing: boolean }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { kind, day } = useAsOf();
  const errorText = useErrorText();
  if (missing)
    return (
      <p>{kind === 'past' ? t('studio.replay.notThere', { day: dates.day(day) }) : t('studio.replay.notThereNow')}</p>
    );
  if (error) return <p role="alert">{errorText(error)}</p>;
  if (!history) return <p className="quiet">{t('common.state.loading')}</p>;
  return <p>{history.steps.length === 0 ? t('replay.empty') : t('studio.replay.neverClosed')}</p>;
}
