import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer, SentAnswer } from '../../api/answers.ts';
import { Notice } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import { useSpeech } from '../speech.ts';
import { granter } from './approvals.tsx';

/** What became of what was sent: recorded, or requested and waiting for a second person. */
export function Sent({
  answer,
  mine,
  next,
}: {
  readonly answer: SentAnswer;
  readonly mine: MineDetail;
  readonly next: NextAnswer;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  if (!answer.event) {
    return (
      <Notice kind="info" title={t('case.sent.requested', { who: words.role(granter(next)) })}>
        <p>{t('case.sent.requestedDetail')}</p>
      </Notice>
    );
  }
  const { type, occurredAt, occurredAtPrecision } = answer.event;
  return (
    <Notice
      kind="info"
      title={t('case.sent.recorded', { fact: words.fact(type), time: speech.time(occurredAt, occurredAtPrecision) })}
    >
      {type === 'ApprovalGranted' ? (
        <p>{t('case.sent.inEffect', { fact: words.fact(answer.mine.lastChange.type) })}</p>
      ) : null}
      {answer.duplicate ? <p>{t('case.sent.duplicate')}</p> : null}
    </Notice>
  );
}
