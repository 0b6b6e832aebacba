import { amountText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { millisecondsOf } from '../case/iso-duration.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { StatusShape } from '../design/status-mark.tsx';
import { daysText, exactDuration } from '../language/durations.ts';
import { type MayIRun, mayIRun, shapeOf } from './may-i-run.ts';
import classes from './verdict.module.css';

/** The first thing an owner reads: may I run? Then since when, and which mine it is about. */
export function Verdict({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const shape = shapeOf(mine);
  const { closure } = mine;
  const [standing, ...more] = standingTexts(mine, speech);
  return (
    <header className={classes.verdict} data-shape={shape}>
      <h1>
        <StatusShape status={shape} size={22} />
        <span>{answerText(mayIRun(mine), speech)}</span>
      </h1>
      <p className={classes.since} title={mine.shut && closure ? exactDuration(closure.milliseconds, t) : undefined}>
        {standing} <ClosureMarks closure={closure} />
      </p>
      {more.length > 0 ? <p>{more.join(t('common.list.sentences'))}</p> : null}
      {mine.shut && mine.status !== 'closed' ? <p>{t(`owner.standing.shutStep.${shutStep(mine)}`)}</p> : null}
      <p className={classes.mine}>
        <strong>{mine.name}</strong>{' '}
        <span>
          {t('owner.standing.mine', {
            id: mine.mineId,
            place: speech.words.place(mine.region),
            capacity: amountText(mine.capacity),
          })}
        </span>
      </p>
    </header>
  );
}

/** The answer as a sentence without its full stop. */
export function answerText(answer: MayIRun, { t }: Pick<Speech, 't'>): string {
  return 'limit' in answer
    ? t(`owner.answer.${answer.answer}`, { limit: amountText(answer.limit) })
    : t(`owner.answer.${answer.answer}`);
}

function shutStep({ status }: MineDetail): 'closed' | 'inspected' | 'licensed' {
  return status === 'inspected' || status === 'licensed' ? status : 'closed';
}

/** Since when the mine stands as it does; then what else holds while it does. */
function standingTexts(mine: MineDetail, { t, day, time }: Speech): readonly string[] {
  const { closure, shut, mayOperate, status } = mine;
  const { relocation } = mine.detail.power;
  if (shut && closure) {
    const said = {
      day: time(closure.since, closure.sincePrecision === 'month' ? 'month' : 'day'),
      days: daysText(closure.days, t),
    };
    if (!mayOperate) return [t('owner.standing.since', said)];
    const notAllowed = millisecondsOf(closure.notAllowedToRun);
    return [
      t('owner.standing.stayed', said),
      t('owner.standing.stayedHold'),
      ...(notAllowed === null ? [] : [t('owner.standing.stayedNotRun', { duration: exactDuration(notAllowed, t) })]),
    ];
  }
  if (relocation) {
    return [t('owner.standing.moving', { destination: relocation.destination, day: day(relocation.startedAt) })];
  }
  if (status === 'decommissioned') {
    const at = closure?.outcome === 'decommissioned' ? closure.until : null;
    return [at === null ? t('owner.standing.gone') : t('owner.standing.goneOn', { day: day(at) })];
  }
  if (!closure || closure.until === null) return [t('owner.standing.neverClosed')];
  const ended = { day: day(closure.until), days: daysText(closure.days, t) };
  if (closure.outcome === 'withdrawn') return [t('owner.standing.withdrawn', ended)];
  if (closure.outcome === 'quashed') return [t('owner.standing.quashed', ended)];
  return [t('owner.standing.reopened', ended)];
}
