import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ApprovalAnswer, MineDetail } from '../../api/answers.ts';
import { useHistory } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Filed } from '../form/confirmation.tsx';
import { useSpeech } from '../speech.ts';
import classes from './actions.module.css';

const corrections = z.object({
  reason: z.string(),
  corrections: z.array(
    z.object({
      eventId: z.string(),
      void: z.literal(true).optional(),
      patch: z.record(z.string(), z.json()).optional(),
    }),
  ),
});

/** What a request proposes: the event's data, and when it is said to have happened; of a correction, which facts it changes. */
export function Proposed({ mine, event }: { readonly mine: MineDetail; readonly event: ApprovalAnswer['event'] }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const correction = event.type === 'FactCorrected' ? corrections.safeParse(event.data) : null;
  if (correction?.success) {
    return (
      <>
        <p>{correction.data.reason}</p>
        <ul>
          {correction.data.corrections.map(({ eventId, patch }) => (
            <ProposedCorrection key={eventId} mine={mine} eventId={eventId} patch={patch} />
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <Filed type={event.type} mine={mine} data={event.data} />
      {event.occurredAt ? (
        <p className="quiet">
          {t('case.approvals.occurredAt', { time: speech.time(event.occurredAt, event.occurredAtPrecision) })}
        </p>
      ) : null}
    </>
  );
}

function ProposedCorrection({
  mine,
  eventId,
  patch,
}: {
  readonly mine: MineDetail;
  readonly eventId: string;
  readonly patch: unknown;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const history = useHistory(mine.mineId);
  const event = history.data?.pages.flatMap(({ items }) => items).find((candidate) => candidate.eventId === eventId);
  return (
    <li className={classes.correction}>
      <p>
        {event
          ? `${words.fact(event.type)} · ${speech.time(event.occurredAt, event.occurredAtPrecision)}`
          : t('case.approvals.earlierFact')}
      </p>
      {patch === undefined ? (
        <p>{t('history.corrected.void')}</p>
      ) : event ? (
        <Filed type={event.type} mine={mine} data={patch} />
      ) : null}
    </li>
  );
}
