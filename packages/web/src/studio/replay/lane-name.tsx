import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../design/icon.tsx';
import classes from './lanes.module.css';
import type { HistoryRead } from './use-histories.ts';

/** The head of a lane: the mine, to be chosen or taken away, and where it stands. */
export function LaneName({
  read: { mineId, mine },
  chosen,
  onChoose,
  onRemove,
  children,
}: {
  readonly read: HistoryRead;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const name = mine?.name ?? mineId;
  return (
    <div className={classes.name}>
      <button type="button" className={classes.choose} aria-pressed={chosen} onClick={onChoose}>
        {name}
        {mine ? <span className={classes.id}>{mineId}</span> : null}
      </button>
      <button
        type="button"
        className={classes.remove}
        aria-label={t('studio.replay.remove', { name })}
        title={t('studio.replay.remove', { name })}
        onClick={onRemove}
      >
        <Icon grid={12}>
          <path d="M2 2 10 10M10 2 2 10" />
        </Icon>
      </button>
      <p className={classes.standing}>{children}</p>
    </div>
  );
}
