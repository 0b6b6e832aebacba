import { useTranslation } from 'react-i18next';
import type { HandedOver } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import classes from './hand-over.module.css';

/** Each case, and why it stays where it is if it does. */
export function Cases({
  cases,
  names,
}: {
  readonly cases: HandedOver['cases'];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation();
  const words = useWords();
  if (cases.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <ul className={classes.cases} tabIndex={0} aria-label={t('work.handOver.cases')}>
      {cases.map(({ mineId, outcome, reasons }) => (
        <li key={mineId} data-outcome={outcome}>
          <span className={classes.mine}>
            {names.get(mineId) ?? mineId} <span className="quiet">{mineId}</span>
          </span>
          <span className={outcome === 'refused' ? classes.stays : 'quiet'}>
            {t(`work.handOver.outcome.${outcome}`)}
          </span>
          {reasons.map((reason) => (
            <span key={`${reason.code}-${reason.about ?? ''}`} className={classes.reason}>
              {words.reason(reason)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
