import { useTranslation } from 'react-i18next';
import { useDates } from '../language/use-words.ts';
import type { KeptAct } from '../outbox/kept-acts.ts';

/** What a record that is kept on this device is called: of an inspection that was done, or that was abandoned. */
export function useRecordName(): (act: Pick<KeptAct, 'events' | 'keptAt'>) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return ({ events, keptAt }) =>
    t(events.at(-1)?.type === 'InspectionAbandoned' ? 'spot.abandon.recordOf' : 'spot.recordOf', {
      time: dates.time(keptAt),
    });
}
