import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { Problem, Unreachable } from '../../api/problem.ts';
import { useHistory } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { Failure, Notice, useErrorText } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';

/** Why nothing was recorded. It takes the focus when it appears, since the form may be longer than the window. */
export function Refused(props: Parameters<typeof Why>[0]) {
  return (
    <Focused>
      <Why {...props} />
    </Focused>
  );
}

function Focused({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}

/** Conditions that are not met and who can meet them, a case that has moved on, or a failure. */
function Why({
  error,
  mine,
  seenRevision,
  onLookAgain,
}: {
  readonly error: Error;
  readonly mine: MineDetail;
  readonly seenRevision: number;
  readonly onLookAgain: () => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const text = useErrorText();
  if (error instanceof Unreachable) {
    return (
      <Notice kind="error" title={t('common.state.problem')}>
        <p>{text(error)}</p>
        <p>{t('form.refused.sendAgain')}</p>
      </Notice>
    );
  }
  if (!(error instanceof Problem)) return <Failure error={error} />;
  const { status, details, slug } = error;
  if (status === 412 || slug === 'conflict') {
    return (
      <Notice kind="error" title={t('form.refused.movedOn')}>
        <Since mineId={mine.mineId} revision={seenRevision} />
        <p>{t('form.refused.typedStays')}</p>
        <Button onClick={onLookAgain}>{t('form.refused.lookAgain')}</Button>
      </Notice>
    );
  }
  if (details.reasons && details.reasons.length > 0) {
    return (
      <Notice kind="error" title={text(error)}>
        <ul>
          {details.reasons.map((reason) => (
            <li key={`${reason.code}-${reason.about ?? ''}`}>
              {words.reason(reason)} <span className="quiet">{words.turn(reason)}</span>
            </li>
          ))}
        </ul>
        <Button onClick={onLookAgain}>{t('form.refused.lookAgain')}</Button>
      </Notice>
    );
  }
  return <Failure error={error} />;
}

/** What was recorded since a revision, as far as it is known here. */
function Since({ mineId, revision }: { readonly mineId: string; readonly revision: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const history = useHistory(mineId);
  const { refetch } = history;
  useEffect(() => void refetch(), [refetch]);
  const since = (history.data?.pages ?? []).flatMap(({ items }) => items).filter((event) => event.revision > revision);
  if (since.length === 0) return null;
  return (
    <p>
      {t('form.refused.since', {
        events: since
          .toReversed()
          .map(({ type }) => words.fact(type))
          .join(t('domain.list.join')),
      })}
    </p>
  );
}
