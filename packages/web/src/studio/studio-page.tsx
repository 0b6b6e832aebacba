import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActiveFilters } from '../statistics/active-filters.tsx';
import classes from './studio.module.css';
import type { StudioSearch } from './studio-search.ts';

/** The pictures of the studio, each at an address of its own. */
const pictures = ['closures', 'like-cases', 'course', 'bottlenecks', 'time', 'replay'] as const;

/** A page of the studio: the question, the others beside it, what it is narrowed to, and what answers it. */
export function StudioPage({
  picture,
  search,
  narrowed = true,
  children,
}: {
  readonly picture: (typeof pictures)[number];
  readonly search: StudioSearch;
  /** Whether what is shown is narrowed as the address says. */
  readonly narrowed?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const question = t(`studio.question.${picture}`);
  return (
    <div className={classes.page}>
      <title>{`${question} · ${t('common.product')}`}</title>
      <nav aria-label={t('studio.pictures')} className={classes.pictures}>
        {pictures.map((name) => (
          <Link key={name} to={`/studio/${name}`} search={search} activeProps={{ 'aria-current': 'page' }}>
            {t(`studio.name.${name}`)}
          </Link>
        ))}
      </nav>
      <header className={classes.head}>
        <h1>{question}</h1>
        {narrowed ? <ActiveFilters search={search} /> : null}
      </header>
      {children}
    </div>
  );
}
