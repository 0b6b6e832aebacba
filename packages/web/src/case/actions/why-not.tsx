import { type EventType, owningRegion } from '@rectify/engine/rectification';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useWay } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import type { ChosenState } from '../../statechart/state-choice.ts';
import { useChartWords } from '../../statechart/use-chart-words.ts';
import classes from './actions.module.css';
import { WayChecklist } from './way-checklist.tsx';

/** Why a mine is not in a state: what stands against the event by which it comes there, the shortest way as a list to tick off, and who takes each step. */
export function WhyNot({
  id,
  mine,
  at,
  event,
  onOpen,
  onClose,
}: {
  readonly id: string;
  readonly mine: MineDetail;
  readonly at: ChosenState;
  /** The event by which a mine comes to the state. */
  readonly event: EventType;
  readonly onOpen: (type: EventType) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const chart = useChartWords();
  const way = useWay(mine.mineId, event, { enabled: true });
  const panel = useRef<HTMLElement>(null);
  const title = t('chart.whyNot', { state: chart.inFull(at) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is read from its beginning
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [title]);
  return (
    <section ref={panel} id={id} tabIndex={-1} aria-label={title} className={classes.whyNot}>
      <div className={classes.whyNotHead}>
        <h3>{title}</h3>
        <Button kind="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {way.isPending ? (
        <Loading lines={4} />
      ) : way.isError ? (
        <Failure error={way.error} onRetry={() => void way.refetch()} />
      ) : way.data === null ? (
        <Now event={event} onOpen={onOpen} />
      ) : (
        <Against mine={mine} refused={way.data} />
      )}
    </section>
  );
}

/** Nothing stands against it: this person can do it. */
function Now({ event, onOpen }: { readonly event: EventType; readonly onOpen: (type: EventType) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <div className={classes.first}>
      <p>{t('chart.canNow')}</p>
      <Button onClick={() => onOpen(event)}>{words.verb(event)}</Button>
    </div>
  );
}

function Against({
  mine,
  refused,
}: {
  readonly mine: MineDetail;
  readonly refused: NonNullable<ReturnType<typeof useWay>['data']>;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { type, reasons, path } = refused;
  // Where a way leads there, that there is no step from here says nothing more.
  const said = reasons.filter(({ code }) => code !== 'not-yours' && !(path && code === 'no-such-step'));
  return (
    <>
      <p>
        {path
          ? t('chart.away', { count: path.length, verb: words.verb(type) })
          : t('chart.byEvent', { verb: words.verb(type) })}
      </p>
      {said.length > 0 ? (
        <ul className={classes.against}>
          {said.map((reason) => (
            <li key={`${reason.code}-${reason.about ?? ''}`}>
              {words.reason(reason, owningRegion(type))} <span className="quiet">{words.turn(reason)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <WayChecklist mine={mine} way={refused} />
    </>
  );
}
