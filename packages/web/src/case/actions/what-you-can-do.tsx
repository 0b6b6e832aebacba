import type { EventType } from '@rectify/engine/rectification';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { useNext } from '../../api/queries.ts';
import { LookingBack } from '../../as-of/looking-back.tsx';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { Section } from '../section.tsx';
import classes from './actions.module.css';
import { Approvals } from './approvals.tsx';
import { NotYet } from './not-yet.tsx';
import { sortRefused } from './order.ts';
import { Possible } from './possible.tsx';
import { RefusedList } from './refused-list.tsx';
import { Sent } from './sent.tsx';
import { useOpenAction } from './use-open-action.ts';

/** What this person can do about the case now, what not yet and why, and what waits for a second person. */
export function WhatYouCanDo({
  mine,
  sent,
  onOpen,
}: {
  readonly mine: MineDetail;
  /** What came of the form that was sent last, until the next one is opened. */
  readonly sent: SentAnswer | null;
  /** Told when a form is opened. */
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { kind } = useAsOf();
  const past = kind === 'past';
  const next = useNext(mine.mineId, { enabled: !past });
  const { setAction } = useOpenAction();
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sent) message.current?.focus();
  }, [sent]);

  const open = (type: EventType) => {
    onOpen();
    setAction({ type });
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
              onOpen();
              setAction({ type, approvalId });
            }}
          />
          {next.data.possible.length === 0 ? <p className="quiet">{t('case.actions.nothing')}</p> : null}
          <Possible mine={mine} possible={next.data.possible} onOpen={open} />
          <Impossible mine={mine} refused={next.data.refused} />
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
