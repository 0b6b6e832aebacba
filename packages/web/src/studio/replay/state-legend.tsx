import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../design/status-mark.tsx';
import { mineStatuses } from '../../language/statuses.ts';
import classes from './lanes.module.css';

/** What the bars and strokes of lanes mean. */
export function StateLegend() {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t('studio.replay.legend')}>
      {mineStatuses.map((status) => (
        <li key={status}>
          <span className={classes.sample} aria-hidden="true">
            <span className={classes.span} data-status={status} />
          </span>
          <StatusMark status={status} />
        </li>
      ))}
      <li>
        <span className={classes.sample} aria-hidden="true">
          <span className={classes.event} />
        </span>
        {t('studio.replay.event')}
      </li>
      <li>
        <span className={classes.sample} aria-hidden="true">
          <span className={classes.quiet} />
        </span>
        {t('studio.replay.quiet')}
      </li>
    </ul>
  );
}
