import { owningRegion } from '@rectify/engine/rectification';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import classes from './actions.module.css';
import { TheWay } from './the-way.tsx';

/** More than this, and one wants to search. */
const LONG = 8;

/** Events that a person cannot send, folded away: each with every reason, who can act, and the way there if others cannot send it either. */
export function RefusedList({
  title,
  mine,
  refused,
}: {
  readonly title: string;
  readonly mine: MineDetail;
  readonly refused: NextAnswer['refused'];
}) {
  const { t } = useTranslation();
  const words = useWords();
  const [typed, setTyped] = useState('');
  const field = useId();
  if (refused.length === 0) return null;
  const sought = typed.trim().toLowerCase();
  const found = refused
    .map((event) => ({
      event,
      verb: words.verb(event.type),
      reasons: event.reasons.map((reason) => ({
        code: `${reason.code}-${reason.about ?? ''}`,
        text:
          reason.code === 'not-yours'
            ? t('case.actions.notYours', { who: words.role(reason.who) })
            : words.reason(reason, owningRegion(event.type)),
        turn: reason.code === 'not-yours' || reason.who === 'nobody' ? '' : words.turn(reason),
      })),
    }))
    .filter(({ verb, reasons }) =>
      [verb, ...reasons.map(({ text }) => text)].some((text) => text.toLowerCase().includes(sought)),
    );
  return (
    <details className={classes.refused}>
      <summary>
        {title} <span className="quiet">{refused.length}</span>
      </summary>
      {refused.length > LONG ? (
        <div className={classes.search}>
          <label htmlFor={field} className="visually-hidden">
            {t('case.actions.search', { list: title })}
          </label>
          <input
            id={field}
            type="search"
            placeholder={t('case.actions.searchPlaceholder')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      ) : null}
      {found.length === 0 ? <p className="quiet">{t('case.actions.noneFound')}</p> : null}
      <ul className={classes.refusals}>
        {found.map(({ event, verb, reasons }) => (
          <li key={event.type}>
            <p className={classes.refusedVerb}>{verb}</p>
            {reasons.map(({ code, text, turn }) => (
              <p key={code} className="quiet">
                {text}
                {turn ? t('common.nextSentence', { sentence: turn }) : null}
              </p>
            ))}
            {event.reasons.every(({ code }) => code === 'not-yours') ? null : <TheWay mine={mine} refused={event} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
