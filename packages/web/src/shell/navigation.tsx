import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../session/session.ts';
import classes from './navigation.module.css';
import { screenOf, screensFor } from './screens.ts';

/** Where somebody of a role can go. On a phone the places stand in one line that moves sideways, and begins by showing where one is. */
export function Navigation({ session: { role, mines } }: { readonly session: Session }) {
  const { t, i18n } = useTranslation();
  const { pathname } = useLocation();
  const place = screenOf(pathname, role);
  const line = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is changes with the address, and how wide its name is with the language
  useEffect(() => {
    const here = line.current?.querySelector('[aria-current]');
    if (here) line.current?.scrollBy({ left: middle(here) - middle(line.current) });
  }, [pathname, i18n.language]);
  return (
    <nav className={classes.nav} aria-label={t('common.nav.label')}>
      <div ref={line} className={classes.line}>
        {screensFor(role).map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={to === place?.to ? 'true' : undefined}
          >
            {t(`common.nav.${name}`, { count: mines.length })}
          </Link>
        ))}
      </div>
    </nav>
  );
}

function middle(element: Element): number {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
}
