import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './statistics.module.css';
import { groupings, type StatisticsFilter, type StatisticsSearch } from './statistics-search.ts';
import { useGroupName } from './use-group-name.ts';

/** What narrows the figures, each to be taken away. */
export function ActiveFilters({ search }: { readonly search: Omit<StatisticsSearch, 'groupBy'> }) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  const active: { name: StatisticsFilter | 'q'; value: string }[] = groupings.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [{ name, value: nameOf(name, String(value)) }];
  });
  if (search.q !== undefined) active.push({ name: 'q', value: search.q });
  if (active.length === 0) return null;
  return (
    <ul className={classes.filters} aria-label={t('common.filters.narrowedTo')}>
      {active.map(({ name, value }) => (
        <li key={name}>
          {t('common.named', { name: t(`statistics.filter.${name}`) })}
          <strong>{value}</strong>{' '}
          <Link to="." search={(now) => ({ ...now, [name]: undefined })} resetScroll={false}>
            {t('common.filters.remove')}
            <span className="visually-hidden"> {t(`statistics.filter.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
