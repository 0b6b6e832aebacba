import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../design/states.tsx';
import { StudioPage } from '../studio-page.tsx';
import { FittingClosures } from './fitting-closures.tsx';
import { MinePicker } from './mine-picker.tsx';
import classes from './several.module.css';
import { Several } from './several.tsx';
import { MOST_MINES, minesIn, minesNamed } from './several-search.ts';

/** Histories side by side: mines that one chooses, on one axis, stepped through and played together. */
export function SeveralPage() {
  const { t } = useTranslation();
  const { mines, mine, at, align, speed, ...search } = useSearch({ from: '/studio/replay' });
  const navigate = useNavigate({ from: '/studio/replay' });
  const named = useMemo(() => minesIn(mines), [mines]);
  const mineIds = useMemo(() => named.slice(0, MOST_MINES), [named]);
  const choose = (chosen: readonly string[]) =>
    void navigate({ search: (now) => ({ ...now, ...minesNamed(chosen) }), resetScroll: false });
  const add = (added: readonly string[]) => choose([...mineIds, ...added].slice(0, MOST_MINES));
  return (
    <StudioPage picture="replay" search={search} narrowed={mineIds.length === 0}>
      <div className={classes.choosing}>
        <MinePicker chosen={mineIds} onAdd={add} />
        {named.length > MOST_MINES ? (
          <p role="status">{t('studio.replay.tooMany', { count: named.length, most: MOST_MINES })}</p>
        ) : null}
      </div>
      {mineIds.length === 0 ? (
        <Empty title={t('studio.replay.empty')}>
          <p>{t('studio.replay.emptyHow', { most: MOST_MINES })}</p>
          <FittingClosures search={search} onChoose={choose} />
        </Empty>
      ) : (
        <Several
          mineIds={mineIds}
          search={{ mine, at, align, speed }}
          onChange={(change) =>
            void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false })
          }
          onRemove={(mineId) => choose(mineIds.filter((other) => other !== mineId))}
        />
      )}
    </StudioPage>
  );
}
