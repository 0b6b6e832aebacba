import type { EventType, Role } from '@rectify/engine/rectification';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ApprovalAnswer, MineDetail, NextAnswer } from '../../api/answers.ts';
import { Button } from '../../design/button.tsx';
import { Loading } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import { actorText } from '../actor-text.ts';
import { useSpeech } from '../speech.ts';
import classes from './actions.module.css';
import { Proposed } from './proposed.tsx';

const GrantPreview = lazy(async () => ({ default: (await import('../correction/grant-preview.tsx')).GrantPreview }));

const chosenApproval = z.object({ properties: z.object({ approvalId: z.object({ enum: z.array(z.string()) }) }) });

/** The part of a case's page where requests are answered, as an address names it. */
const PLACE = 'approvals';

/** The answers to a request, in the order in which they stand. */
const answers = ['ApprovalGranted', 'ApprovalDeclined', 'ApprovalWithdrawn'] as const;

/** The requests that wait for a second person: what is asked, by whom, and the answers that this person can give. */
export function Approvals({
  mine,
  next,
  onAnswer,
}: {
  readonly mine: MineDetail;
  readonly next: NextAnswer;
  readonly onAnswer: (type: EventType, approvalId: string) => void;
}) {
  const { t } = useTranslation();
  const { approvals } = mine.detail;
  const asked = useLocation({ select: ({ hash }) => hash === PLACE });
  const part = useRef<HTMLDivElement>(null);
  // An address can lead here, but only the answers of the server put it on the page.
  useEffect(() => {
    if (!asked) return;
    part.current?.focus({ preventScroll: true });
    part.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  if (approvals.length === 0) return null;
  return (
    <div ref={part} id={PLACE} tabIndex={-1} className={classes.approvals}>
      <h3>{t('case.approvals.title')}</h3>
      <ul>
        {approvals.map((approval) => (
          <li key={approval.approvalId} className={classes.approval}>
            <Request mine={mine} approval={approval} />
            {mayGrant(next, approval) ? <Changes mine={mine} approval={approval} /> : null}
            <Answers approval={approval} next={next} onAnswer={onAnswer} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Request({ mine, approval }: { readonly mine: MineDetail; readonly approval: ApprovalAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const me = useSession()?.id;
  const { event, requestedBy, requestedAt } = approval;
  const who = actorText(requestedBy, speech);
  return (
    <>
      <p className={classes.asked}>{words.verb(event.type)}</p>
      <p className="quiet">
        {t(requestedBy.id === me ? 'case.approvals.byYou' : 'case.approvals.by', {
          who,
          time: speech.time(requestedAt),
        })}
      </p>
      <Proposed mine={mine} event={event} />
    </>
  );
}

/** What granting it changes, looked up when it is opened. */
function Changes({ mine, approval }: { readonly mine: MineDetail; readonly approval: ApprovalAnswer }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{t('case.approvals.show')}</summary>
      {opened ? (
        <Suspense fallback={<Loading lines={3} />}>
          <GrantPreview mine={mine} approvalId={approval.approvalId} />
        </Suspense>
      ) : null}
    </details>
  );
}

function Answers({
  approval,
  next,
  onAnswer,
}: {
  readonly approval: ApprovalAnswer;
  readonly next: NextAnswer;
  readonly onAnswer: (type: EventType, approvalId: string) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { approvalId } = approval;
  const possible = answers.filter((type) =>
    next.possible.some((candidate) => candidate.type === type && offers(candidate.schema, approvalId)),
  );
  if (possible.length === 0) return <p className="quiet">{t('case.approvals.notYours')}</p>;
  return (
    <>
      <div className={classes.answers}>
        {possible.map((type) => (
          <Button
            key={type}
            kind={type === 'ApprovalGranted' ? 'primary' : 'plain'}
            onClick={() => onAnswer(type, approvalId)}
          >
            {words.verb(type)}
          </Button>
        ))}
      </div>
      {possible.includes('ApprovalGranted') ? null : (
        <p className="quiet">{t('case.approvals.othersGrant', { who: words.role(granter(next)) })}</p>
      )}
    </>
  );
}

function mayGrant({ possible }: NextAnswer, { approvalId }: ApprovalAnswer): boolean {
  return possible.some(({ type, schema }) => type === 'ApprovalGranted' && offers(schema, approvalId));
}

/** Who can grant the requests that this person cannot. */
export function granter({ refused }: NextAnswer): Role {
  const reasons = refused.find(({ type }) => type === 'ApprovalGranted')?.reasons ?? [];
  const who = reasons.map((reason) => reason.who).find((role) => role !== 'nobody');
  return who ?? 'supervisor';
}

/** Whether an answer's schema offers a request to choose. */
function offers(schema: unknown, approvalId: string): boolean {
  const read = chosenApproval.safeParse(schema);
  return read.success && read.data.properties.approvalId.enum.includes(approvalId);
}
