import { useTranslation } from 'react-i18next';
import type { ClosureAnswer } from '../api/answers.ts';
import { exactDuration } from '../language/durations.ts';
import { useWords } from '../language/use-words.ts';
import classes from './closure-clock.module.css';

const order = [
  'closed.awaitingInspection',
  'closed.inspecting',
  'closed.remediating',
  'closed.awaitingReinspection',
  'inspected',
  'licensed',
] as const;

/** Where the time of a closure went: a thin bar of its states, and the same as a list; then whom it waited on. */
export function TimePerState({ closure }: { readonly closure: ClosureAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { perState, waitedOn } = closure;
  const spent = order.flatMap((state) => {
    const milliseconds = perState[state] ?? 0;
    return milliseconds > 0 ? [{ state, milliseconds }] : [];
  });
  const waits = [
    ...(waitedOn.owner > 0 ? [{ who: t('domain.party.owner'), milliseconds: waitedOn.owner }] : []),
    ...Object.entries(waitedOn.offices).map(([office, milliseconds]) => ({ who: words.office(office), milliseconds })),
  ].toSorted((a, b) => b.milliseconds - a.milliseconds);
  if (spent.length === 0) return null;
  return (
    <div className={classes.spent}>
      <div className={classes.bar} aria-hidden="true">
        {spent.map(({ state, milliseconds }) => (
          <span key={state} data-state={state} style={{ flexGrow: milliseconds }} />
        ))}
      </div>
      <ul className={classes.legend} aria-label={t('case.clock.perState')}>
        {spent.map(({ state, milliseconds }) => (
          <li key={state}>
            <span className={classes.swatch} data-state={state} aria-hidden="true" />
            {words.state('operation', state)} <span className={classes.span}>{roughly(milliseconds, t)}</span>
          </li>
        ))}
      </ul>
      {waits.length === 0 ? null : (
        <p className="quiet">
          {t('case.clock.waited', {
            waits: waits
              .map(({ who, milliseconds }) => `${who} ${roughly(milliseconds, t)}`)
              .join(t('domain.list.join')),
          })}
        </p>
      )}
    </div>
  );
}

/** A span to the hour where it lasts a day, else exactly. */
function roughly(milliseconds: number, t: ReturnType<typeof useTranslation>['t']): string {
  const hour = 3_600_000;
  return exactDuration(milliseconds >= 24 * hour ? Math.floor(milliseconds / hour) * hour : milliseconds, t);
}
