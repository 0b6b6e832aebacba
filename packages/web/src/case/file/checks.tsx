import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { DocumentName } from '../../documents/document-name.tsx';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';
import { Tick } from './tick.tsx';

/** The mandatory checks of an inspection, each with its office and last outcome. */
export function Checks({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { checks } = mine.detail;
  const done = checks.filter(({ outcome }) => outcome !== null && outcome !== 'fail').length;
  return (
    <Section title={t('case.checks.title')} aside={t('common.countOf', { done, of: checks.length })}>
      <ul className={classes.rows}>
        {checks.map(({ check, office, outcome, recordedAt, document, referenceNumber, heldBy, note }) => (
          <li key={check} className={classes.row}>
            <Tick progress={outcome === null ? 'open' : outcome === 'fail' ? 'refused' : 'done'} />
            <div className={classes.what}>
              <span className={classes.name}>{words.subject(check)}</span>{' '}
              <span className="quiet">{words.office(office)}</span>
              {note ? <p className={classes.reason}>{note}</p> : null}
              {document ? <DocumentName mineId={mine.mineId} document={document} /> : null}
              {referenceNumber ? (
                <p className="quiet">
                  {heldBy
                    ? t('case.checks.referenceHeldBy', { number: referenceNumber, office: words.office(heldBy) })
                    : t('case.checks.reference', { number: referenceNumber })}
                </p>
              ) : null}
            </div>
            <div className={classes.state}>
              <span>{outcome === null ? t('case.checks.notRecorded') : words.option('outcome', outcome)}</span>
              {recordedAt ? <span className="quiet">{speech.near(recordedAt)}</span> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
