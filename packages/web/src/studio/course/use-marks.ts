import { useTranslation } from 'react-i18next';
import { useCampaigns } from '../../api/campaigns.ts';
import { useCampaignWords } from '../../campaigns/use-campaign-words.ts';
import { localParts } from '../../language/dates.ts';
import type { Mark } from './course-drawing.ts';

/** The days on which campaigns were opened and ended, and on which what they answer happened, as far as they are on the first page of the list. */
export function useMarks(): readonly Mark[] {
  const { t } = useTranslation();
  const words = useCampaignWords();
  const { data } = useCampaigns();
  const campaigns = data?.pages[0]?.items ?? [];
  const dayOf = (instant: string) => localParts(instant).day;
  return campaigns.flatMap(({ name, trigger, triggeredOn, openedAt, closed }) => [
    ...(triggeredOn === null ? [] : [{ day: triggeredOn, name: words.trigger(trigger) }]),
    { day: dayOf(openedAt), name: t('studio.course.opened', { name }) },
    ...(closed === null ? [] : [{ day: dayOf(closed.at), name: t('studio.course.ended', { name }) }]),
  ]);
}
