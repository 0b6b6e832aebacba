import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { Counted } from '../../statistics/counted.tsx';
import tables from '../tables.module.css';
import type { Curve, OnDay } from './curve.ts';
import { useCurveWords } from './use-curve-words.ts';

/** What the curves say on the days that their axis names; each group leads to its closures. */
export function CurveTable({
  curves,
  days,
  rowOn,
  nameOf,
}: {
  readonly curves: readonly Curve[];
  readonly days: readonly number[];
  readonly rowOn: (curve: Curve, day: number) => OnDay | undefined;
  readonly nameOf: (curve: Curve) => string;
}) {
  const { t } = useTranslation();
  const words = useCurveWords();
  return (
    <Sideways label={t('studio.closures.tableLabel')}>
      <table className={tables.table}>
        <caption>{t('studio.closures.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio.closures.group')}</th>
            <th scope="col" className="numeric">
              {t('statistics.closures.column')}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className="numeric">
                {words.onDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => (
            <tr key={curve.id}>
              <th scope="row">{nameOf(curve)}</th>
              <td className="numeric">
                <Counted count={curve.survival.n} query={curve.closures} />
              </td>
              {days.map((day) => (
                <td key={day} className="numeric">
                  <ShareOnDay row={rowOn(curve, day)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function ShareOnDay({ row }: { readonly row: OnDay | undefined }) {
  const { t } = useTranslation();
  const words = useCurveWords();
  if (!row?.survival) return t('common.nothing');
  const { value, lower, upper } = row.survival;
  return (
    <>
      {words.share(value)}
      <span className={tables.beneath}>
        {lower === null || upper === null
          ? null
          : t('studio.closures.fromTo', { lower: words.share(lower), upper: words.share(upper) })}{' '}
        <Counted count={row.atRisk} query={row.watched}>
          {t('studio.closures.watched', { count: row.atRisk })}
        </Counted>
      </span>
    </>
  );
}
