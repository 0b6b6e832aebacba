import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { DocumentName } from '../../documents/document-name.tsx';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';

/** The documents attached to the case. */
export function Documents({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { documents } = mine.detail;
  if (documents.length === 0) return null;
  return (
    <Section title={t('case.documents.title')}>
      <ul className={classes.rows}>
        {documents.map(({ document, visibility, attachedAt, eventId }) => (
          <li key={eventId} className={classes.row} data-no-tick="true">
            <div className={classes.what}>
              <DocumentName mineId={mine.mineId} document={document} />
            </div>
            <div className={classes.state}>
              <span>{speech.near(attachedAt)}</span>
              <span className="quiet">{words.option('visibility', visibility)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
