import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { Notice } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import { useSpeech } from '../speech.ts';

/** What became of what was sent: recorded, or requested and waiting for a second person. */
export function Sent({ answer, mine }: { readonly answer: SentAnswer; readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  if (!answer.event) {
    return (
      <Notice kind="info" title={t('case.sent.requested')}>
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
      {answer.duplicate ? <p>{t('case.sent.duplicate')}</p> : null}
    </Notice>
  );
}
