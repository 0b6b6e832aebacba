import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import classes from './board.module.css';
import { type BoardSearch, firstPage } from './board-search.ts';
import { cursorBefore, rememberCursor } from './page-cursors.ts';

/** Mines a page. */
export const PAGE_SIZE = 50;

/** Previous and next page; nothing where all fits on one. */
export function Pager({
  search,
  total,
  next,
  onGo,
}: {
  readonly search: BoardSearch;
  readonly total: number;
  readonly next: string | undefined;
  readonly onGo: (search: BoardSearch) => void;
}) {
  const { t } = useTranslation();
  const page = search.page ?? 1;
  const pages = Math.max(page, Math.ceil(total / PAGE_SIZE));
  if (pages === 1) return null;
  const forward = () => {
    if (next === undefined) return;
    rememberCursor(search, page + 1, next);
    onGo({ ...search, cursor: next, page: page + 1 });
    scrollTo({ top: 0 });
  };
  const back = () => {
    const cursor = page > 2 ? cursorBefore(search, page) : undefined;
    onGo(cursor === undefined ? firstPage(search) : { ...search, cursor, page: page - 1 });
    scrollTo({ top: 0 });
  };
  return (
    <nav className={classes.pager} aria-label={t('board.pages')}>
      <Button disabled={page === 1} onClick={back}>
        {page > 2 && cursorBefore(search, page) === undefined ? t('board.first') : t('board.previous')}
      </Button>
      <span>{t('board.page', { page, pages })}</span>
      <Button disabled={next === undefined} onClick={forward}>
        {t('board.next')}
      </Button>
    </nav>
  );
}
