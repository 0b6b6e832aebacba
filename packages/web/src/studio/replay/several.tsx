import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Loading } from '../../design/states.tsx';
import { ReplayKeyHelp } from '../../replay/replay-key-help.tsx';
import { usePlaying } from '../../replay/use-playing.ts';
import { useReplayKeys } from '../../replay/use-replay-keys.ts';
import { speeds } from '../time/time-search.ts';
import { axisOf } from './axis.ts';
import { ChosenMine } from './chosen-mine.tsx';
import { EventsTable } from './events-table.tsx';
import { HappenedHere } from './happened-here.tsx';
import { LaneBoard } from './lane-board.tsx';
import { laneOf } from './lanes.ts';
import { momentBy, momentOfMine, momentsOf } from './moments.ts';
import { addressAt, addressOtherwise, placeIn } from './place-in-address.ts';
import classes from './several.module.css';
import { SeveralControls } from './several-controls.tsx';
import type { SeveralSearch } from './several-search.ts';
import { useHistories } from './use-histories.ts';
import { useMomentWords } from './use-moment-words.ts';

/** The chosen mines on one axis, what moves through them, and what is true of each where the replay stands. */
export function Several({
  mineIds,
  search,
  onChange,
  onRemove,
}: {
  readonly mineIds: readonly string[];
  readonly search: Pick<SeveralSearch, 'mine' | 'at' | 'align' | 'speed'>;
  readonly onChange: (change: Pick<SeveralSearch, 'mine' | 'at' | 'align' | 'speed'>) => void;
  readonly onRemove: (mineId: string) => void;
}) {
  const { t } = useTranslation();
  const { on } = useAsOf();
  const reads = useHistories(mineIds);
  const alignment = search.align ?? 'calendar';
  const until = on ? Date.parse(on.instant) : Math.max(0, ...reads.map(({ readAt }) => readAt));
  const lanes = useMemo(
    () => reads.flatMap(({ history }) => (history && laneOf(history, alignment, until)) ?? []),
    [reads, alignment, until],
  );
  const moments = useMemo(() => momentsOf(lanes), [lanes]);
  const axis = useMemo(() => axisOf(lanes), [lanes]);
  const words = useMomentWords(reads, alignment);
  const [help, setHelp] = useState(false);
  const last = Math.max(moments.length - 1, 0);
  const place = search.at === undefined ? null : placeIn(search.at, alignment);
  const index = place === null ? last : momentBy(moments, place);
  const moment = moments[index];
  const chosen = mineIds.find((mineId) => mineId === search.mine) ?? lanes[0]?.mineId ?? mineIds[0] ?? '';
  const lane = lanes.find(({ mineId }) => mineId === chosen);
  const goTo = (to: number) => {
    const next = moments[Math.min(Math.max(to, 0), last)];
    if (next) onChange({ at: next === moments[last] ? undefined : addressAt(next, alignment) });
  };
  const play = usePlaying({
    index,
    last,
    shown: 1000 / (search.speed ?? speeds[0]),
    ready: moments.length > 0,
    onStep: goTo,
  });
  const jump = (to: number) => {
    play.stop();
    goTo(to);
  };
  const chooseBy = (by: number) => onChange({ mine: mineIds[mineIds.indexOf(chosen) + by] ?? chosen });
  useReplayKeys({
    next: () => jump(index + 1),
    previous: () => jump(index - 1),
    first: () => jump(0),
    last: () => jump(last),
    nextOfMine: () => jump(momentOfMine(moments, index, 1, chosen)),
    previousOfMine: () => jump(momentOfMine(moments, index, -1, chosen)),
    nextMine: () => chooseBy(1),
    previousMine: () => chooseBy(-1),
    toggle: play.toggle,
    help: () => setHelp(true),
  });
  const busy = reads.some(({ history, error }) => !history && !error);
  if (busy && lanes.length === 0) return <Loading lines={12} />;
  return (
    <>
      {moment ? (
        <SeveralControls
          moments={moments}
          index={index}
          chosen={chosen}
          alignment={alignment}
          speed={search.speed ?? speeds[0]}
          playing={play.playing}
          words={words}
          onStep={jump}
          onToggle={play.toggle}
          onSpeed={(speed) => onChange({ speed })}
          onAlign={(to) => {
            const history = reads.find(({ mineId }) => mineId === chosen)?.history;
            const at = search.at && addressOtherwise(moment.place, lane, history, to, until);
            onChange({ align: to === 'closing' ? to : undefined, at });
          }}
        >
          <ReplayKeyHelp several open={help} onOpen={() => setHelp(true)} onClose={() => setHelp(false)} />
        </SeveralControls>
      ) : null}
      <LaneBoard
        reads={reads}
        lanes={lanes}
        axis={axis}
        place={moment?.place ?? null}
        chosen={chosen}
        alignment={alignment}
        busy={busy}
        onChoose={(mine) => onChange({ mine })}
        onPlace={(to) => jump(momentBy(moments, to))}
        onRemove={onRemove}
      />
      {moment ? (
        <>
          <div className={classes.beside}>
            <ChosenMine mineId={chosen} name={words.nameOf(chosen)} lane={lane} place={moment.place} />
            <HappenedHere moment={moment} quiet={play.playing} chosen={chosen} words={words} />
          </div>
          <EventsTable moments={moments} index={index} words={words} onStep={jump} />
        </>
      ) : null}
      <p className={classes.method}>{t('studio.replay.method')}</p>
    </>
  );
}
