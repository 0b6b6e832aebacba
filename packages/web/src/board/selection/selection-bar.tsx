import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { actTypesOf } from '../../campaigns/act/act-search.ts';
import { Button } from '../../design/button.tsx';
import { useSession } from '../../session/session.ts';
import { ReplayMines } from '../../studio/replay/replay-mines.tsx';
import type { BoardSearch } from '../board-search.ts';
import { ActOnSelection } from './act-on-selection.tsx';
import type { Selected } from './selected.ts';
import classes from './selection.module.css';

/** What can be done with the mines that are selected; stands over the head of the table while there are any. */
export function SelectionBar({
  selected,
  total,
  listed,
  search,
  onAll,
  onClear,
  onSave,
}: {
  readonly selected: Selected;
  /** How many fit; null while it is not known. */
  readonly total: number | null;
  /** How many are listed so far. */
  readonly listed: number;
  readonly search: BoardSearch;
  readonly onAll: (count: number) => void;
  readonly onClear: () => void;
  readonly onSave: () => void;
}) {
  const { t } = useTranslation();
  const [type, ...others] = actTypesOf(useSession()?.role);
  const past = useAsOf().kind === 'past';
  const count = selected.kind === 'all' ? selected.count : selected.mineIds.length;
  const more = selected.kind === 'some' && count === listed && total !== null && total > count;
  return (
    <div className={classes.place}>
      <section className={classes.bar} aria-label={t('board.select.bar')}>
        <p role="status" className={classes.count}>
          {t(selected.kind === 'all' ? 'board.select.allThatFit' : 'board.select.selected', { count })}
        </p>
        {more ? (
          <Button kind="quiet" onClick={() => onAll(total)}>
            {t('board.select.selectAll', { count: total })}
          </Button>
        ) : null}
        {past ? (
          <p className="quiet">{t('board.select.past')}</p>
        ) : type ? (
          <ActOnSelection types={[type, ...others]} selected={selected} search={search} />
        ) : (
          <p className="quiet">{t('board.select.notYours')}</p>
        )}
        <div className={classes.end}>
          {selected.kind === 'some' ? (
            <>
              <ReplayMines mineIds={selected.mineIds} />
              <Button kind="quiet" onClick={onSave}>
                {t('board.select.save')}
              </Button>
            </>
          ) : null}
          <Button kind="quiet" onClick={onClear}>
            {t('board.select.clear')}
          </Button>
        </div>
      </section>
    </div>
  );
}
