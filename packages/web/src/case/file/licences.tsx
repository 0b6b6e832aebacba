import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';
import { type Progress, Tick } from './tick.tsx';

type Licence = MineDetail['detail']['licences'][number];

const progress: Readonly<Record<Licence['status'], Progress>> = {
  applied: 'under-way',
  granted: 'done',
  refused: 'refused',
  suspended: 'refused',
  revoked: 'refused',
  expired: 'refused',
  surrendered: 'refused',
};

/** The licences applied for and granted. */
export function Licences({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { licences } = mine.detail;
  if (licences.length === 0) return null;
  return (
    <Section title={t('case.licences.title')}>
      <ul className={classes.rows}>
        {licences.map(({ licenceId, kind, number, status, expired, since, validUntil, reason }) => (
          <li key={licenceId} className={classes.row}>
            <Tick progress={expired ? 'refused' : progress[status]} />
            <div className={classes.what}>
              <span className={classes.name}>{kind}</span> {number ? <span className="quiet">{number}</span> : null}
              {reason ? <p className={classes.reason}>{reason}</p> : null}
            </div>
            <div className={classes.state}>
              <span>{t(`domain.licenceStatus.${expired ? 'expired' : status}`)}</span>
              <span className="quiet">
                {validUntil ? t('case.validUntil', { day: speech.day(validUntil) }) : speech.near(since)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
