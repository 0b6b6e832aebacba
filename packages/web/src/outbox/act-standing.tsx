import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';
import { useErrorText } from '../design/states.tsx';
import { useDates, useWords } from '../language/use-words.ts';
import { receiptOf } from '../owner/receipt.ts';
import { State } from '../owner/step-lines.tsx';
import type { KeptAct } from './kept-acts.ts';
import { useHere } from './use-here.ts';

/** How far an act is: only on this device, refused with all that is wrong with it, or received with its receipt. */
export function ActStanding({ act: { state, problem, receipt, together } }: { readonly act: KeptAct }) {
  const { t } = useTranslation();
  const here = useHere();
  const words = useWords();
  const dates = useDates();
  const errorText = useErrorText();
  if (state === 'received') {
    return (
      <State mark="sent">
        {receipt
          ? t(together ? 'outbox.receivedHere' : 'outbox.received', {
              receipt: receiptOf(receipt.eventId),
              time: dates.time(receipt.recordedAt),
            })
          : t('outbox.receivedPlain')}
      </State>
    );
  }
  if (state === 'waiting' || !problem)
    return <State mark="here">{t(together ? 'outbox.here' : 'outbox.waiting', { here })}</State>;
  const { reasons = [], errors = [] } = problem;
  return (
    <>
      <State mark="returned">{t('outbox.refused', { why: errorText(new Problem(problem, null)) })}</State>
      {reasons.length + errors.length === 0 ? null : (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.code}-${reason.about ?? ''}`}>{words.reason(reason)}</li>
          ))}
          {errors.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}
