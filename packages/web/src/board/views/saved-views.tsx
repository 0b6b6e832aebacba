import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Icon } from '../../design/icon.tsx';
import { writeSearch } from '../../url-search.ts';
import { type BoardSearch, boardSearch } from '../board-search.ts';
import { useKeptViews } from './kept-views.ts';
import { ViewDialog } from './view-dialog.tsx';
import classes from './views.module.css';

/** The views that are kept on this device, each one press away, and a name for the present one. */
export function SavedViews({ search }: { readonly search: BoardSearch }) {
  const { t } = useTranslation();
  const { views } = useKeptViews();
  const [open, setOpen] = useState<string | 'new' | null>(null);
  // What the address says beside it, such as a day, is no part of a view.
  const now = boardSearch.parse(search);
  const address = writeSearch(now);
  const isKept = views.some((view) => writeSearch(view.search) === address);
  if (views.length === 0 && address === '') return null;
  return (
    <section className={classes.views} aria-label={t('board.views.title')}>
      <h2>{t('board.views.title')}</h2>
      {views.length > 0 ? (
        <ul>
          {views.map(({ name, search: kept }) => (
            <li key={name}>
              <Link to="/mines" search={kept} className={classes.view} activeOptions={{ exact: true }}>
                {name}
              </Link>
              <Button
                kind="quiet"
                className={classes.change}
                aria-label={t('board.views.change', { name })}
                onClick={() => setOpen(name)}
              >
                <Icon fill="currentColor" stroke="none">
                  <circle cx="3" cy="8" r="1.4" />
                  <circle cx="8" cy="8" r="1.4" />
                  <circle cx="13" cy="8" r="1.4" />
                </Icon>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {!isKept && address !== '' ? (
        <Button kind="quiet" flush className={classes.save} onClick={() => setOpen('new')}>
          {t('board.views.save')}
        </Button>
      ) : null}
      <ViewDialog
        key={open}
        open={open !== null}
        name={open === 'new' ? null : open}
        search={now}
        onClose={() => setOpen(null)}
      />
    </section>
  );
}
