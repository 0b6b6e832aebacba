import type { EventType } from '@rectify/engine/rectification';
import { lazy, Suspense } from 'react';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { useMine, useNext } from '../../api/queries.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import type { StandingEvent } from '../course.ts';
import type { Ground } from '../form/event-form.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { useOpenAction } from './use-open-action.ts';

const CorrectionDialog = lazy(async () => ({
  default: (await import('../correction/correction-dialog.tsx')).CorrectionDialog,
}));

/** A correction that is open: of one event, or of one still to be chosen. */
export type OpenCorrection = { readonly event: StandingEvent | null } | null;

/** The form that is open over a case. It stands beside all columns: a window that grows or shrinks moves those, and leaves the form as it is. */
export function OpenForms({
  mine,
  events,
  correction,
  onCorrection,
  onSent,
}: {
  readonly mine: MineDetail;
  readonly events: readonly StandingEvent[];
  readonly correction: OpenCorrection;
  readonly onCorrection: (correction: OpenCorrection) => void;
  readonly onSent: (answer: SentAnswer) => void;
}) {
  const past = useAsOf().kind === 'past';
  const standing = useMine(mine.mineId);
  const next = useNext(mine.mineId, { enabled: !past });
  const { action, setAction } = useOpenAction();
  if (past || next.data === undefined) return null;

  // The form of a correction begins with the choice of what is corrected, unless that was chosen in the timeline.
  const corrects = action?.type === 'FactCorrected';
  const correcting = correction ?? (corrects ? { event: null } : null);
  const close = () => {
    onCorrection(null);
    setAction(null);
  };
  const done = (answer: SentAnswer) => {
    close();
    onSent(answer);
  };
  const lookAgain = async (type: EventType): Promise<Ground | null> => {
    const [fresh, possible] = await Promise.all([standing.refetch(), next.refetch()]);
    const schema = possible.data?.possible.find((candidate) => candidate.type === type)?.schema;
    return fresh.data && schema ? { revision: fresh.data.revision, schema } : null;
  };
  return (
    <>
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
            onClose={close}
            onSent={done}
            onLookAgain={async () => (await standing.refetch()).data?.revision ?? null}
          />
        </Suspense>
      ) : null}
    </>
  );
}
