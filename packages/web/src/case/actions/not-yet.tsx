import { owningRegion } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import { missingForReopening, sayMissing } from '../missing.ts';
import { useSpeech } from '../speech.ts';
import classes from './actions.module.css';
import { TheWay } from './the-way.tsx';

type Refused = NextAnswer['refused'][number];

/** The steps of the way to reopening that lack something: all of it at once, and who can see to it. */
export function NotYet({ mine, refused }: { readonly mine: MineDetail; readonly refused: readonly Refused[] }) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  return (
    <div className={classes.group}>
      <h3>{t('case.actions.notYet')}</h3>
      <ul className={classes.notYet}>
        {refused.map((event) => (
          <li key={event.type}>
            <Step mine={mine} refused={event} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Step({ mine, refused }: { readonly mine: MineDetail; readonly refused: Refused }) {
  const { type, reasons } = refused;
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const missing = type === 'ReopeningAuthorised' ? missingForReopening(mine, speech) : [];
  const others = reasons.some(({ code }) => code === 'not-yours');
  const said = reasons.filter(({ code }) => code !== 'not-yours' && !(missing.length > 0 && code === 'no-such-step'));
  const verb = speech.inSentence(words.verb(type));
  return (
    <>
      <p>
        {t(others ? 'case.actions.cannotYetOthers' : 'case.actions.cannotYet', { verb })}
        {missing.length > 0
          ? t('common.nextSentence', {
              sentence: t('case.actions.missing', { missing: sayMissing(missing, speech) }),
            })
          : null}
      </p>
      {said.length > 0 ? (
        <details className={classes.why} open={missing.length === 0}>
          <summary>{t('case.actions.why')}</summary>
          <ul>
            {said.map((reason) => (
              <li key={`${reason.code}-${reason.about ?? ''}`}>
                {words.reason(reason, owningRegion(type))} <span className="quiet">{words.turn(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <TheWay mine={mine} refused={refused} />
    </>
  );
}
