import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { cursorBefore, rememberCursor } from './page-cursors.ts';
import { firstPage, type Paged } from './paged.ts';
import classes from './pager.module.css';

/** Lines a page. */
export const PAGE_SIZE = 50;

/** Previous and next page of a list; nothing where all fits on one. */
export function Pager<S extends Paged>({
  list,
  search,
  total,
  next,
  onGo,
}: {
  readonly list: 'mines' | 'work' | 'closures' | 'late' | 'stays' | 'changes' | 'runs';
  readonly search: S;
  /** Null while it is not known. */
  readonly total: number | null;
  readonly next: string | undefined;
  readonly onGo: (search: S) => void;
}) {
  const { t } = useTranslation();
  const page = search.page ?? 1;
  const pages = total === null ? null : Math.max(page, Math.ceil(total / PAGE_SIZE));
  if (page === 1 && (pages === 1 || next === undefined)) return null;
  const forward = () => {
    if (next === undefined) return;
    rememberCursor(list, search, page + 1, next);
    onGo({ ...search, cursor: next, page: page + 1 });
    scrollTo({ top: 0 });
  };
  const back = () => {
    const cursor = page > 2 ? cursorBefore(list, search, page) : undefined;
    onGo(cursor === undefined ? firstPage(search) : { ...search, cursor, page: page - 1 });
    scrollTo({ top: 0 });
  };
  return (
    <nav className={classes.pager} aria-label={t('common.paging.pages')}>
      <Button disabled={page === 1} onClick={back}>
        {page > 2 && cursorBefore(list, search, page) === undefined
          ? t('common.paging.first')
          : t('common.paging.previous')}
      </Button>
      <span>
        {pages === null ? t('common.paging.pageOfUnknown', { page }) : t('common.paging.page', { page, pages })}
      </span>
      <Button disabled={next === undefined} onClick={forward}>
        {t('common.paging.next')}
      </Button>
    </nav>
  );
}
