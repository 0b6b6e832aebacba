import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/use-words.ts';
import { useGroupName } from '../../statistics/use-group-name.ts';
import type { StudioSearch } from '../studio-search.ts';
import type { Curve, Step } from './curve.ts';

/** How curves of closures are said. */
export function useCurveWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOfGroup = useGroupName();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const share = (value: number) => percent.format(value);
  return {
    nameOf: (by: NonNullable<StudioSearch['groupBy']>, { group, survival }: Curve) => {
      const name = group === undefined || by === 'nothing' ? t('studio.closures.all') : nameOfGroup(by, group);
      return survival.n < 5 ? t('studio.closures.few', { name }) : name;
    },
    share,
    /** A share with its limits; the bare share where it has none. */
    withLimits: ({ share: value, lower, upper }: Omit<Step, 'day'>) =>
      lower === upper
        ? share(value)
        : t('studio.closures.limits', { share: share(value), lower: share(lower), upper: share(upper) }),
    onDay: (day: number) => t('studio.closures.onDay', { count: day }),
    days: t('studio.closures.days'),
  };
}
