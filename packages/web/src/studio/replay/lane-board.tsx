import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import type { Axis } from './axis.ts';
import { shareOf } from './axis.ts';
import { AxisRow } from './axis-row.tsx';
import { LaneNotDrawn } from './lane-not-drawn.tsx';
import { LaneRow } from './lane-row.tsx';
import classes from './lanes.module.css';
import type { Alignment, Lane } from './lanes.ts';
import { StateLegend } from './state-legend.tsx';
import type { HistoryRead } from './use-histories.ts';

/** One lane a mine on the axis that they share, with the line where the replay stands; kept in sight where the frame moves sideways. */
export function LaneBoard({
  reads,
  lanes,
  axis,
  place,
  chosen,
  alignment,
  busy,
  onChoose,
  onPlace,
  onRemove,
}: {
  readonly reads: readonly HistoryRead[];
  readonly lanes: readonly Lane[];
  readonly axis: Axis;
  /** Where the replay stands; null while there is nothing to replay. */
  readonly place: number | null;
  readonly chosen: string;
  readonly alignment: Alignment;
  readonly busy: boolean;
  readonly onChoose: (mineId: string) => void;
  readonly onPlace: (place: number) => void;
  readonly onRemove: (mineId: string) => void;
}) {
  const { t } = useTranslation();
  const share = place === null ? null : shareOf(axis, place);
  const board = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = board.current?.querySelector('[data-line]');
    const frame = board.current?.parentElement;
    if (share === null || !line || !frame) return;
    const { left, right } = frame.getBoundingClientRect();
    const at = line.getBoundingClientRect().left;
    if (at > right - 24 || at < left + 24) frame.scrollBy({ left: at - (left + right) / 2 });
  }, [share]);
  return (
    <div className={classes.frame} aria-busy={busy}>
      <Sideways label={t('studio.replay.lanes')}>
        <div ref={board} className={classes.board}>
          <AxisRow axis={axis} alignment={alignment} share={share} />
          <ul>
            {reads.map((read) => {
              const lane = lanes.find(({ mineId }) => mineId === read.mineId);
              const row = {
                read,
                chosen: read.mineId === chosen,
                onChoose: () => onChoose(read.mineId),
                onRemove: () => onRemove(read.mineId),
              };
              return (
                <li key={read.mineId} className={classes.row} data-chosen={row.chosen}>
                  {lane && place !== null && share !== null ? (
                    <LaneRow {...row} lane={lane} axis={axis} place={place} share={share} onPlace={onPlace} />
                  ) : (
                    <LaneNotDrawn {...row} />
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      </Sideways>
      <StateLegend />
    </div>
  );
}
