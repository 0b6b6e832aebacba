import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMines } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { useErrorText } from '../../design/states.tsx';
import { StatusShape } from '../../design/status-mark.tsx';
import { useWords } from '../../language/use-words.ts';
import classes from './mine-picker.module.css';
import { MOST_MINES, minesIn } from './several-search.ts';

/** Finds mines by number, name or operator, and adds them; numbers with commas between them are added as they are. */
export function MinePicker({
  chosen,
  onAdd,
}: {
  readonly chosen: readonly string[];
  readonly onAdd: (mineIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const field = useId();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const full = chosen.length >= MOST_MINES;
  const add = (mineIds: readonly string[]) => {
    setTyped('');
    onAdd(mineIds);
  };
  if (full) return <p className="quiet">{t('studio.replay.full', { most: MOST_MINES })}</p>;
  return (
    <form
      className={classes.picker}
      onSubmit={(event) => {
        event.preventDefault();
        const numbers = minesIn(typed);
        if (numbers.length > 0) add(numbers);
      }}
    >
      <label htmlFor={field}>{t('studio.replay.add')}</label>
      <div className={classes.field}>
        <input
          id={field}
          type="search"
          value={typed}
          placeholder={t('studio.replay.addHint')}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit">{t('studio.replay.addNumbers')}</Button>
      </div>
      {q === '' || q.includes(',') ? null : <Found q={q} chosen={chosen} onAdd={(mineId) => add([mineId])} />}
    </form>
  );
}

function Found({
  q,
  chosen,
  onAdd,
}: {
  readonly q: string;
  readonly chosen: readonly string[];
  readonly onAdd: (mineId: string) => void;
}) {
  const { t } = useTranslation();
  const { place } = useWords();
  const errorText = useErrorText();
  const mines = useMines({ q, limit: 8, sort: 'mineId' });
  if (mines.isPending) return null;
  if (mines.isError) return <p role="alert">{errorText(mines.error)}</p>;
  const others = mines.data.items.filter(({ mineId }) => !chosen.includes(mineId));
  if (others.length === 0) return <p role="status">{t('studio.replay.noneFound', { query: q })}</p>;
  return (
    <ul className={classes.found} aria-label={t('studio.replay.found')}>
      {others.map(({ mineId, name, region, status }) => (
        <li key={mineId}>
          <button type="button" onClick={() => onAdd(mineId)}>
            <StatusShape status={status} size={10} />
            <span>{name}</span>
            <span className="quiet">
              {mineId} · {place(region)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
