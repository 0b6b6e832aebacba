import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { useNarrow } from '../design/use-narrow.ts';
import { useKeptActs } from '../outbox/kept-acts.ts';
import { useHere } from '../outbox/use-here.ts';
import { Chevron } from './chevron.tsx';
import classes from './missing.module.css';
import { Section } from './section.tsx';
import { stepBrief } from './step-brief.ts';
import { StepText } from './step-text.tsx';
import { stepTitle } from './step-title.ts';
import { type Step, stepsOf } from './steps.ts';

/** What is missing, a line each with whose turn it is and by when, to be opened; then what is done. `events`: the history as far as it is loaded. */
export function Missing({ mine, events }: { readonly mine: MineDetail; readonly events: readonly EventAnswer[] }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { missing, done } = stepsOf(mine);
  if (missing.length === 0 && done.length === 0) return null;
  return (
    <Section
      title={t(mine.shut ? 'owner.missing.title' : missing.length > 0 ? 'owner.missing.asked' : 'owner.missing.met')}
    >
      {missing.length === 0 ? null : (
        <ol className={classes.steps}>
          {missing.map((step) => (
            <Open key={step.key} step={step} mine={mine} events={events} speech={speech} />
          ))}
        </ol>
      )}
      {done.length === 0 ? null : (
        <div className={classes.done}>
          {missing.length === 0 ? null : <h3>{t('owner.missing.done')}</h3>}
          <ul>
            {done.map((step) => (
              <Done key={step.key} step={step} mine={mine} events={events} speech={speech} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

interface StepProps {
  readonly step: Step;
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
  readonly speech: Speech;
}

/** A step that is open: on a phone folded, so that all of them fit on its screen. */
function Open({ step, mine, events, speech }: StepProps) {
  const { t } = useTranslation();
  const here = useHere();
  const narrow = useNarrow();
  const { turn, standing } = stepBrief(step, speech);
  const kept = useKeptActs(mine.mineId).some(
    ({ state, preset }) =>
      state === 'waiting' &&
      step.kind === 'requirement' &&
      preset['/data/requirement'] === step.requirement.requirement,
  );
  const far = kept ? t('outbox.waiting', { here }) : standing;
  return (
    <li className={classes.step} data-yours={step.turn.party === 'owner'}>
      <details open={!narrow}>
        <summary>
          <h3>{stepTitle(step, mine, speech)}</h3>
          <p className={classes.brief}>
            {turn}
            {far === null ? null : (
              <span className={classes.far}>
                {turn === null ? '' : t('owner.missing.between')}
                {far}
              </span>
            )}
          </p>
          <Chevron />
        </summary>
        <div className={classes.content}>
          <StepText step={step} mine={mine} events={events} />
        </div>
      </details>
    </li>
  );
}

function Done({ step, mine, events, speech }: StepProps) {
  return (
    <li>
      <p className={classes.what}>{stepTitle(step, mine, speech)}</p>
      <StepText step={step} mine={mine} events={events} />
    </li>
  );
}
