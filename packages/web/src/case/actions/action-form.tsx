import type { EventType } from '@rectify/engine/rectification';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer, SentAnswer } from '../../api/answers.ts';
import { useGrantPreview } from '../../api/queries.ts';
import { Notice } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import { GrantPreview } from '../correction/grant-preview.tsx';
import { effectOf } from '../form/confirmation.tsx';
import { EventForm, type Ground } from '../form/event-form.tsx';
import type { Entries } from '../form/field.ts';
import classes from '../form/form.module.css';
import { Proposed } from './proposed.tsx';
import type { OpenAction } from './use-open-action.ts';
import { WhatWasTyped } from './what-was-typed.tsx';

/** The form of an event; where the event is possible no longer, why, and what was typed. */
export function ActionForm({
  action: { type, approvalId },
  mine,
  next,
  onClose,
  onSent,
  onLookAgain,
}: {
  readonly action: OpenAction;
  readonly mine: MineDetail;
  readonly next: NextAnswer;
  readonly onClose: () => void;
  readonly onSent: (answer: SentAnswer) => void;
  readonly onLookAgain: (type: EventType) => Promise<Ground | null>;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const effects = useGrantPreview(mine.mineId, type === 'ApprovalGranted' ? approvalId : undefined);
  const [sending, setSending] = useState(false);
  const now = next.possible.find((candidate) => candidate.type === type);
  const [before, setBefore] = useState(now);
  if (now && now !== before) setBefore(now);
  // News of what was sent can come before its answer: it is not possible again then, and the form is still to be told.
  const possible = now ?? (sending ? before : undefined);
  const refused = next.refused.find((candidate) => candidate.type === type);
  if (!possible) {
    return (
      <Notice kind="error" title={t('form.refused.noLonger')}>
        <ul>
          {refused?.reasons.map((reason) => (
            <li key={`${reason.code}-${reason.about ?? ''}`}>{words.reason(reason)}</li>
          ))}
        </ul>
        <WhatWasTyped mine={mine} type={type} settled={approvalId === undefined ? [] : [approvalId]} />
      </Notice>
    );
  }
  const approval = mine.detail.approvals.find((candidate) => candidate.approvalId === approvalId);
  const preset: Entries = approvalId === undefined ? {} : { '/data/approvalId': approvalId };
  return (
    <EventForm
      mine={mine}
      type={type}
      schema={possible.schema}
      needsApproval={possible.needsApproval}
      preset={preset}
      isShown={type !== 'ApprovalGranted' || !effects.isPending}
      onSending={setSending}
      onSent={onSent}
      onClose={onClose}
      onLookAgain={() => onLookAgain(type)}
    >
      {approval ? (
        <div className={classes.request}>
          <Proposed mine={mine} event={approval.event} />
          {type === 'ApprovalGranted' ? (
            <p className={classes.effect}>{effectOf(approval.event.type, mine, t)}</p>
          ) : null}
          {type === 'ApprovalGranted' ? <GrantPreview mine={mine} approvalId={approval.approvalId} /> : null}
        </div>
      ) : null}
    </EventForm>
  );
}
