import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { useWords } from '../language/use-words.ts';
import { BarTable } from './bar-table.tsx';

/** How many deadlines of each office passed before it had acted, as the files say; each figure opens them. */
export function Late({
  answer: { lateByOffice, explain },
}: {
  readonly answer: Pick<StatisticsAnswer, 'lateByOffice' | 'explain'>;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const lines = Object.entries(lateByOffice)
    .toSorted(([, a], [, b]) => b - a)
    .map(([office, count]) => ({
      key: office,
      name: words.office(office),
      count,
      query: explain?.lateByOffice[office],
    }));
  if (lines.length === 0) return <p>{t('statistics.late.none')}</p>;
  return (
    <>
      <p className="quiet">{t('statistics.late.method')}</p>
      <BarTable
        caption={t('statistics.late.title')}
        columns={[t('statistics.late.office'), t('statistics.late.column')]}
        lines={lines}
      />
    </>
  );
}
