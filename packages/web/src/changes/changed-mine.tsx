import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChangesAnswer, MineChange } from '../api/answers.ts';
import { valueText } from '../case/said-of-data.ts';
import type { Speech } from '../case/speech.ts';
import { StatusMark } from '../design/status-mark.tsx';
import { daysText } from '../language/durations.ts';
import classes from './changes-page.module.css';

/** A mine that changed: how, how it stood before and after, and what was corrected or put on record late. It leads to the mine as of the later day. */
export function ChangedMine({
  change: { mineId, name, region, kinds, before, after, corrections, backdated },
  after: lastDay,
  axis,
  speech,
}: {
  readonly change: MineChange;
  readonly after: string;
  readonly axis: ChangesAnswer['axis'];
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  const later = axis === 'world' ? { asOf: lastDay } : { knownAt: lastDay };
  return (
    <li>
      <div className={classes.what}>
        <Link to="/mines/$mineId" params={{ mineId }} search={(now) => ({ ...pageTimes(now), ...later })}>
          {name}
        </Link>
        <span className="quiet">
          {mineId} · {speech.words.place(region)}
        </span>
        <strong>{kinds.map((kind) => t(`changes.kind.${kind}`)).join(t('domain.list.join'))}</strong>
      </div>
      <p className={classes.stood}>
        {before === null ? (
          <span className="quiet">{t('changes.notThere')}</span>
        ) : (
          <Stood stood={before} speech={speech} />
        )}
        <span className={classes.became}>
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('changes.became')}</span>
          <Stood stood={after} speech={speech} />
        </span>
      </p>
      {corrections.map(({ eventId, reason, recordedAt, corrected }) => (
        <div key={eventId} className={classes.correction}>
          <p>{t('history.corrected.why', { reason, time: speech.time(recordedAt) })}</p>
          <ul>
            {corrected.map((one) => (
              <li key={one.eventId}>
                {t('common.named', { name: speech.words.fact(one.type) })}
                <Corrected correction={one} speech={speech} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {backdated.map(({ eventId, type, occurredAt, recordedAt }) => (
        <p key={eventId} className={classes.correction}>
          {t('changes.backdated', {
            what: speech.words.fact(type),
            happened: speech.day(occurredAt),
            recorded: speech.time(recordedAt),
          })}
        </p>
      ))}
    </li>
  );
}

function pageTimes({ asOf, knownAt }: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }) {
  return { asOf, knownAt };
}

function Stood({ stood, speech }: { readonly stood: MineChange['after']; readonly speech: Speech }) {
  const { status, state, shut, closure } = stood;
  return (
    <span className={classes.standing}>
      <StatusMark status={status} />
      {shut && closure ? (
        <span className="quiet">
          {[
            ...(status === 'closed' ? [speech.words.state('operation', state)] : []),
            daysText(closure.days, speech.t),
          ].join(speech.t('common.list.clauses'))}
        </span>
      ) : null}
    </span>
  );
}

function Corrected({
  correction: { type, void: isVoid, before, after },
  speech,
}: {
  readonly correction: MineChange['corrections'][number]['corrected'][number];
  readonly speech: Speech;
}) {
  if (isVoid || after === null) return speech.t('history.corrected.void');
  return Object.keys(after).map((field) => (
    <span key={field} className={classes.field}>
      {speech.words.field(field, type)} <del>{valueText(field, before?.[field] ?? null, speech)}</del>{' '}
      {valueText(field, after[field] ?? null, speech)}
    </span>
  ));
}
