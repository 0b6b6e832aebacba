import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/answers.ts';
import { OldFigures } from '../old-figures.tsx';
import { lastDay } from './curve.ts';

/** Which figures by what was known before are other ones by all that is known now. */
export function AsKnownNow({ then, now }: { readonly then: StatisticsAnswer; readonly now: StatisticsAnswer }) {
  const { t } = useTranslation();
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
