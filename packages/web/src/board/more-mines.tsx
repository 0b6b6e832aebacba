import { useInViewport } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Failure } from '../design/states.tsx';
import classes from './board.module.css';

/** Stands at the end of a list that goes on: pressed by itself as it comes into view, where `byItself`. */
export function MoreMines({
  shown,
  total,
  byItself,
  loading,
  error,
  onMore,
}: {
  readonly shown: number;
  /** Null while it is not known. */
  readonly total: number | null;
  readonly byItself: boolean;
  readonly loading: boolean;
  readonly error: Error | null;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation();
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const failed = error !== null;
  useEffect(() => {
    if (byItself && inViewport && !loading && !failed) onMore();
  }, [byItself, inViewport, loading, failed, onMore]);
  return (
    <div ref={ref} className={classes.more}>
      {failed ? <Failure error={error} onRetry={onMore} /> : null}
      <p className="quiet">
        {total === null ? t('board.firstShown', { count: shown }) : t('board.shownOf', { shown, count: total })}
      </p>
      {failed ? null : (
        <Button disabled={loading} onClick={onMore}>
          {loading ? t('common.state.loading') : t('board.more')}
        </Button>
      )}
    </div>
  );
}
