import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { Due } from './due.tsx';
import classes from './inspection-text.module.css';
import { Act } from './own-acts.tsx';
import { State, StepActs } from './step-lines.tsx';
import type { Step } from './steps.ts';

type Inspection = Extract<Step, { readonly kind: 'inspection' }>;

/** Where the inspection stands, by when it is due, and each of its checks. */
export function InspectionText({ step, mine }: { readonly step: Inspection; readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const passed = step.stage === 'passed';
  return (
    <>
      <State mark={passed ? 'done' : step.stage === 'remade' ? 'sent' : 'open'}>
        {stageText(step, speech)}
        {step.deadline ? (
          <>
            {t('common.list.clauses')}
            <Due on={step.deadline.dueOn} whose="theirs" speech={speech} />
          </>
        ) : null}
      </State>
      {passed ? null : (
        <ul className={classes.checks} aria-label={t('owner.step.inspection.checks')}>
          {mine.detail.checks.map(({ check, office, outcome }) => (
            <li key={check}>
              <span>
                {speech.words.subject(check)} <span className="quiet">{speech.words.office(office)}</span>
              </span>
              <span data-outcome={outcome ?? 'none'}>{t(`domain.checkOutcome.${outcome ?? 'none'}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {step.stage === 'failed' ? (
        <StepActs>
          <Act type="RemediationDeclared" />
        </StepActs>
      ) : null}
    </>
  );
}

function stageText({ stage, at }: Inspection, { t, near, time }: Speech): string {
  const day = at === null ? '' : stage === 'planned' && at.includes('T') ? time(at) : near(at);
  return t(`owner.step.inspection.${stage}`, { day });
}
