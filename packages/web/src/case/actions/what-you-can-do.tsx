import type { EventType } from '@rectify/engine/rectification';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { useMine, useNext } from '../../api/queries.ts';
import { LookingBack } from '../../as-of/looking-back.tsx';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Failure, Loading } from '../../design/states.tsx';
import type { StandingEvent } from '../course.ts';
import type { Ground } from '../form/event-form.tsx';
import { Section } from '../section.tsx';
import { ActionDialog } from './action-dialog.tsx';
import classes from './actions.module.css';
import { Approvals } from './approvals.tsx';
import { NotYet } from './not-yet.tsx';
import { sortRefused } from './order.ts';
import { Possible } from './possible.tsx';
import { RefusedList } from './refused-list.tsx';
import { Sent } from './sent.tsx';
import { useOpenAction } from './use-open-action.ts';

const CorrectionDialog = lazy(async () => ({
  default: (await import('../correction/correction-dialog.tsx')).CorrectionDialog,
}));

/** A correction that is open: of one event, or of one still to be chosen. */
export type OpenCorrection = { readonly event: StandingEvent | null } | null;

/** What this person can do about the case now, what not yet and why, and what waits for a second person. */
export function WhatYouCanDo({
  mine,
  events,
  correction,
  onCorrection,
}: {
  readonly mine: MineDetail;
  readonly events: readonly StandingEvent[];
  readonly correction: OpenCorrection;
  readonly onCorrection: (correction: OpenCorrection) => void;
}) {
  const { t } = useTranslation();
  const { kind } = useAsOf();
  const past = kind === 'past';
  const standing = useMine(mine.mineId);
  const next = useNext(mine.mineId, { enabled: !past });
  const { action, setAction } = useOpenAction();
  const [sent, setSent] = useState<SentAnswer | null>(null);
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sent) message.current?.focus();
  }, [sent]);

  const open = (type: EventType) => {
    setSent(null);
    setAction({ type });
  };
  // The form of a correction begins with the choice of what is corrected, unless that was chosen in the timeline.
  const corrects = action?.type === 'FactCorrected';
  const correcting = correction ?? (corrects ? { event: null } : null);
  const done = (answer: SentAnswer) => {
    setAction(null);
    onCorrection(null);
    setSent(answer);
  };
  const lookAgain = async (type: EventType): Promise<Ground | null> => {
    const [fresh, possible] = await Promise.all([standing.refetch(), next.refetch()]);
    const schema = possible.data?.possible.find((candidate) => candidate.type === type)?.schema;
    return fresh.data && schema ? { revision: fresh.data.revision, schema } : null;
  };

  return (
    <Section title={t('case.actions.title')}>
      {past ? (
        <LookingBack />
      ) : next.isPending ? (
        <Loading lines={4} />
      ) : next.isError ? (
        <Failure error={next.error} onRetry={() => void next.refetch()} />
      ) : (
        <div className={classes.actions}>
          <div ref={message} tabIndex={-1} className={classes.message}>
            {sent ? <Sent answer={sent} mine={mine} next={next.data} /> : null}
          </div>
          <Approvals
            mine={mine}
            next={next.data}
            onAnswer={(type, approvalId) => {
              setSent(null);
              setAction({ type, approvalId });
            }}
          />
          {next.data.possible.length === 0 ? <p className="quiet">{t('case.actions.nothing')}</p> : null}
          <Possible mine={mine} possible={next.data.possible} onOpen={open} />
          <Impossible mine={mine} refused={next.data.refused} />
          <ActionDialog
            action={corrects ? null : action}
            mine={mine}
            next={next.data}
            onClose={() => setAction(null)}
            onSent={done}
            onLookAgain={lookAgain}
          />
          {correcting ? (
            <Suspense>
              <CorrectionDialog
                mine={mine}
                events={events}
                event={correcting.event}
                onClose={() => {
                  onCorrection(null);
                  setAction(null);
                }}
                onSent={done}
                onLookAgain={async () => (await standing.refetch()).data?.revision ?? null}
              />
            </Suspense>
          ) : null}
        </div>
      )}
    </Section>
  );
}

function Impossible({
  mine,
  refused,
}: { readonly mine: MineDetail } & Pick<Parameters<typeof RefusedList>[0], 'refused'>) {
  const { t } = useTranslation();
  const { notYet, others, notNow } = sortRefused(refused, mine);
  return (
    <>
      <NotYet mine={mine} refused={notYet} />
      <div className={classes.folded}>
        <RefusedList title={t('case.actions.others')} mine={mine} refused={others} />
        <RefusedList title={t('case.actions.notNow')} mine={mine} refused={notNow} />
      </div>
    </>
  );
}
