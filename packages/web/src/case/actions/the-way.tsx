import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';
import { useWay } from '../../api/queries.ts';
import { Failure, Loading } from '../../design/states.tsx';
import classes from './actions.module.css';
import { WayChecklist } from './way-checklist.tsx';

type Refused = NextAnswer['refused'][number];

/** How many steps away an event is, and behind that who has to do what. Where it was not told yet it is asked for when opened. */
export function TheWay({ mine, refused }: { readonly mine: MineDetail; readonly refused: Refused }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const isTold = refused.pathSearch !== undefined;
  const asked = useWay(mine.mineId, refused.type, { enabled: opened && !isTold });
  const way = isTold ? refused : asked.data;
  return (
    <details className={classes.why} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        {way?.path ? t('case.actions.stepsAway', { count: way.path.length }) : t('case.actions.showTheWay')}
      </summary>
      {way ? (
        <WayChecklist mine={mine} way={way} />
      ) : asked.isError ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : asked.isLoading ? (
        <Loading lines={3} />
      ) : null}
    </details>
  );
}
