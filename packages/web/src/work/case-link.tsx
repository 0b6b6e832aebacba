import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorkItemAnswer } from '../api/answers.ts';
import { useAsOf } from '../as-of/use-as-of.ts';

/** Leads from an item to its case as it stands now; from a request to where it is answered. */
export function CaseLink({
  item: { mineId, kind },
  className,
  children,
}: {
  readonly item: WorkItemAnswer;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const lookingBack = useAsOf().kind === 'past';
  return (
    <Link
      to="/mines/$mineId"
      params={{ mineId }}
      search={lookingBack ? { asOf: 'today' } : {}}
      hash={kind === 'approval' ? 'approvals' : ''}
      data-mine={mineId}
      className={className}
    >
      {children}
    </Link>
  );
}
