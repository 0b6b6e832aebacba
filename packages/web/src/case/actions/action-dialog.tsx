import type { EventType } from '@rectify/engine/rectification';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer, SentAnswer } from '../../api/answers.ts';
import { Dialog } from '../../design/dialog.tsx';
import { Loading } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import type { Ground } from '../form/event-form.tsx';
import type { OpenAction } from './use-open-action.ts';

const ActionForm = lazy(async () => ({ default: (await import('./action-form.tsx')).ActionForm }));

/** The form of an event in a window of its own, loaded when the first is opened. Closing it keeps what was typed. */
export function ActionDialog({
  action,
  mine,
  next,
  onClose,
  onSent,
  onLookAgain,
}: {
  readonly action: OpenAction | null;
  readonly mine: MineDetail;
  readonly next: NextAnswer;
  readonly onClose: () => void;
  readonly onSent: (answer: SentAnswer) => void;
  readonly onLookAgain: (type: EventType) => Promise<Ground | null>;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const approval = mine.detail.approvals.find(({ approvalId }) => approvalId === action?.approvalId);
  const verb = action ? words.verb(action.type) : '';
  const title = approval ? t('history.about', { fact: verb, about: words.verb(approval.event.type) }) : verb;
  return (
    <Dialog open={action !== null} title={title} onClose={onClose}>
      {action ? (
        <Suspense fallback={<Loading lines={6} />}>
          <ActionForm
            key={`${action.type}-${action.approvalId}`}
            action={action}
            mine={mine}
            next={next}
            onClose={onClose}
            onSent={onSent}
            onLookAgain={onLookAgain}
          />
        </Suspense>
      ) : null}
    </Dialog>
  );
}
