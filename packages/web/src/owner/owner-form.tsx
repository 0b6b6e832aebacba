import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useMine, useNext } from '../api/queries.ts';
import type { Ground } from '../case/form/event-form.tsx';
import { useSpeech } from '../case/speech.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Loading } from '../design/states.tsx';
import { useHere } from '../outbox/use-here.ts';
import { aboutOf } from './about.ts';
import { afterSending } from './after-sending.ts';
import { loadForm } from './forms-at-hand.ts';
import { type Possible, type Preset, useOwnVerb } from './own-acts.tsx';
import classes from './owner-form.module.css';
import { receiptOf } from './receipt.ts';
import { State } from './step-lines.tsx';

const EventForm = lazy(loadForm);

/** The form of an event in the portal's words, over the page, loaded when the first is opened, or before that; then its receipt, or that it is kept on this device until there is a line. */
export function OwnerForm({
  mine,
  act,
  preset,
  onClose,
}: {
  readonly mine: MineDetail;
  readonly act: Possible;
  readonly preset: Preset;
  readonly onClose: () => void;
}) {
  const verb = useOwnVerb();
  const speech = useSpeech(mine.asOf);
  const standing = useMine(mine.mineId);
  const next = useNext(mine.mineId);
  const [sent, setSent] = useState<{ readonly event: EventAnswer; readonly mine: MineDetail } | 'kept' | null>(null);
  const about = aboutOf(preset, mine, speech);
  const lookAgain = async (): Promise<Ground | null> => {
    const [fresh, possible] = await Promise.all([standing.refetch(), next.refetch()]);
    const schema = possible.data?.possible.find(({ type }) => type === act.type)?.schema;
    return fresh.data && schema ? { revision: fresh.data.revision, schema } : null;
  };
  return (
    <Dialog open title={verb(act.type)} onClose={onClose}>
      <div className={classes.form}>
        {about === null ? null : <p className={classes.about}>{about}</p>}
        {sent === 'kept' ? (
          <Kept onClose={onClose} />
        ) : sent ? (
          <Sent event={sent.event} mine={sent.mine} onClose={onClose} />
        ) : (
          <Suspense fallback={<Loading lines={6} />}>
            <EventForm
              mine={mine}
              type={act.type}
              schema={act.schema}
              needsApproval={act.needsApproval}
              preset={Object.fromEntries(Object.entries(preset).map(([field, value]) => [`/data/${field}`, value]))}
              verb={verb(act.type)}
              onSent={(answer) => (answer.event ? setSent({ event: answer.event, mine: answer.mine }) : onClose())}
              onKept={() => setSent('kept')}
              onClose={onClose}
              onLookAgain={lookAgain}
            />
          </Suspense>
        )}
      </div>
    </Dialog>
  );
}

function Sent({
  event,
  mine,
  onClose,
}: {
  readonly event: EventAnswer;
  readonly mine: MineDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  return (
    <div className={classes.sent} role="status">
      <State mark="sent">
        <strong>{t('owner.form.sent')}</strong>
        {t('common.list.clauses')}
        {t('owner.form.receipt', { receipt: receiptOf(event.eventId), time: speech.time(event.recordedAt) })}
      </State>
      <p>{afterSending(event, mine, speech)}</p>
      <Button onClick={onClose}>{t('common.close')}</Button>
    </div>
  );
}

function Kept({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <div className={classes.sent} role="status">
      <State mark="here">
        <strong>{t('outbox.waiting', { here })}</strong>
      </State>
      <p>{t('outbox.keptUntil')}</p>
      <Button onClick={onClose}>{t('common.close')}</Button>
    </div>
  );
}
