import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './course.module.css';
import { spans } from './course-search.ts';

/** How many days the course goes back, to choose from. */
export function SpanChooser({ span }: { readonly span: (typeof spans)[number] }) {
  const { t } = useTranslation();
  return (
    <p className={classes.spans}>
      {spans.map((days) => (
        <Link
          key={days}
          to="."
          search={(now) => ({ ...now, days: days === spans[0] ? undefined : days })}
          resetScroll={false}
          data-current={days === span}
          activeOptions={{ exact: true }}
        >
          {t('statistics.course.span', { count: days })}
        </Link>
      ))}
    </p>
  );
}
