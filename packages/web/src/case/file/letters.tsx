import { dueText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { DocumentName } from '../../documents/document-name.tsx';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';
import { type Progress, Tick } from './tick.tsx';

const progress: Readonly<Record<MineDetail['detail']['letters'][number]['status'], Progress>> = {
  demanded: 'open',
  signed: 'done',
  accepted: 'done',
  breached: 'refused',
  declined: 'refused',
  withdrawn: 'done',
};

/** The guarantee letters demanded of the owner. */
export function Letters({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { letters } = mine.detail;
  if (letters.length === 0) return null;
  return (
    <Section title={t('case.letters.title')}>
      <ul className={classes.rows}>
        {letters.toReversed().map((letter) => (
          <li key={letter.letterId} className={classes.row}>
            <Tick progress={progress[letter.status]} />
            <div className={classes.what}>
              <p className={classes.wording}>{letter.text}</p>
              {letter.onBehalfOf ? (
                <p className="quiet">{t('case.letters.onBehalfOf', { office: letter.onBehalfOf })}</p>
              ) : null}
              {letter.demandedFor ? <p className="quiet">{letter.demandedFor}</p> : null}
              {letter.reason ? <p className={classes.reason}>{letter.reason}</p> : null}
              {letter.document ? <DocumentName mineId={mine.mineId} document={letter.document} /> : null}
              {mine.shut && !letter.counts && letter.status !== 'withdrawn' ? (
                <p className="quiet">{t('case.letters.doesNotCount')}</p>
              ) : null}
            </div>
            <div className={classes.state}>
              <span>{t(`domain.letterStatus.${letter.status}`)}</span>
              <span className="quiet">
                {letter.status === 'demanded' ? dueText(letter.dueOn, speech) : speech.near(letter.since)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
