import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import classes from './missing.module.css';
import { Section } from './section.tsx';
import { StepText } from './step-text.tsx';
import { stepTitle } from './step-title.ts';
import { type Step, stepsOf, type Turn } from './steps.ts';

/** What is missing, numbered, each with whose turn it is; then what is done. `events`: the history as far as it is loaded. */
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
            <li key={step.key} className={classes.step} data-yours={step.turn.party === 'owner'}>
              <h3>{stepTitle(step, mine, speech)}</h3>
              <StepText step={step} mine={mine} events={events} />
              <WhoseTurn turn={step.turn} speech={speech} />
            </li>
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

function Done({
  step,
  mine,
  events,
  speech,
}: {
  readonly step: Step;
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
  readonly speech: Speech;
}) {
  return (
    <li>
      <p className={classes.what}>{stepTitle(step, mine, speech)}</p>
      <StepText step={step} mine={mine} events={events} />
    </li>
  );
}

function WhoseTurn({ turn, speech: { t, words } }: { readonly turn: Turn; readonly speech: Speech }) {
  if (turn.party === 'nobody') return null;
  if (turn.party === 'owner') return <p className={classes.turn}>{t('owner.missing.you')}</p>;
  return (
    <p className={classes.turn}>
      {turn.office === null
        ? t('owner.missing.authority')
        : t('owner.missing.office', { office: words.office(turn.office) })}
    </p>
  );
}
