import { dueText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { DocumentName } from '../../documents/document-name.tsx';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';
import { Tick } from './tick.tsx';

type Finding = MineDetail['detail']['findings'][number];

/** What inspections found wrong in the current closure: each with its original and latest due day. */
export function Findings({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const { findings } = mine.detail;
  const open = findings.filter(({ status }) => status === 'open').length;
  return (
    <Section
      title={t('case.findings.title')}
      aside={findings.length === 0 ? null : t('case.findings.count', { open, of: findings.length })}
    >
      {findings.length === 0 ? <p className="quiet">{t('case.findings.none')}</p> : null}
      <ul className={classes.rows}>
        {findings.map((finding) => (
          <FindingRow key={finding.findingId} mine={mine} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}

function FindingRow({ mine, finding }: { readonly mine: MineDetail; readonly finding: Finding }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { findingId, description, check, status, dueOn, originalDueOn, clearedAt, settledAt, evidence } = finding;
  const asked = mine.detail.extensionRequests.find((request) => request.findingId === findingId);
  return (
    <li className={classes.row}>
      <Tick progress={status === 'open' ? (evidence ? 'under-way' : 'open') : 'done'} />
      <div className={classes.what}>
        <span className={classes.name}>{description}</span>{' '}
        <span className="quiet">
          {findingId}
          {check ? ` · ${words.subject(check)}` : ''}
        </span>
        {evidence ? (
          <p>
            <DocumentName mineId={mine.mineId} document={evidence.document} />
            {evidence.note ? <span className="quiet"> · {evidence.note}</span> : null}
          </p>
        ) : null}
        {asked ? (
          <p className={classes.reason}>
            {t('case.findings.extensionAsked', {
              day: speech.near(asked.requestedAt),
              until: asked.dueOn ? speech.near(asked.dueOn) : '',
              reason: asked.reason,
            })}
          </p>
        ) : null}
      </div>
      <div className={classes.state}>
        {status === 'open' ? (
          <>
            <span>{dueText(dueOn, speech)}</span>
            {originalDueOn === dueOn ? null : (
              <span className="quiet">{t('case.findings.originally', { day: speech.near(originalDueOn) })}</span>
            )}
          </>
        ) : (
          <>
            <span>{t(`case.findings.${status}`)}</span>
            <span className="quiet">{speech.near(clearedAt ?? settledAt ?? dueOn)}</span>
          </>
        )}
      </div>
    </li>
  );
}
