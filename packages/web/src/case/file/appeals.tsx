import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';

/** The appeals of the mine, the latest first, with what became of each and of a stay. */
export function Appeals({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { appeals } = mine.detail;
  if (appeals.length === 0) return null;
  return (
    <Section title={t('case.appeals.title')}>
      <ul className={classes.rows}>
        {appeals.toReversed().map((appeal) => (
          <li key={appeal.appealId} className={classes.row} data-no-tick="true">
            <div className={classes.what}>
              <span className={classes.name}>
                {t('case.appeals.against', {
                  what: words.option('against', appeal.against),
                  day: speech.day(appeal.lodgedAt),
                })}
              </span>
              <p>{appeal.grounds}</p>
              {appeal.cycle === mine.cycle ? null : (
                <p className="quiet">{t('case.appeals.ofCycle', { cycle: appeal.cycle })}</p>
              )}
              {appeal.repeated ? <p className="quiet">{t('domain.flag.appeal-repeated')}</p> : null}
            </div>
            <div className={classes.state}>
              <span>{t(`case.appeals.status.${appeal.status}`)}</span>
              {appeal.endedAt ? <span className="quiet">{speech.near(appeal.endedAt)}</span> : null}
              {appeal.stay === 'none' ? null : <span className="quiet">{t(`case.appeals.stay.${appeal.stay}`)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
