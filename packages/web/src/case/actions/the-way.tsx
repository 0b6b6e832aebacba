import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';
import { useWay } from '../../api/queries.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import classes from './actions.module.css';

type Refused = NextAnswer['refused'][number];
type WayStep = NonNullable<Refused['path']>[number];

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
        <Steps mine={mine} way={way} />
      ) : asked.isError ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : asked.isLoading ? (
        <Loading lines={3} />
      ) : null}
    </details>
  );
}

function Steps({ mine, way: { path, pathSearch } }: { readonly mine: MineDetail; readonly way: Refused }) {
  const { t } = useTranslation();
  if (!path)
    return <p className="quiet">{t(pathSearch === 'gave-up' ? 'case.actions.wayUnknown' : 'case.actions.noWay')}</p>;
  return (
    <ol className={classes.path}>
      {path.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same step can stand on the way more than once
        <li key={index}>
          <Step mine={mine} step={step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ mine, step }: { readonly mine: MineDetail; readonly step: WayStep }) {
  const { t } = useTranslation();
  const words = useWords();
  const { type, role, for: about, approvedBy } = step;
  const finding = mine.detail.findings.find(({ findingId }) => findingId === about);
  const verb = words.verb(type);
  return (
    <>
      {about === undefined
        ? verb
        : t('case.actions.stepAbout', { verb, about: finding?.description ?? words.subject(about) })}{' '}
      <span className="quiet">
        {'·\u00a0'}
        {approvedBy === undefined
          ? words.role(role)
          : t('case.actions.grantedBy', { who: words.role(role), second: words.role(approvedBy) })}
      </span>
    </>
  );
}
