import { useComputedColorScheme } from '@mantine/core';
import { useElementSize, useMergedRef, useReducedMotion } from '@mantine/hooks';
import type { ECharts } from 'echarts/core';
import { useEffect, useRef } from 'react';
import classes from './chart.module.css';
import { isNarrow, lookWithin } from './chart-look.ts';
import type { Drawing, Picked } from './chart-option.ts';
import { init } from './echarts.ts';
import { wholeOption } from './whole-option.ts';

/** Draws a picture as wide as there is room, in the colours of the page. What can be pressed in it is also in the table beneath it. */
export default function Chart({
  label,
  drawing,
  onPick,
}: {
  /** What the picture says, for those who cannot see it. */
  readonly label: string;
  readonly drawing: Drawing;
  readonly onPick?: ((picked: Picked) => void) | undefined;
}) {
  const { ref, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  const places = useMergedRef(place, ref);
  const chart = useRef<ECharts>(null);
  const picked = useRef(onPick);
  const scheme = useComputedColorScheme();
  const still = useReducedMotion();
  picked.current = onPick;

  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current, null, { renderer: 'svg' });
    drawn.on('click', ({ seriesName, dataIndex }) => picked.current?.({ series: seriesName, index: dataIndex ?? 0 }));
    chart.current = drawn;
    return () => {
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are other ones after a change of the scheme
  useEffect(() => {
    if (!place.current || !chart.current || width === 0) return;
    const look = lookWithin(place.current, width);
    chart.current.resize({ width, height: drawing.height(look.narrow) });
    chart.current.setOption(
      { animation: !still, animationDuration: 0, animationDurationUpdate: 160, ...wholeOption(drawing, look) },
      { notMerge: true },
    );
    chart.current.getZr().flush();
  }, [drawing, width, scheme, still]);

  return (
    <div
      ref={places}
      role="img"
      aria-label={label}
      className={classes.chart}
      data-pressable={onPick !== undefined}
      style={{ minBlockSize: drawing.height(isNarrow(width)) }}
    />
  );
}
