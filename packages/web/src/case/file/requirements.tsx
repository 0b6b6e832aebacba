import { dueText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { DocumentName } from '../../documents/document-name.tsx';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';
import { progressOf, Tick } from './tick.tsx';

type Requirement = MineDetail['detail']['requirements'][number];

/** The requirements for reopening: where each stands, whose turn it is, what was sent in. */
export function Requirements({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const { requirements } = mine.detail;
  const done = requirements.filter((requirement) => progressOf(requirement) === 'done').length;
  return (
    <Section title={t('case.requirements.title')} aside={t('common.countOf', { done, of: requirements.length })}>
      <ul className={classes.rows}>
        {requirements.map((requirement) => (
          <RequirementRow key={requirement.requirement} mine={mine} requirement={requirement} />
        ))}
      </ul>
    </Section>
  );
}

function RequirementRow({ mine, requirement }: { readonly mine: MineDetail; readonly requirement: Requirement }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { status, expired, evidence, standard, validUntil, reason } = requirement;
  const answer = mine.detail.deadlines.find(
    ({ rule, subject }) => rule === 'evidence-answer' && subject === requirement.requirement,
  );
  const progress = progressOf(requirement);
  const turn = status === 'submitted' || expired ? words.office(requirement.office) : words.role('owner');
  return (
    <li className={classes.row}>
      <Tick progress={progress} />
      <div className={classes.what}>
        <span className={classes.name}>{words.subject(requirement.requirement)}</span>
        {standard ? (
          <span className="quiet"> {t('case.requirements.standard', { standard: words.stated(standard) })}</span>
        ) : null}
        {reason && progress !== 'done' ? <p className={classes.reason}>{reason}</p> : null}
        {evidence.length > 0 ? (
          <ul className={classes.documents}>
            {evidence.map(({ document, submittedAt, note }) => (
              <li key={`${document.sha256}-${submittedAt}`}>
                <DocumentName mineId={mine.mineId} document={document} />{' '}
                <span className="quiet">{speech.near(submittedAt)}</span>
                {note ? <span className="quiet"> · {note}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className={classes.state}>
        <span>{expired ? t('case.requirements.expired') : t(`domain.requirementStatus.${status}`)}</span>
        <span className="quiet">
          {progress === 'done'
            ? validUntil
              ? t('case.validUntil', { day: speech.day(validUntil) })
              : null
            : mine.shut
              ? [t('case.turn', { who: turn }), ...(answer ? [dueText(answer.dueOn, speech)] : [])].join(' · ')
              : null}
        </span>
      </div>
    </li>
  );
}
