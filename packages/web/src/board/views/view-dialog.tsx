import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import type { BoardSearch } from '../board-search.ts';
import { renamed, useKeptViews, without, withView } from './kept-views.ts';
import classes from './views.module.css';

/** The longest name that a view can have. */
const LONGEST = 60;

/** Gives the present view a name, or one that is kept another; or removes it. */
export function ViewDialog({
  open,
  name,
  search,
  onClose,
}: {
  readonly open: boolean;
  /** The view that is kept already; null for the present one. */
  readonly name: string | null;
  readonly search: BoardSearch;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { views, keep } = useKeptViews();
  const [typed, setTyped] = useState(name ?? '');
  const field = useId();
  const wanted = typed.trim();
  const save = () => {
    if (wanted === '') return;
    keep(name === null ? withView(views, { name: wanted, search }) : renamed(views, name, wanted));
    onClose();
  };
  return (
    <Dialog open={open} title={t(name === null ? 'board.views.save' : 'board.views.changeTitle')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label htmlFor={field}>{t('board.views.name')}</label>
        <input
          id={field}
          type="text"
          required
          maxLength={LONGEST}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
        />
        <p className="quiet">{t('board.views.kept')}</p>
        <div className={classes.buttons}>
          <Button kind="primary" type="submit">
            {t(name === null ? 'board.views.saveDo' : 'board.views.rename')}
          </Button>
          {name === null ? null : (
            <Button
              onClick={() => {
                keep(without(views, name));
                onClose();
              }}
            >
              {t('board.views.remove')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
