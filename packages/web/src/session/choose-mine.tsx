import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useWords } from '../language/use-words.ts';
import { minesToOwn } from './personas.ts';
import classes from './sign-in.module.css';

/** Finds the mine whose owner one is. */
export function ChooseMine({ onChoose }: { readonly onChoose: (mine: MineAnswer) => void }) {
  const { t } = useTranslation();
  const { place } = useWords();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const field = useId();
  const mines = useQuery({
    queryKey: ['personas', 'mines', query],
    queryFn: ({ signal }) => minesToOwn(query, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.choose}>
      <label htmlFor={field}>{t('common.session.searchMine')}</label>
      <input
        id={field}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
      />
      {mines.isPending ? (
        <Loading lines={4} />
      ) : mines.isError ? (
        <Failure error={mines.error} onRetry={() => void mines.refetch()} />
      ) : mines.data.items.length === 0 ? (
        <Empty title={t('common.session.noMineFound', { query })} />
      ) : (
        <ul className={classes.roles}>
          {mines.data.items.map((mine) => (
            <li key={mine.mineId}>
              <button type="button" className={classes.role} onClick={() => onChoose(mine)}>
                <span className={classes.name}>{mine.name}</span>
                <span className={classes.does}>
                  {mine.mineId} · {place(mine.region)} · {mine.operator.name}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
