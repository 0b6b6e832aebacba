import { useTranslation } from 'react-i18next';
import type { EventAnswer } from '../../api/answers.ts';
import { valueText } from '../said-of-data.ts';
import type { Speech } from '../speech.ts';
import classes from './timeline.module.css';

/** The mark of a corrected fact; it opens what stood there before and what stands there now, and why. */
export function CorrectionMark({ event, speech }: { readonly event: EventAnswer; readonly speech: Speech }) {
  const { t } = useTranslation();
  const { correction, type } = event;
  if (!correction) return null;
  const { before, after, reason, recordedAt } = correction;
  return (
    <details>
      <summary className={classes.mark}>{t('domain.mark.corrected')}</summary>
      {before && after ? (
        <table className={classes.correction}>
          <thead>
            <tr>
              <th scope="col">{t('history.corrected.field')}</th>
              <th scope="col">{t('history.corrected.before')}</th>
              <th scope="col">{t('history.corrected.after')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.keys(after).map((field) => (
              <tr key={field}>
                <th scope="row">{speech.words.field(field, type)}</th>
                <td>
                  <del>{valueText(field, before[field] ?? null, speech)}</del>
                </td>
                <td>{valueText(field, after[field] ?? null, speech)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t('history.corrected.void')}</p>
      )}
      <p className="quiet">{t('history.corrected.why', { reason, time: speech.time(recordedAt) })}</p>
    </details>
  );
}
