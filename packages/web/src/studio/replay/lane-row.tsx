import { isShut, statusOf } from '@rectify/engine/rectification';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusShape } from '../../design/status-mark.tsx';
import { TruthMark } from '../../design/truth-mark.tsx';
import { dayAt } from '../../language/dates.ts';
import { daysText } from '../../language/durations.ts';
import { useDates, useWords } from '../../language/use-words.ts';
import { type Axis, placeAtShare, shareOf } from './axis.ts';
import { LaneName } from './lane-name.tsx';
import classes from './lanes.module.css';
import { type Lane, placeOfStep, type ShutFor, type Span, spansOf, standingAt } from './lanes.ts';
import { Track } from './track.tsx';
import type { HistoryRead } from './use-histories.ts';

/** A mine on the axis: its states and events, where it stands at the place of the replay, and how long it has been shut. */
export function LaneRow({
  read,
  lane,
  axis,
  place,
  share,
  onPlace,
  ...name
}: {
  readonly read: HistoryRead;
  readonly lane: Lane;
  readonly axis: Axis;
  readonly place: number;
  readonly share: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
  readonly onPlace: (place: number) => void;
}) {
  const spans = useMemo(() => spansOf(lane), [lane]);
  return (
    <>
      <LaneName read={read} {...name}>
        <Standing read={read} lane={lane} place={place} />
      </LaneName>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider and the keys of the replay do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: likewise */}
      <div
        className={classes.lane}
        onClick={({ currentTarget, clientX }) => {
          const { left, right, width } = currentTarget.getBoundingClientRect();
          const along = document.documentElement.dir === 'rtl' ? right - clientX : clientX - left;
          onPlace(placeAtShare(axis, Math.min(Math.max(along / width, 0), 1)));
        }}
      >
        <Track axis={axis} share={share}>
          <LaneDrawing lane={lane} axis={axis} spans={spans} />
        </Track>
      </div>
    </>
  );
}

/** Where the mine stands, in words. */
function Standing({ read: { mine }, lane, place }: Pick<Parameters<typeof LaneRow>[0], 'read' | 'lane' | 'place'>) {
  const { t } = useTranslation();
  const words = useWords();
  const standing = standingAt(lane, place);
  if (!standing) return <span className="quiet">{t('studio.replay.notYet')}</span>;
  const { step, shut } = standing;
  const { operation, appeal } = step.value;
  return (
    <>
      <StatusShape status={statusOf(operation)} size={10} />
      <span>{words.state('operation', operation)}</span>
      {shut === null ? null : (
        <span className="quiet">
          {isShut(operation) ? daysText(shut.days, t) : t('studio.replay.wasShut', { days: daysText(shut.days, t) })}
        </span>
      )}
      {place > lane.end ? <span className="quiet">{t('studio.replay.notSoFar')}</span> : null}
      {shut !== null && isOverturned(mine, lane, place, shut) ? (
        <TruthMark truth="overturned" />
      ) : appeal === 'none' ? null : (
        <TruthMark truth="underAppeal" />
      )}
    </>
  );
}

/** Whether the order that a mine was shut by had been overturned by a place. What came of an appeal is known of the closure that counts where the time ends. */
function isOverturned(mine: HistoryRead['mine'], lane: Lane, place: number, { since }: ShutFor): boolean {
  const { closure } = mine ?? {};
  if (closure?.appealOutcome !== 'quashed' || Date.parse(closure.since) !== Date.parse(since)) return false;
  return lane.steps.some((step) => step.standing.event.type === 'AppealDecided' && placeOfStep(lane, step) <= place);
}

/** The states as bars, each status with its shape where it begins, and the events as strokes beneath them. */
function LaneDrawing({
  lane,
  axis,
  spans,
}: {
  readonly lane: Lane;
  readonly axis: Axis;
  readonly spans: readonly Span[];
}) {
  const { t } = useTranslation();
  const words = useWords();
  const dates = useDates();
  const percent = (place: number) => `${100 * shareOf(axis, place)}%`;
  const when = (place: number) => dates.day(dayAt(lane.zero + place));
  const begins = spans.filter((span, index) => {
    const before = spans[index - 1];
    return !before || statusOf(before.operation) !== statusOf(span.operation);
  });
  const said = begins.map((span) =>
    t('studio.replay.from', { status: t(`domain.status.${statusOf(span.operation)}`), day: when(span.from) }),
  );
  const places = new Set(lane.steps.map((step) => placeOfStep(lane, step)).filter((place) => place >= lane.from));
  return (
    <div role="img" aria-label={said.join(t('domain.list.join'))} className={classes.drawing}>
      {spans.map((span) => (
        <span
          key={span.from}
          className={classes.span}
          data-status={statusOf(span.operation)}
          title={t('studio.replay.span', {
            state: words.state('operation', span.operation),
            from: when(span.from),
            to: when(span.to),
          })}
          style={{
            insetInlineStart: percent(span.from),
            inlineSize: `calc(${percent(span.to)} - ${percent(span.from)})`,
          }}
        />
      ))}
      {[...places].map((place) => (
        <span key={place} className={classes.event} style={{ insetInlineStart: percent(place) }} />
      ))}
      {begins.map((span) => (
        <span key={span.from} className={classes.begins} style={{ insetInlineStart: percent(span.from) }}>
          <StatusShape status={statusOf(span.operation)} size={12} />
        </span>
      ))}
    </div>
  );
}
