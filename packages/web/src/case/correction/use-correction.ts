import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, PreviewAnswer, SentAnswer } from '../../api/answers.ts';
import { usePreview, useSend } from '../../api/queries.ts';
import { useLanguage } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import type { StandingEvent } from '../course.ts';
import { forgetDraft } from '../form/drafts.ts';
import { enterData, momentOf } from '../form/enter-data.ts';
import type { Entries, Entry, Field } from '../form/field.ts';
import { type Faults, faultsOfServer, ownFaults } from '../form/refusal.ts';
import { useDraft } from '../form/use-draft.ts';
import { WHEN } from '../form/when.ts';
import { type Correction, type CorrectionData, composeCorrection, VOID } from './compose-correction.ts';

const noFaults: Faults = new Map();

/** A correction that is being entered: its draft, what it would change, and what became of sending it. */
export interface CorrectionInHand {
  readonly entries: Entries;
  readonly faults: Faults;
  /** The revision of the case on which it is entered. */
  readonly seenRevision: number;
  /** What it would change as it is entered; undefined until that was asked for. */
  readonly shown: PreviewAnswer | undefined;
  /** What is voided too, since it depends on what is corrected. */
  readonly voidedToo: readonly Correction[];
  readonly busy: 'sending' | 'showing' | null;
  /** Why nothing was sent or shown, where that is not about an entry. */
  readonly failed: Error | null;
  readonly change: (pointer: string, entry: Entry) => void;
  /** Asks what it would change with further corrections behind it. */
  readonly show: (further: readonly Correction[]) => void;
  /** Requests it. */
  readonly request: () => void;
  readonly lookAgain: () => Promise<void>;
}

/** Holds the correction of one event while it is entered. What is entered is kept when its form closes. */
export function useCorrection({
  mine,
  standing,
  fields,
  onSent,
  onLookAgain,
}: {
  readonly mine: MineDetail;
  readonly standing: StandingEvent;
  readonly fields: readonly Field[];
  readonly onSent: (answer: SentAnswer) => void;
  readonly onLookAgain: () => Promise<number | null>;
}): CorrectionInHand {
  const { t } = useTranslation();
  const language = useLanguage();
  const person = useSession()?.id ?? '';
  const send = useSend(mine.mineId);
  const preview = usePreview(mine.mineId);
  const id = [person, mine.mineId, 'FactCorrected', standing.event.eventId].join('/');
  const { draft, enter, renew } = useDraft(id, mine.revision, null, () => ({
    ...(standing.void && { [VOID]: true }),
    ...enterData(fields, standing.data),
    ...Object.fromEntries(
      momentOf(WHEN, standing.occurredAt).slice(0, standing.occurredAtPrecision === 'instant' ? 2 : 1),
    ),
  }));
  const [faults, setFaults] = useState(noFaults);
  const [voidedToo, setVoidedToo] = useState<readonly Correction[]>([]);
  const { entries, key, seenRevision } = draft;

  const composedWith = (further: readonly Correction[]): CorrectionData | null => {
    const { data, faults: found } = composeCorrection(standing, fields, entries);
    setFaults(ownFaults(found, t));
    return found.length > 0 ? null : { ...data, corrections: [...data.corrections, ...further] };
  };
  const refuse = (error: Error) => setFaults(onFields(faultsOfServer(error, t, language)) ?? noFaults);
  /** What was shown was of other entries, or of another revision of the case. */
  const hide = () => {
    send.reset();
    preview.reset();
    setVoidedToo([]);
  };

  return {
    entries,
    faults,
    seenRevision,
    shown: preview.data,
    voidedToo,
    busy: send.isPending ? 'sending' : preview.isPending ? 'showing' : null,
    failed: faults.size > 0 ? null : (send.error ?? preview.error),
    change: (pointer, entry) => {
      hide();
      enter(pointer, entry);
    },
    show: (further) => {
      hide();
      setVoidedToo(further);
      const data = composedWith(further);
      if (data) preview.mutate({ type: 'FactCorrected', data: { ...data } }, { onError: refuse });
    },
    request: () => {
      const data = composedWith(voidedToo);
      if (!data) return;
      const onSuccess = (answer: SentAnswer) => {
        forgetDraft(id);
        onSent(answer);
      };
      send.mutate({ type: 'FactCorrected', data: { ...data }, key, seenRevision }, { onSuccess, onError: refuse });
    },
    lookAgain: async () => {
      const revision = await onLookAgain();
      hide();
      if (revision !== null) renew(revision, null);
    },
  };
}

/** The server points into the correction that was sent; here its values are fields of their own. */
function onFields(faults: Faults | null): Faults | null {
  return (
    faults &&
    new Map(
      [...faults].map(([pointer, text]) => {
        const inPatch = pointer.replace(/^\/data\/corrections\/0\/patch\//, '/patch/');
        return [inPatch === '/patch/occurredAt' ? WHEN : inPatch, text];
      }),
    )
  );
}
