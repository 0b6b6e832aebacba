import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorkItemAnswer } from '../api/answers.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useQueueInstants } from './use-queue-instants.ts';

/** Leads from an item to its case as it stands when the queue is of; from a request to where it is answered. */
export function CaseLink({
  item: { mineId, kind },
  className,
  children,
}: {
  readonly item: WorkItemAnswer;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const looksBack = useAsOf().kind === 'past';
  const ofToday = useQueueInstants() === undefined;
  return (
    <Link
      to="/mines/$mineId"
      params={{ mineId }}
      search={looksBack && ofToday ? { asOf: 'today' } : {}}
      hash={kind === 'approval' ? 'approvals' : ''}
      data-mine={mineId}
      className={className}
    >
      {children}
    </Link>
  );
}
