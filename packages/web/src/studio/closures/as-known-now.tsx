import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { useStatisticsKnownNow } from '../../api/studio.ts';
import { OldFigures } from '../old-figures.tsx';
import { lastDay } from './curve.ts';

/** While the page goes by what was known before: which of its figures are other ones by all that is known now. */
export function AsKnownNow({ then, query }: { readonly then: StatisticsAnswer; readonly query: Query }) {
  const { t } = useTranslation();
  const { data: now } = useStatisticsKnownNow({ ...query, curve: true, explain: true });
  if (!now) return null;
  const figures = (answer: StatisticsAnswer) => ({
    total: answer.total,
    ongoing: answer.ongoing,
    ended: answer.ended,
    half: answer.survival.quartiles.median.value,
    longest: Math.floor(lastDay(answer.survival)),
  });
  const [before, after] = [figures(then), figures(now)];
  const names = ['total', 'ongoing', 'ended', 'half', 'longest'] as const;
  return (
    <OldFigures
      figures={names.map((name) => ({ name: t(`studio.old.${name}`), before: before[name], now: after[name] }))}
    />
  );
}
