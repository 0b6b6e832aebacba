import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './statistics.module.css';
import type { StatisticsFilter } from './statistics-search.ts';

type Choice = StatisticsFilter | 'nothing';

/** What the page can be grouped by, to choose from; the usual choice is left out of its address. */
export function GroupChooser({
  by,
  usual,
  choices,
}: {
  readonly by: Choice;
  readonly usual: Choice;
  readonly choices: readonly Choice[];
}) {
  const { t } = useTranslation();
  return (
    <p className={classes.by}>
      <span className="quiet">{t('statistics.groups.by')}</span>
      {choices.map((name) => (
        <Link
          key={name}
          to="."
          search={(now) => ({ ...now, groupBy: name === usual ? undefined : name })}
          resetScroll={false}
          data-current={name === by}
          activeOptions={{ exact: true }}
        >
          {t(`statistics.filter.${name}`)}
        </Link>
      ))}
    </p>
  );
}
